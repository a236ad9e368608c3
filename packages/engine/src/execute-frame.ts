import { assertNever, parseHex, type Tick } from "@replayground/kernel";
import { FRAME_COMMANDS, type FrameCommandType } from "./frame.ts";
import { MAX_EVENTS_PER_STEP, Recorder } from "./recorder.ts";
import type { Authority, GameCommand, GameTypes, MatchState, Rejection, Step } from "./types.ts";

/** Carries out a command of the frame. The match is idle or running, and `at` is not before its clock. */
export function executeFrame<T extends GameTypes>(
  authority: Authority<T>,
  match: MatchState<T>,
  command: GameCommand,
  at: Tick,
): Step<T> {
  const type = FRAME_COMMANDS.find((known) => known === command.type);
  const refuse = (rejection: Rejection): Step<T> => ({ match, events: [], rejection });
  if (type === undefined) return refuse({ kind: "illegal", reason: "unknown_command" });
  if ((match.paused || match.status === "idle") && at !== match.at) return refuse(stands(match));
  const reason = objection(match, command, type);
  if (reason !== null) return refuse(reason);
  const recorder = new Recorder(authority, match);
  if (!recorder.runTo(at)) return refuse({ kind: "too_far", limit: MAX_EVENTS_PER_STEP });
  const { status } = recorder.match;
  if (status === "finalized") return recorder.done(type === "tick" ? null : { kind: "not_running", status });
  recordFrame(recorder, command, type);
  return recorder.done();
}

function stands<T extends GameTypes>(match: MatchState<T>): Rejection {
  return match.paused ? { kind: "paused" } : { kind: "not_running", status: match.status };
}

function objection<T extends GameTypes>(
  match: MatchState<T>,
  command: GameCommand,
  type: FrameCommandType,
): Rejection | null {
  const { seat } = command;
  if (seat !== null && match.header.seats[seat] === undefined) return illegal("no_such_seat");
  switch (type) {
    case "add_nonce":
      if (match.status !== "idle") return illegal("not_awaiting_nonces");
      // A bot's seat adds none: whoever orders the match could choose it last, and with it the deal.
      if (seat === null || match.header.seats[seat]?.bot !== null) return illegal("nonce_not_expected");
      if (match.nonces[seat] !== null) return illegal("nonce_not_expected");
      return parseHex(command.data["nonce"], 16).ok ? null : illegal("nonce_must_be_16_bytes");
    case "pause":
      if (match.header.chance.kind === "committed") return illegal("no_pause_in_witnessed_play");
      return match.paused ? illegal("already_paused") : null;
    case "resume":
      return match.paused ? null : illegal("not_paused");
    case "abandon":
    case "tick":
      return null;
    default:
      return assertNever(type);
  }
}

function illegal(reason: string): Rejection {
  return { kind: "illegal", reason };
}

function recordFrame<T extends GameTypes>(recorder: Recorder<T>, command: GameCommand, type: FrameCommandType): void {
  const { seat } = command;
  switch (type) {
    case "add_nonce": {
      const nonce = parseHex(command.data["nonce"], 16);
      if (!nonce.ok) return;
      recorder.frame("nonce_added", seat, { nonce: nonce.value });
      if (recorder.match.status === "running") recorder.start();
      return;
    }
    case "pause":
      return recorder.frame("match_paused", seat, {});
    case "resume":
      return recorder.frame("match_resumed", seat, {});
    case "abandon":
      return recorder.close("abandoned", seat);
    case "tick":
      return;
    default:
      return assertNever(type);
  }
}
