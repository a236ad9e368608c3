import { unwrap } from "@replayground/kernel";
import { modes, tetris } from "@replayground/tetris";
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { commandOfEdge, optionsFor } from "../src/games/tetris/input.ts";
import { keyPresets, playActions, type PlayAction } from "../src/input/actions.ts";
import { InputGate } from "../src/input/gate.ts";
import { type Edge, Keyboard } from "../src/input/keyboard.ts";
import { defaultHandling, handlingRange, instantSoftDrop } from "../src/stores/settings-schema.ts";

describe("handling", () => {
  // 1 tick = 1/600 s: floor(ms x 0.6 + 0.5), worked by hand.
  test.each([
    [167, 100],
    [33, 20],
    [0, 0],
    [1, 1],
    [500, 300],
    [117, 70],
  ])("%i ms are %i ticks", (ms, ticks) => {
    const { handling } = optionsFor("sprint", { ...defaultHandling, das: ms });
    expect(handling).toMatchObject({ das: ticks });
  });

  test("the defaults are those of the rules", () => {
    expect(optionsFor("zen", defaultHandling)).toEqual(unwrap(tetris.parseOptions({ mode: "zen" })));
  });

  test("every mode takes the ends of every dial", () => {
    for (const mode of modes) {
      for (const end of [0, 1] as const) {
        const { das, arr, sdf, dcd, safelock } = handlingRange;
        const dials = { das: das[end], arr: arr[end], sdf: sdf[end], dcd: dcd[end], safelock: safelock[end] };
        const options = optionsFor(mode, { ...defaultHandling, ...dials });
        expect(tetris.parseOptions(options)).toEqual({ ok: true, value: options });
      }
    }
  });

  test("the last mark of the soft drop is the floor at once", () => {
    expect(optionsFor("sprint", { ...defaultHandling, sdf: instantSoftDrop }).handling).toMatchObject({ sdf: 0 });
  });
});

test("every action but pause and restart is a key of the game", () => {
  const silent = playActions.filter((action) => commandOfEdge(action, "down") === null);
  expect(silent).toEqual(["pause", "restart"]);
  expect(commandOfEdge("half", "up")).toMatchObject({ type: "input", data: { edge: "up", key: "r180" } });
});

type Heard = readonly [PlayAction, Edge];

describe("the gate", () => {
  function gate(): { readonly gate: InputGate; readonly heard: Heard[] } {
    const heard: Heard[] = [];
    return { gate: new InputGate((action, edge) => void heard.push([action, edge])), heard };
  }

  test("lets nothing through while the match stands", () => {
    const { gate: closed, heard } = gate();
    closed.edge("hard", "down", 1);
    closed.edge("hard", "up", 2);
    expect(heard).toEqual([]);
  });

  test("a key held while the match goes on acts anew if its action lasts, and comes up once", () => {
    const { gate: open, heard } = gate();
    const held: readonly PlayAction[] = ["left", "soft", "cw", "hard"];
    open.open(1, (action) => held.includes(action));
    expect(heard).toEqual([
      ["left", "down"],
      ["soft", "down"],
    ]);
    for (const action of held) open.edge(action, "up", 2);
    expect(heard.slice(2)).toEqual([
      ["left", "up"],
      ["soft", "up"],
    ]);
  });

  test("a key held over a pause does not come up twice, nor stay down", () => {
    const { gate: open, heard } = gate();
    open.open(1, () => false);
    open.edge("right", "down", 2);
    open.close(3); // the pause lets go of it in the match
    open.edge("right", "up", 4);
    open.open(5, () => false);
    open.edge("right", "down", 6);
    expect(heard).toEqual([
      ["right", "down"],
      ["right", "down"],
    ]);
  });

  test("whatever hands and pauses do, every key the match hears down it hears up or a pause lets go of", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("key" as const), action: fc.constantFrom(...playActions) }),
      fc.record({ kind: fc.constantFrom("open" as const, "close" as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const hand = new Set<PlayAction>();
        const down = new Set<PlayAction>();
        const tried = new InputGate((action, edge) => {
          expect(down.has(action)).toBe(edge === "up");
          if (edge === "down") down.add(action);
          else down.delete(action);
        });
        const toggle = (action: PlayAction): void => {
          const edge = hand.has(action) ? "up" : "down";
          if (edge === "down") hand.add(action);
          else hand.delete(action);
          tried.edge(action, edge, 0);
        };
        for (const each of steps) {
          if (each.kind === "key") toggle(each.action);
          else if (each.kind === "open") tried.open(0, (action) => hand.has(action));
          else {
            tried.close(0);
            down.clear(); // the pause itself
          }
          for (const action of down) expect(hand).toContain(action);
        }
        tried.open(0, (action) => hand.has(action));
        for (const action of ["left", "right", "soft"] as const) expect(down.has(action)).toBe(hand.has(action));
      }),
    );
  });

  test("keys stay the match's for a moment after it stopped, then they are the page's", () => {
    const { gate: open } = gate();
    expect(open.isClaiming(0)).toBe(false);
    open.open(0, () => false);
    expect(open.isClaiming(5000)).toBe(true);
    open.close(6000);
    expect([open.isClaiming(6500), open.isClaiming(7000)]).toEqual([true, false]);
  });
});

describe("the keyboard", () => {
  function listening(claims = true): {
    readonly press: (code: string, more?: object) => boolean;
    readonly lift: (code: string) => void;
    readonly blur: () => void;
    readonly heard: Heard[];
    readonly keyboard: Keyboard;
  } {
    vi.stubGlobal("HTMLElement", Map); // no key here comes from an element
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
    const target = Object.assign(new EventTarget(), { document });
    const heard: Heard[] = [];
    const keyboard = new Keyboard({ target: target as unknown as Window, bindings: () => keyPresets.arrows }); // all it uses
    keyboard.connect();
    keyboard.listen({ onEdge: (action, edge) => void heard.push([action, edge]), claims: () => claims });
    const send = (type: string, code: string, more: object = {}): boolean =>
      target.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), { code, ...more }));
    return {
      press: (code, more) => send("keydown", code, more),
      lift: (code) => void send("keyup", code),
      blur: () => void target.dispatchEvent(new Event("blur")),
      heard,
      keyboard,
    };
  }

  test("repeat is ignored, and an action on two keys ends with the last", () => {
    const { press, lift, heard } = listening();
    press("ArrowUp");
    press("ArrowUp", { repeat: true });
    press("KeyX");
    lift("ArrowUp");
    expect(heard).toEqual([["cw", "down"]]);
    lift("KeyX");
    expect(heard).toEqual([
      ["cw", "down"],
      ["cw", "up"],
    ]);
  });

  test("leaving the window lets go of everything", () => {
    const { press, blur, heard, keyboard } = listening();
    press("ArrowLeft");
    expect(keyboard.isHeld("left")).toBe(true);
    blur();
    expect(heard.at(-1)).toEqual(["left", "up"]);
    expect(keyboard.isHeld("left")).toBe(false);
  });

  test("the browser keeps its own keys", () => {
    const { press, heard } = listening();
    expect(press("KeyR", { ctrlKey: true })).toBe(true);
    expect(press("ArrowLeft", { altKey: true })).toBe(true);
    expect(press("KeyC", { metaKey: true })).toBe(true);
    expect(heard).toEqual([]);
    expect(press("ArrowLeft", { ctrlKey: true })).toBe(false); // Ctrl turns, the arrow moves
    expect(heard).toEqual([["left", "down"]]);
  });

  test("a key that is not claimed is still the page's", () => {
    const { press } = listening(false);
    expect(press("Space")).toBe(true);
  });
});
