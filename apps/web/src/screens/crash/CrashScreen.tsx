import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Logo } from "../../ui/Logo.tsx";
import css from "./CrashScreen.module.css";

interface CrashScreenProps {
  readonly message: string;
  readonly onReload: () => void;
  readonly onHome: () => void;
}

/** The last screen before nothing: a defect of ours stopped the page. */
export function CrashScreen({ message, onReload, onHome }: CrashScreenProps): ReactNode {
  return (
    <main className={css["page"]}>
      <Logo size={56} />
      <ErrorNotice
        trouble={{
          what: "Something in this page broke. That is a defect of Replayground, not of your game.",
          safe: "Every event up to the last quarter of a second is in this browser's storage; a match continues from there.",
          next: "Load the page again. If it breaks in the same place, send the line below with a word about what you did.",
          detail: message,
        }}
        actions={
          <>
            <Button kind="go" onClick={onReload}>
              Load again
            </Button>
            <Button onClick={onHome}>Go to the games</Button>
          </>
        }
      />
    </main>
  );
}

interface CrashBoundaryProps {
  readonly children: ReactNode;
  readonly onCrash?: (error: unknown, info: ErrorInfo) => void;
}

interface CrashBoundaryState {
  readonly message: string | null;
}

/** Catches what a screen throws while rendering, so that a defect ends in words and a way on. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): CrashBoundaryState {
    return { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onCrash?.(error, info);
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <CrashScreen message={message} onReload={() => location.reload()} onHome={() => location.assign("/")} />;
  }
}
