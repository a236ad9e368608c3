import { ByteWriter, err, ok, type Json, type LogEvent, type Result } from "@replayground/kernel";
import { MAX_OPENED_BYTES, eventToJson, parseEvent } from "./event.ts";
import type { LogFault } from "./fault.ts";
import { PackFault, PackReader } from "./pack-reader.ts";
import { PackWriter } from "./pack-writer.ts";
import { isObject } from "./shape.ts";

/** Consecutive events as one self-contained run of bytes, opened seals included. Lossless: see `unpackEvents`. */
export function packEvents(events: readonly LogEvent[]): Uint8Array {
  const writer = new PackWriter();
  writer.varint(events.length);
  writer.varint(events[0]?.seq ?? 0);
  let at = 0;
  for (const event of events) {
    writer.varint(event.at - at);
    at = event.at;
    writer.value(event.type);
    writer.value(event.seat);
    writer.value(event.data);
    writer.value(event.sealed === undefined ? null : sealedToJson(event));
  }
  return writer.bytes.take();
}

/**
 * The events of a pack; each is checked like any event from outside. A fault names the first wrong one. A short string
 * number stands for up to 64 characters, so the packed size of one event is bounded before it is spelled out.
 */
export function unpackEvents(bytes: Uint8Array): Result<readonly LogEvent[], LogFault> {
  const reader = new PackReader(bytes);
  const scratch = new ByteWriter(1024);
  const events: LogEvent[] = [];
  let first: number | null = null;
  try {
    const count = reader.varint();
    first = reader.varint();
    let at = 0;
    for (let i = 0; i < count; i++) {
      const seq = first + i;
      reader.fence(MAX_OPENED_BYTES);
      at += reader.varint();
      const event = parseEvent(readEvent(reader, seq, at), seq, scratch);
      if (!event.ok) return event;
      events.push(event.value);
    }
    return reader.done ? ok(events) : err({ kind: "not_a_log", reason: "bytes after the last event" });
  } catch (fault) {
    if (!(fault instanceof PackFault)) throw fault;
    if (first === null) return err({ kind: "not_a_log", reason: fault.message });
    return err({ kind: "bad_event", seq: first + events.length, path: "", reason: `pack: ${fault.message}` });
  }
}

function readEvent(reader: PackReader, seq: number, at: number): Json {
  const type = reader.value();
  const seat = reader.value();
  const data = reader.value();
  const sealed = reader.value();
  return sealed === null ? { at, data, seat, seq, type } : { at, data, sealed, seat, seq, type };
}

function sealedToJson(event: LogEvent): Json {
  const json = eventToJson(event, true);
  return isObject(json) ? (json["sealed"] ?? null) : null;
}
