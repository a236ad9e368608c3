import { unwrap, parseMatchId } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { requestWriter, type WriterLease, type WriterRole } from "../src/index.ts";

// The locks are Node's own, as a browser has them: held per request, granted in order, stolen on demand.
const { locks } = navigator;

let next = 0;
const newMatch = () => unwrap(parseMatchId(`0192f0c1-0000-7000-8000-${String(next++).padStart(12, "0")}`));

interface Tab {
  readonly lease: WriterLease;
  readonly roles: WriterRole["kind"][];
}

interface TabOptions {
  readonly manager?: LockManager;
  readonly onAsked?: () => void;
  readonly openChannel?: (name: string) => BroadcastChannel;
}

async function openTab(match = newMatch(), { manager = locks, ...options }: TabOptions = {}): Promise<Tab> {
  const roles: WriterRole["kind"][] = [];
  const lease = await requestWriter({ locks: manager, match, onRole: ({ kind }) => roles.push(kind), ...options });
  return { lease, roles };
}

const openChannel = (name: string) => new BroadcastChannel(name);

/** Locks that are granted a while after they were asked for, as between processes. */
const slowLocks: LockManager = {
  query: () => locks.query(),
  request: async (...args: readonly unknown[]) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const request = Reflect.get(locks, "request") as (...each: readonly unknown[]) => Promise<never>;
    return request.call(locks, ...args);
  },
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const writers = (tabs: readonly Tab[]) => tabs.filter(({ lease }) => lease.role().kind === "writer").length;

describe("the writer's lease", () => {
  it("makes the first tab the writer and every other a mirror", async () => {
    const match = newMatch();
    const tabs = [await openTab(match), await openTab(match), await openTab(match)];
    expect(tabs.map(({ lease }) => lease.role().kind)).toEqual(["writer", "mirror", "mirror"]);
    expect(tabs[0]?.lease.role()).toEqual({ kind: "writer", isGuarded: true });
    for (const { lease } of tabs) lease.release();
  });

  it("leaves matches apart", async () => {
    const tabs = [await openTab(), await openTab()];
    expect(writers(tabs)).toBe(2);
    for (const { lease } of tabs) lease.release();
  });

  it("promotes the next mirror, and only that, when the writer is gone", async () => {
    const match = newMatch();
    const tabs = [await openTab(match), await openTab(match), await openTab(match)];
    tabs[0]?.lease.release();
    await settled();
    expect(tabs.map(({ lease }) => lease.role().kind)).toEqual(["released", "writer", "mirror"]);
    expect(tabs[1]?.roles).toEqual(["writer"]);
    for (const { lease } of tabs) lease.release();
  });

  it("hands over on demand, back and forth, with one writer at a time", async () => {
    const match = newMatch();
    const tabs = [await openTab(match), await openTab(match)];
    for (const index of [1, 0, 1, 1, 0]) {
      tabs[index]?.lease.takeOver();
      await settled();
      expect(tabs[index]?.lease.role().kind).toBe("writer");
      expect(writers(tabs)).toBe(1);
    }
    expect(tabs[0]?.roles).toEqual(["mirror", "writer", "mirror", "writer"]);
    for (const { lease } of tabs) lease.release();
  });

  it("asks the writer, which finishes before it hands over", async () => {
    const match = newMatch();
    let asked = 0;
    const first = await openTab(match, { openChannel, onAsked: () => (asked += 1) });
    const second = await openTab(match, { openChannel });
    second.lease.takeOver();
    await settled();
    expect([asked, first.lease.role().kind, second.lease.role().kind]).toEqual([1, "writer", "mirror"]);
    first.lease.handOver();
    await settled();
    expect([first.roles, second.roles]).toEqual([["mirror"], ["writer"]]);
    second.lease.release();
    await settled();
    expect(first.lease.role().kind).toBe("writer");
    first.lease.release();
  });

  it("does not wait for a writer that does not answer", async () => {
    const match = newMatch();
    const frozen = await openTab(match, { openChannel, onAsked: () => undefined });
    const second = await openTab(match, { openChannel });
    second.lease.takeOver();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([frozen.lease.role().kind, second.lease.role().kind]).toEqual(["mirror", "writer"]);
    for (const { lease } of [frozen, second]) lease.release();
  });

  it("goes back when a tab that took over is closed before it got it", async () => {
    const match = newMatch();
    const first = await openTab(match);
    const second = await openTab(match, { manager: slowLocks });
    second.lease.takeOver();
    second.lease.release();
    await settled();
    await settled();
    expect([first, second].map(({ lease }) => lease.role().kind)).toEqual(["writer", "released"]);
    first.lease.release();
  });

  it("is not granted to a tab that stopped waiting", async () => {
    const match = newMatch();
    const [first, second, third] = [await openTab(match), await openTab(match), await openTab(match)];
    second.lease.release();
    first.lease.release();
    await settled();
    expect(second.roles).toEqual(["released"]);
    expect(third.lease.role().kind).toBe("writer");
    third.lease.release();
  });

  it("says so where the browser has no locks, or refuses them", async () => {
    const refusing: LockManager = {
      query: () => Promise.reject(new Error("no")),
      request: () => Promise.reject(new DOMException("no", "SecurityError")),
    };
    for (const manager of [undefined, refusing]) {
      const roles: WriterRole["kind"][] = [];
      const lease = await requestWriter({ locks: manager, match: newMatch(), onRole: ({ kind }) => roles.push(kind) });
      expect(lease.role()).toEqual({ kind: "writer", isGuarded: false });
      lease.takeOver();
      lease.release();
      expect(lease.role().kind).toBe("released");
    }
  });
});
