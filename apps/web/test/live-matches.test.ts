import { unwrap } from "@replayground/kernel";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { isStale } from "../src/session/rows.ts";
import { dropPieces, nextTask, openTab, sprint, stubBrowser } from "./kit.ts";

beforeEach(stubBrowser);

describe("a match on a screen", () => {
  test("is stored event by event, and left paused with what lists say of it", async () => {
    const { matches, library } = openTab();
    const live = matches.begin(sprint);
    const release = matches.hold(live.header.match);
    dropPieces(live.session, 3, 1000);
    release();
    const [row] = unwrap(await library.list()); // waits for what is being put away
    expect(row?.labels).toMatchObject({ title: "Sprint", detail: "40 lines", status: "running" });
    expect(row?.position).toMatchObject({ seq: live.replay.length, closed: false });
    expect(live.replay.events.at(-1)?.type).toBe("match_paused");
    expect(matches.get(live.header.match)).toBeUndefined();
    expect(unwrap(await library.list()).some(isStale)).toBe(false);
  });

  test("leaves no trace when nothing happened in it, even if the store was not open yet", async () => {
    const { matches, library } = openTab();
    const live = matches.begin(sprint);
    matches.hold(live.header.match)();
    await nextTask();
    await live.recording.release();
    await vi.waitFor(async () =>
      expect(await library.log.position(live.header.match)).toEqual({ ok: true, value: null }),
    );
    expect(unwrap(await library.list())).toEqual([]);
  });

  test("is not put away between two screens that show it", async () => {
    const { matches } = openTab();
    const live = matches.begin(sprint);
    const first = matches.hold(live.header.match);
    first();
    matches.hold(live.header.match);
    await nextTask();
    await nextTask();
    expect(matches.get(live.header.match)).toBe(live);
    expect(live.session.getSummary().phase).toBe("ready");
  });

  test("opened again while it is being put away goes on in this tab, after its last event", async () => {
    const { matches } = openTab();
    const live = matches.begin(sprint);
    const { match } = live.header;
    const release = matches.hold(match);
    dropPieces(live.session, 2, 1000);
    release();
    await nextTask();
    matches.hold(match);
    const again = unwrap(await matches.open(match));
    expect(again.replay.length).toBe(live.replay.length);
    expect(again.session.getSummary().phase).toBe("paused");
    expect(again.recording.getStatus().role).toBe("writer");
  });

  test("is opened once, however many ask at the same time", async () => {
    const { matches } = openTab();
    const live = matches.begin(sprint);
    const release = matches.hold(live.header.match);
    dropPieces(live.session, 1, 1000);
    release();
    await nextTask();
    const [a, b] = await Promise.all([matches.open(live.header.match), matches.open(live.header.match)]);
    expect(unwrap(a)).toBe(unwrap(b));
  });

  test("given up after a piece stays in the store as given up; before one it is not closed", async () => {
    const { matches, library } = openTab();
    const played = matches.begin(sprint);
    played.giveUp(dropPieces(played.session, 1, 1000) + 10);
    expect(unwrap(await played.recording.flushed())).toMatchObject({ closed: true });
    const blank = matches.begin(sprint);
    blank.giveUp(2000);
    expect(blank.session.getSummary().phase).toBe("ready");
    await vi.waitFor(async () => {
      const rows = unwrap(await library.list());
      expect(rows.find(({ match }) => match === played.header.match)?.labels["status"]).toBe("abandoned");
    });
  });

  test("that has ended is remembered, so that its replay is there at once", async () => {
    const { matches } = openTab();
    const live = matches.begin(sprint);
    const release = matches.hold(live.header.match);
    dropPieces(live.session, 40, 1000);
    expect(live.session.getSummary().phase).toBe("over");
    release();
    await nextTask();
    expect(matches.get(live.header.match)).toBeUndefined();
    expect(matches.recall(live.header.match)).toBe(live);
    expect(unwrap(await live.recording.flushed())).toMatchObject({ seq: live.replay.length, closed: true });
  });
});

test("a match whose database the browser dropped while it was played is stored anew, whole", async () => {
  const { matches, library } = openTab();
  const { recording, replay, session, header } = matches.begin(sprint);
  const ms = dropPieces(session, 2, 1000);
  unwrap(await recording.flushed());
  unwrap(await library.remove(header.match)); // as if it had never been there
  dropPieces(session, 1, ms);
  expect(unwrap(await recording.flushed()).seq).toBe(replay.length);
  expect(unwrap(await library.load(header.match)).events).toEqual(replay.events);
});

describe("two tabs", () => {
  test("one writes, the other waits and goes on where the first one stopped", async () => {
    const [here, there] = [openTab(), openTab()];
    const live = here.matches.begin(sprint);
    const { match } = live.header;
    const release = here.matches.hold(match);
    dropPieces(live.session, 2, 1000);
    await live.recording.settled();
    unwrap(await live.recording.flushed());
    there.matches.hold(match);
    const answer = await there.matches.open(match);
    if (answer.ok || answer.error.kind !== "elsewhere") throw new Error("the other tab should only watch");
    const { recording } = answer.error;
    release();
    await vi.waitFor(() => expect(recording.getStatus().role).toBe("writer"));
    const taken = unwrap(await there.matches.resume(match, recording));
    expect(taken.replay.length).toBe(live.replay.length);
    dropPieces(taken.session, 1, 5000);
    expect(unwrap(await taken.recording.flushed()).seq).toBe(taken.replay.length);
  });
});
