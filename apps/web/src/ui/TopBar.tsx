import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import type { IconName } from "../art/icons.ts";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import { SmallLadder } from "./Ladder.tsx";
import { Logo } from "./Logo.tsx";
import type { Rung } from "./promise.ts";
import css from "./TopBar.module.css";

interface Place {
  readonly href: string;
  readonly word: string;
  readonly icon: IconName;
}

const places: readonly Place[] = [
  { href: "/", word: "Play", icon: "play" },
  { href: "/history", word: "History", icon: "history" },
  { href: "/settings", word: "Settings", icon: "gear" },
];

/** What is safe and where, in one line at the top of every page; absent while nothing was played. */
export interface Safety {
  readonly rung: Rung;
  readonly words: string;
}

export function TopBar({ safety }: { readonly safety?: Safety | undefined }): ReactNode {
  const [path] = useLocation();
  return (
    <header className={css["bar"]}>
      <Link href="/" className={css["brand"]}>
        <Logo />
        <span className="flare">Replayground</span>
      </Link>
      <nav className={cx(css["nav"], "desk")} aria-label="Main">
        {places.map((place) => (
          <Link key={place.href} href={place.href} aria-current={path === place.href ? "page" : undefined}>
            {place.word}
          </Link>
        ))}
      </nav>
      <span className="spacer" />
      {safety ? (
        <span className={css["safety"]}>
          <SmallLadder rung={safety.rung} words={safety.words} quiet />
        </span>
      ) : null}
      <nav className={cx(css["nav"], "mob")} aria-label="Main">
        {places.slice(1).map((place) => (
          <Link
            key={place.href}
            href={place.href}
            aria-label={place.word}
            aria-current={path === place.href ? "page" : undefined}
          >
            <Icon name={place.icon} />
          </Link>
        ))}
      </nav>
    </header>
  );
}
