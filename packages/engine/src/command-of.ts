import { assertNever, type Json, type JsonObject, type LogEvent } from "@replayground/kernel";
import { asGameEvent } from "./fold.ts";
import { frameCommand, isFrameEvent, type FrameEventType } from "./frame.ts";
import type { Game, GameCommand, GameTypes } from "./types.ts";

/** The command an event records, of the game or of the frame; null for a consequence. */
export function commandOf<T extends GameTypes>(game: Game<T>, event: LogEvent): GameCommand | null {
  return isFrameEvent(event.type) ? frameCommandOf(event, event.type) : game.commandOf(asGameEvent<T>(event));
}

function frameCommandOf(event: LogEvent, type: FrameEventType): GameCommand | null {
  const { seat, data } = event;
  switch (type) {
    case "nonce_added":
      return { type: "add_nonce", seat, data };
    case "match_paused":
      return frameCommand("pause", seat);
    case "match_resumed":
      return frameCommand("resume", seat);
    case "policy_violation":
      return refusedCommand(event);
    case "match_closed":
      return data["how"] === "abandoned" ? frameCommand("abandon", seat) : null;
    default:
      return assertNever(type);
  }
}

function refusedCommand({ seat, data }: LogEvent): GameCommand | null {
  const command = data["command"];
  if (!isObject(command)) return null;
  const type = command["type"];
  const inner = command["data"];
  return typeof type === "string" && isObject(inner) ? { type, seat, data: inner } : null;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
