import { nodeHash } from "@replayground/hash/node";
import { err, ok, type LogEvent, type MatchId } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { closes, createMemoryLog, type EventLog, type Position } from "../src/index.ts";
import { eventLogContract, faultContract } from "../src/testing/index.ts";

/** Bugs that adapters have had elsewhere. The contract must catch each: a suite that cannot fail proves nothing. */
const bugs: Readonly<Record<string, (log: EventLog) => EventLog>> = {
  "loses the last event of a batch": (log) => ({
    ...log,
    append: (match, { events, head }) =>
      log.append(match, { events: events.length > 1 ? events.slice(0, -1) : events, head }),
  }),
  "stores events one by one, each with the head of the batch": (log) => ({
    ...log,
    append: async (match, { events, head }) => {
      let answer = await log.append(match, { events: events.slice(0, 1), head });
      for (const event of events.slice(1)) if (answer.ok) answer = await log.append(match, { events: [event], head });
      return answer;
    },
  }),
  "does not know a repeated batch": (log) => ({
    ...log,
    append: async (match, batch) => {
      const position = await log.position(match);
      const behind = position.ok && position.value !== null && (batch.events[0]?.seq ?? 0) <= position.value.seq;
      return behind && position.value !== null
        ? err({ kind: "conflict", position: position.value })
        : log.append(match, batch);
    },
  }),
  "takes any batch that overlaps for a repeated one": (log) => ({
    ...log,
    append: async (match, batch) => {
      const position = await log.position(match);
      const behind = position.ok && position.value !== null && (batch.events[0]?.seq ?? 0) <= position.value.seq;
      return behind && position.value !== null ? ok(position.value) : log.append(match, batch);
    },
  }),
  "forgets that a log is closed": (log) => reopening(log),
  "names position 0 in every conflict": (log) => ({
    ...log,
    append: async (match, batch) => {
      const answer = await log.append(match, batch);
      return !answer.ok && answer.error.kind === "conflict"
        ? err({ kind: "conflict", position: { ...answer.error.position, seq: 0 } })
        : answer;
    },
  }),
  "answers with the position before the append": (log) => ({
    ...log,
    append: async (match, batch) => {
      const before = await log.position(match);
      const answer = await log.append(match, batch);
      return answer.ok && before.ok && before.value !== null ? ok(before.value) : answer;
    },
  }),
  "overwrites a header": (log) => ({
    ...log,
    create: async (header) => {
      const known = await log.position(header.match);
      return known.ok && known.value !== null ? ok(known.value) : log.create(header);
    },
  }),
  "makes a match that nobody created": (log) => ({
    ...log,
    append: async (match, batch) => {
      const answer = await log.append(match, batch);
      return !answer.ok && answer.error.kind === "unknown_match"
        ? ok({ seq: batch.events.length, head: batch.head, closed: false })
        : answer;
    },
  }),
  "drops opened seals": (log) => ({
    ...log,
    read: async (match, from, to) => {
      const events = await log.read(match, from, to);
      return events.ok ? ok(events.value.map(sealAgain)) : events;
    },
  }),
  "reads one event too few": (log) => ({ ...log, read: (match, from, to) => log.read(match, from, to - 1) }),
  "counts from zero": (log) => ({ ...log, read: (match, from, to) => log.read(match, from + 1, to + 1) }),
  "lists matches in the order of creation": (log) => {
    const created: MatchId[] = [];
    return {
      ...log,
      create: (header) => {
        if (!created.includes(header.match)) created.push(header.match);
        return log.create(header);
      },
      matches: () => Promise.resolve(ok(created)),
    };
  },
  "forgets the events of a removed match, not the match": (log) => ({
    ...log,
    remove: () => Promise.resolve(ok(null)),
  }),
  "lets two writers win": (log) => ({
    ...log,
    append: async (match, batch) => {
      const answer = await log.append(match, batch);
      const position = { seq: batch.events.at(-1)?.seq ?? 0, head: batch.head, closed: false };
      return !answer.ok && answer.error.kind === "conflict" && batch.events[0]?.type === "rival"
        ? ok(position)
        : answer;
    },
  }),
};

describe("the contract of the log", () => {
  it.each(Object.keys(bugs))("catches an adapter that %s", async (name) => {
    const plant = bugs[name] ?? ((log: EventLog) => log);
    expect(await firstBroken(() => Promise.resolve(plant(createMemoryLog(nodeHash))))).not.toBe(null);
  });

  it("catches a store that tears batches when it fails, for the writer and for the reader", async () => {
    const torn = (log: EventLog): EventLog => ({
      ...log,
      append: async (match, { events, head }) => {
        const answer = await log.append(match, { events: events.slice(0, 2), head });
        return answer.ok && events.length > 2 ? err({ kind: "unavailable", reason: "torn" }) : answer;
      },
    });
    const failed = await Promise.allSettled(
      faultContract(nodeHash).map(({ run }) => run(() => Promise.resolve(torn(createMemoryLog(nodeHash))))),
    );
    expect(failed.every(({ status }) => status === "rejected")).toBe(true);
  });
});

/** The first sentence of the contract that does not hold. */
async function firstBroken(create: () => Promise<EventLog>): Promise<string | null> {
  for (const { name, run } of eventLogContract(nodeHash)) {
    try {
      await run(create);
    } catch {
      return name;
    }
  }
  return null;
}

function sealAgain(event: LogEvent): LogEvent {
  return event.sealed === undefined
    ? event
    : { ...event, sealed: event.sealed.map(({ to, digest }) => ({ to, digest })) };
}

/** A log that says "open" whatever was stored, and stores what comes after the end. */
function reopening(log: EventLog): EventLog {
  const open = (position: Position): Position => ({ ...position, closed: false });
  return {
    ...log,
    append: async (match, batch) => {
      const answer = await log.append(match, batch);
      if (answer.ok) return ok(open(answer.value));
      return answer.error.kind === "closed" && !closes(batch.events) ? ok(open(answer.error.position)) : answer;
    },
  };
}
