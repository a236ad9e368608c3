import { unwrap } from "@replayground/kernel";
import { beforeEach, expect, test, vi } from "vitest";
import { dropPieces, openTab, sprint, stubBrowser } from "./kit.ts";

beforeEach(stubBrowser);

test("what is played before the store is open waits, and is stored in order", async () => {
  const { matches, library } = openTab();
  const { recording, session, replay, header } = matches.begin(sprint);
  dropPieces(session, 5, 1000);
  expect(recording.getStatus()).toMatchObject({ role: "waiting", acknowledged: 0 });
  expect(await recording.settled()).toBe("writer");
  unwrap(await recording.flushed());
  expect(recording.getStatus()).toMatchObject({ acknowledged: replay.length, pending: 0, trouble: null });
  expect(unwrap(await library.load(header.match)).events).toEqual(replay.events);
});

test("nothing is called stored before the store has said so", async () => {
  const { matches } = openTab();
  const { recording, session } = matches.begin(sprint);
  await recording.settled();
  unwrap(await recording.flushed());
  const { acknowledged } = recording.getStatus();
  dropPieces(session, 1, 1000);
  expect(recording.getStatus().acknowledged).toBe(acknowledged);
  expect(recording.getStatus().pending).toBeGreaterThan(0);
});

test("after it was let go it writes no more, and what waited is there", async () => {
  const { matches, library } = openTab();
  const { recording, session, replay, header } = matches.begin(sprint);
  const ms = dropPieces(session, 2, 1000);
  await recording.release();
  const { length } = replay;
  dropPieces(session, 1, ms);
  unwrap(await recording.flushed());
  expect(unwrap(await library.log.position(header.match))?.seq).toBe(length);
});

test("a store that refuses is named, and what was played stays playable", async () => {
  const refused = { kind: "unavailable", reason: "quota" } as const;
  const create = (): Promise<{ readonly ok: false; readonly error: typeof refused }> =>
    Promise.resolve({ ok: false, error: refused });
  const { matches } = openTab((library) => ({ ...library, log: { ...library.log, create } }));
  const { recording, session } = matches.begin(sprint);
  await recording.settled();
  expect(recording.getStatus().trouble).toEqual(refused);
  dropPieces(session, 1, 1000);
  expect(session.getSummary().phase).toBe("running");
});

test("a match that found no room at its beginning is stored when there is some, from its first event on", async () => {
  const refused = { ok: false, error: { kind: "unavailable", reason: "quota" } } as const;
  let hasRoom = false;
  const { matches, library } = openTab((own) => {
    const create: typeof own.log.create = (header) => (hasRoom ? own.log.create(header) : Promise.resolve(refused));
    return { ...own, log: { ...own.log, create } };
  });
  const { recording, session, replay, header } = matches.begin(sprint);
  await recording.settled();
  dropPieces(session, 2, 1000);
  expect(recording.getStatus()).toMatchObject({ acknowledged: 0, trouble: refused.error });
  hasRoom = true;
  await vi.waitFor(() => expect(recording.getStatus().trouble).toBeNull(), { timeout: 10_000 });
  unwrap(await recording.flushed());
  expect(unwrap(await library.load(header.match)).events).toEqual(replay.events);
});
