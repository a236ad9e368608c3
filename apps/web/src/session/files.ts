import { DEFAULT_LIMITS } from "@replayground/archive";
import { err, ok, type MatchId, type Result } from "@replayground/kernel";
import { packEvents, unpackEvents, type StoreError } from "@replayground/log";
import { judge, type JudgeOptions } from "../judge/judge.ts";
import type { Imported, JudgeFault } from "../judge/protocol.ts";
import type { Library } from "./library.ts";
import { agreesWithStore } from "./same-log.ts";

export type FileError =
  | { readonly kind: "refused"; readonly fault: JudgeFault }
  | { readonly kind: "store"; readonly error: StoreError };

/** The bytes of a match file, made off the main thread. */
export async function exportMatch(library: Library, match: MatchId): Promise<Result<Uint8Array, FileError>> {
  const position = await library.log.position(match);
  if (!position.ok) return err({ kind: "store", error: position.error });
  const stored = await library.load(match);
  if (!stored.ok) return err({ kind: "store", error: stored.error });
  const { header, events } = stored.value;
  const claimed = position.value?.head ?? null;
  const file = await judge({ kind: "export", log: { header, packed: packEvents(events), claimed } });
  return file.ok ? file : err({ kind: "refused", fault: file.error });
}

/**
 * Takes a file in: checked by re-execution first, stored after. A match that is here already stays as it is; a longer
 * version of it is added to, another version is refused by the store.
 */
export async function importMatch(
  library: Library,
  bytes: Uint8Array,
  options: JudgeOptions = {},
): Promise<Result<MatchId, FileError>> {
  const imported = await judge({ kind: "import", bytes }, options);
  if (!imported.ok) return err({ kind: "refused", fault: imported.error });
  const stored = await storeImported(library, imported.value);
  return stored.ok ? stored : err({ kind: "store", error: stored.error });
}

async function storeImported(
  library: Library,
  { log, verdict, listing }: Imported,
): Promise<Result<MatchId, StoreError>> {
  const { match } = log.header;
  const events = unpackEvents(log.packed);
  if (!events.ok) return err({ kind: "bad_batch", reason: events.error.kind });
  const created = await library.log.create(log.header);
  if (!created.ok) return created;
  const agrees = await agreesWithStore(library, match, created.value, events.value);
  if (!agrees.ok) return agrees;
  const rest = events.value.slice(created.value.seq);
  if (rest.length > 0) {
    const appended = await library.log.append(match, { events: rest, head: verdict.head });
    if (!appended.ok) return appended;
  }
  void library.describe(match, listing); // for lists only, and made again where it is missing
  return ok(match);
}

/** A file that is larger than any match is not read at all. */
export async function readBytes(file: File): Promise<Result<Uint8Array, JudgeFault>> {
  const limit = DEFAULT_LIMITS.file;
  if (file.size > limit) return err({ kind: "over_limit", what: "file", limit });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return err({ kind: "not_a_match_file" }); // a folder, or a file that is gone by now
  }
}

/** Hands bytes to the person as a file. */
export function download(name: string, bytes: Uint8Array): void {
  const copy = new Uint8Array(bytes); // a Blob takes no view of shared memory
  const url = URL.createObjectURL(new Blob([copy], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Asks the person for files; empty if they change their mind. */
export function pickFiles(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ".rpg,.jsonl,.gz,application/octet-stream";
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

/** "replayground-sprint-2026-11-20-2014.rpg". */
export function fileNameFor(mode: string, startedAt: number): string {
  const at = new Date(startedAt);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `replayground-${mode || "match"}-${day}-${two(at.getHours())}${two(at.getMinutes())}.rpg`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
