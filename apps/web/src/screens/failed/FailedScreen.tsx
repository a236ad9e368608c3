import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/Button.tsx";
import { ErrorNotice, type Trouble } from "../../ui/ErrorNotice.tsx";
import { TopBar } from "../../ui/TopBar.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import css from "./FailedScreen.module.css";

interface FailedScreenProps {
  /** "This match cannot be watched". */
  readonly title: string;
  readonly trouble: Trouble;
}

/** A match that is asked for and cannot be shown: why, what is safe, and where to go from here. */
export function FailedScreen({ title, trouble }: FailedScreenProps): ReactNode {
  usePageTitle(title);
  return (
    <>
      <TopBar />
      <main className={css["page"]}>
        <h1>{title}</h1>
        <ErrorNotice
          trouble={trouble}
          actions={
            <>
              <ButtonLink href="/history" kind="go">
                History
              </ButtonLink>
              <ButtonLink href="/">To the games</ButtonLink>
            </>
          }
        />
      </main>
    </>
  );
}
