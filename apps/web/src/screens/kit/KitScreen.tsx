import { type ReactNode, useState } from "react";
import { iconNames } from "../../art/icons.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { FullLadder, SmallLadder } from "../../ui/Ladder.tsx";
import { Logo } from "../../ui/Logo.tsx";
import { NotchScale } from "../../ui/NotchScale.tsx";
import { NumberSlider } from "../../ui/NumberSlider.tsx";
import { rungs } from "../../ui/promise.ts";
import { speeds } from "../../stores/ui.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { cx } from "../../ui/cx.ts";
import css from "./KitScreen.module.css";
import { KitBoards } from "./KitBoards.tsx";
import { KitTapes } from "./KitTapes.tsx";

const shortSpeed = (value: number): string => (value < 1 ? String(value).slice(1) : String(value));

/** Every component in every state, on one static page. Reached by its address only. */
export function KitScreen(): ReactNode {
  return (
    <main className={css["page"]}>
      <h1>
        <Logo size={56} />
        The Tape
      </h1>
      <KitTapes />
      <KitBoards />
      <Controls />
      <section>
        <h2>Icons</h2>
        <div className={css["signs"]}>
          {iconNames.map((name) => (
            <span key={name}>
              <Icon name={name} />
              {name}
            </span>
          ))}
        </div>
      </section>
    </main>
  );
}

function Controls(): ReactNode {
  return (
    <section>
      <h2>Controls</h2>
      <Buttons />
      <Choices />
      <div className={cx(css["row"], css["top"])}>
        {rungs.map((rung) => (
          <FullLadder key={rung} rung={rung} />
        ))}
        <SmallLadder rung="device" words="Uploading 12 of 50" />
      </div>
      <div className={cx(css["row"], css["top"])}>
        <EmptyState
          title="No games yet"
          words="Play one and it stays here, event by event."
          action={<Button>Play</Button>}
        />
        <ErrorNotice trouble={trouble} actions={<Button>Choose another file</Button>} />
      </div>
    </section>
  );
}

const trouble = {
  what: "This file is not a whole match: event 1,204 does not follow from event 1,203.",
  safe: "Nothing on this device was changed.",
  next: "Ask for the file again. If it comes out the same, send it with the number below.",
  detail: "chain_broken at 1204",
};

function Buttons(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <div className={css["row"]}>
      <Button kind="go">Continue</Button>
      <Button>
        <Icon name="fork" />
        Play from here
      </Button>
      <Button kind="ghost">
        <Icon name="export" />
        Export
      </Button>
      <Button kind="ghost" square aria-label="Next moment">
        <Icon name="nextMoment" />
      </Button>
      <Button disabled>Not now</Button>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      <span>
        <Kbd>Esc</Kbd> pause
      </span>
      <Dialog open={open} title="Leave this game?" onClose={() => setOpen(false)} actions={<Button>Stay</Button>}>
        <p>It is on this device up to the last event, and continues from there.</p>
      </Dialog>
    </div>
  );
}

function Choices(): ReactNode {
  const [unit, setUnit] = useState<"event" | "input" | "piece" | "tick">("event");
  const [speed, setSpeed] = useState(1);
  const [das, setDas] = useState(133);
  return (
    <div className={css["row"]}>
      <Segmented
        label="Step by"
        showLabel
        value={unit}
        onChange={setUnit}
        segments={(["event", "input", "piece", "tick"] as const).map((value) => ({ value, word: value }))}
      />
      <NotchScale
        label="Speed"
        values={speeds}
        value={speed}
        onChange={setSpeed}
        format={shortSpeed}
        say={(value) => `${value} times speed`}
      />
      <div style={{ width: 320 }}>
        <NumberSlider
          label="DAS"
          hint="Hold this long before a piece starts to slide."
          min={0}
          max={500}
          value={das}
          onChange={setDas}
          format={(value) => `${value} ms`}
        />
      </div>
    </div>
  );
}
