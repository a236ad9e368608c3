import { open, stat, writeFile } from "node:fs/promises";
import { err, ok, type Result } from "@replayground/kernel";
import type { FilePort, ReadError } from "./types.ts";

/** Files and standard input. */
export const nodeFiles: FilePort = {
  read: async (path, limit) => {
    try {
      return path === "-" ? await readAll(process.stdin, limit) : await readFile(path, limit);
    } catch (error) {
      return err({ kind: "no_input", reason: reasonOf(error) });
    }
  },
  write: async (path, bytes) => {
    try {
      await writeFile(path, bytes, { flag: "wx" });
      return ok(null);
    } catch (error) {
      return err(reasonOf(error));
    }
  },
};

async function readFile(path: string, limit: number): Promise<Result<Uint8Array, ReadError>> {
  const { size } = await stat(path);
  if (size > limit) return err({ kind: "too_large", limit });
  const handle = await open(path);
  try {
    // A stream, not the size: a device or pipe has none, and never ends.
    return await readAll(handle.createReadStream({ autoClose: false }), limit);
  } finally {
    await handle.close();
  }
}

async function readAll(source: AsyncIterable<unknown>, limit: number): Promise<Result<Uint8Array, ReadError>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    if (!(part instanceof Uint8Array)) throw new Error("Broken invariant: input arrives as bytes");
    length += part.length;
    if (length > limit) return err({ kind: "too_large", limit });
    parts.push(part);
  }
  return ok(new Uint8Array(Buffer.concat(parts)));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "permission denied",
    EISDIR: "it is a folder",
    EEXIST: "it exists already",
  };
  return words[code] ?? code;
}
