import type { ReactNode } from "react";
import { Link } from "wouter";
import { play } from "../../app/screens.ts";
import { gameNames } from "../../art/games.ts";
import { Plate } from "../../art/plates/Plate.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import type { GameOffer } from "./HomeScreen.tsx";
import css from "./HomeScreen.module.css";

interface GamePlateProps {
  readonly offer: GameOffer;
  readonly primary: boolean;
}

export function GamePlate({ offer, primary }: GamePlateProps): ReactNode {
  const { game, words, first, modes, best } = offer;
  return (
    <article className={cx(css["game"], first && css["playable"])} onPointerEnter={first ? play.preload : undefined}>
      <div className={css["art"]} style={{ borderBottomColor: `var(--${game})`, background: `var(--${game}-f)` }}>
        <Plate game={game} />
      </div>
      <h2>{gameNames[game]}</h2>
      <p>{words}</p>
      {first ? (
        <>
          <div className={css["do"]}>
            <ButtonLink href={first.href} kind={primary ? "go" : "plain"}>
              {first.word}
            </ButtonLink>
            {best ? <span className="cap">{best}</span> : null}
          </div>
          <nav className={css["modes"]} aria-label={`More ${gameNames[game]}`}>
            {modes.map((mode) => (
              <Link key={mode.href} href={mode.href}>
                {mode.word}
              </Link>
            ))}
          </nav>
        </>
      ) : (
        <div className={css["coming"]}>
          Coming<span className="desk">. Not playable yet.</span>
        </div>
      )}
    </article>
  );
}
