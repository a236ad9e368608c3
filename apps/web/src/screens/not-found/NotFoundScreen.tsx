import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import { TopBar } from "../../ui/TopBar.tsx";
import css from "./NotFoundScreen.module.css";

interface NotFoundScreenProps {
  readonly title?: string;
  readonly words?: string;
}

/** A page or a match that is not here. */
export function NotFoundScreen({
  title = "There is no page at this address",
  words = "The address may have been shortened on its way to you. Your games are where they were.",
}: NotFoundScreenProps): ReactNode {
  usePageTitle(title);
  return (
    <>
      <TopBar />
      <main className={css["page"]}>
        <EmptyState
          level={1}
          title={title}
          words={words}
          action={
            <div className={css["actions"]}>
              <ButtonLink href="/" kind="go">
                Go to the games
              </ButtonLink>
              <ButtonLink href="/history">Look in history</ButtonLink>
            </div>
          }
        />
      </main>
    </>
  );
}
