import { err, ok, type Json, type LogEvent, type Result } from "@replayground/kernel";
import { eventToJson, parseEvent } from "./event.ts";
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

/** The events of a pack; each is checked like any event from outside. A fault names the first wrong one. */
export function unpackEvents(bytes: Uint8Array): Result<readonly LogEvent[], LogFault> {
  const reader = new PackReader(bytes);
  const events: LogEvent[] = [];
  try {
    const count = reader.varint();
    const first = reader.varint();
    let at = 0;
    for (let i = 0; i < count; i++) {
      at += reader.varint();
      const event = parseEvent(readEvent(reader, first + i, at), first + i);
      if (!event.ok) return event;
      events.push(event.value);
    }
    return reader.done ? ok(events) : err({ kind: "not_a_log", reason: "bytes after the last event" });
  } catch (fault) {
    if (!(fault instanceof PackFault)) throw fault;
    return err({ kind: "not_a_log", reason: `damaged after ${events.length} events: ${fault.message}` });
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
