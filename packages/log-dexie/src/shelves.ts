import { ok, type Json, type MatchId, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import type { Connection } from "./connection.ts";
import { SCHEMA_VERSION, type KeyframeRecord } from "./schema.ts";
import type { Keyframe } from "./types.ts";

type Answer<T> = Promise<Result<T, StoreError>>;

/** Stored states: only a help for seeking, never needed. Those of another engine build are not given out. */
export interface Keyframes {
  readonly put: (match: MatchId, keyframe: Keyframe) => Answer<null>;
  /** The last one at or before an event; null where there is none. */
  readonly before: (match: MatchId, seq: number) => Answer<Keyframe | null>;
}

/** Small values of the app by key. */
export interface Settings {
  readonly get: (key: string) => Answer<Json | undefined>;
  readonly put: (key: string, value: Json) => Answer<null>;
  readonly remove: (key: string) => Answer<null>;
}

export function createKeyframes(connection: Connection, engine: string): Keyframes {
  return {
    put: (match, { seq, bytes }) =>
      connection.write("relaxed", ["keyframes"], async ({ keyframes }) => {
        await keyframes.put({ match, seq, bytes, engine, schema: SCHEMA_VERSION });
        return null;
      }),
    before: async (match, seq) => {
      const found = await connection.read(["keyframes"], ({ keyframes }) =>
        keyframes
          .where("[match+seq]")
          .between([match, 0], [match, seq], true, true)
          .reverse()
          .filter((keyframe) => keyframe.engine === engine)
          .first(),
      );
      return found.ok ? ok(toKeyframe(found.value)) : found;
    },
  };
}

function toKeyframe(record: KeyframeRecord | undefined): Keyframe | null {
  return record === undefined ? null : { seq: record.seq, bytes: record.bytes };
}

export function createSettings(connection: Connection): Settings {
  return {
    get: async (key) => {
      const found = await connection.read(["settings"], ({ settings }) => settings.get(key));
      return found.ok ? ok(found.value?.value) : found;
    },
    put: (key, value) =>
      connection.write("relaxed", ["settings"], async ({ settings }) => {
        await settings.put({ key, value });
        return null;
      }),
    remove: (key) =>
      connection.write("relaxed", ["settings"], async ({ settings }) => {
        await settings.delete(key);
        return null;
      }),
  };
}
