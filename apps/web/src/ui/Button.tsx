import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";
import css from "./Button.module.css";
import { cx } from "./cx.ts";

/** `go` is the one vermilion action of a screen; everything else is `plain` or `ghost`. */
export type ButtonKind = "plain" | "go" | "ghost";

interface Shape {
  readonly kind?: ButtonKind;
  /** An icon alone: square, and `aria-label` becomes the tooltip as well. */
  readonly square?: boolean;
}

type ButtonProps = Shape & ButtonHTMLAttributes<HTMLButtonElement>;

const classOf = ({ kind = "plain", square = false }: Shape, extra?: string): string =>
  cx(css["button"], css[kind], square && css["square"], extra);

export function Button({ kind, square, className, ...rest }: ButtonProps): ReactNode {
  const shape: Shape = { ...(kind ? { kind } : {}), ...(square ? { square } : {}) };
  return (
    <button
      type="button"
      title={square ? rest["aria-label"] : undefined}
      {...rest}
      className={classOf(shape, className)}
    />
  );
}

interface ButtonLinkProps extends Shape {
  readonly href: string;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere instead of doing something. */
export function ButtonLink({
  kind = "plain",
  square = false,
  href,
  label,
  className,
  children,
}: ButtonLinkProps): ReactNode {
  return (
    <Link
      href={href}
      aria-label={label}
      title={square ? label : undefined}
      className={classOf({ kind, square }, className)}
    >
      {children}
    </Link>
  );
}
