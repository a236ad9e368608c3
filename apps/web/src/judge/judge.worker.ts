import { readLogFile, writeMatchFile, type ReadProgress } from "@replayground/archive";
import { createPageHash } from "@replayground/hash/page";
import { err, ok, type Result } from "@replayground/kernel";
import { packEvents, unpackEvents, type LogFault, type WellFormedLog } from "@replayground/log";
import { verifyLog, type VerifiedLog } from "@replayground/replay";
import type { Imported, JudgeFault, JudgeReply, JudgeRequest, JudgeTask, PackedLog, Verdict } from "./protocol.ts";
import { listingOf } from "./listing.ts";
import { registry } from "./registry.ts";

/**
 * Re-executes logs off the main thread: verification, export, import. One task at a time; the page stops a task by
 * ending the worker, so nothing here has to check for it.
 */
const { hash, upgrade } = createPageHash();

addEventListener("message", ({ data }: MessageEvent<JudgeRequest>) => {
  void answer(data);
});

async function answer({ id, task }: JudgeRequest): Promise<void> {
  await upgrade();
  const progress: ReadProgress = (seq, total) => {
    reply({ id, kind: "progress", seq, total });
    return true;
  };
  reply({ id, kind: "done", result: await perform(task, progress) });
}

function reply(message: JudgeReply): void {
  postMessage(message);
}

async function perform(task: JudgeTask, progress: ReadProgress): Promise<Result<unknown, JudgeFault>> {
  switch (task.kind) {
    case "verify":
      return verify(task.log, progress);
    case "export": {
      const log = unpack(task.log);
      return log.ok ? writeMatchFile(registry, hash, log.value) : log;
    }
    case "import": {
      const read = await readLogFile(registry, hash, task.bytes, { progress });
      return read.ok ? ok(toImported(read.value)) : read;
    }
    case "list": {
      const log = unpack(task.log);
      return log.ok ? ok(listingOf(hash, log.value)) : log;
    }
  }
}

function verify(packed: PackedLog, progress: ReadProgress): Result<Verdict, JudgeFault> {
  const log = unpack(packed);
  if (!log.ok) return log;
  const total = log.value.events.length;
  const verified = verifyLog(registry, hash, log.value, (seq) => progress(seq, total));
  return verified.ok ? ok(toVerdict(verified.value)) : verified;
}

function unpack({ header, packed, claimed }: PackedLog): Result<WellFormedLog, LogFault> {
  const events = unpackEvents(packed);
  return events.ok ? ok({ header, events: events.value, claimed }) : err(events.error);
}

function toVerdict({ head, state, status, outcome, events }: VerifiedLog): Verdict {
  return { head, state, status, outcome, events: events.length };
}

function toImported(log: VerifiedLog): Imported {
  const packed = packEvents(log.events);
  const listing = listingOf(hash, log);
  return { log: { header: log.header, packed, claimed: log.head }, verdict: toVerdict(log), listing };
}
