import { concatBytes, err, ok, type Result } from "@replayground/kernel";

/** What Node and browsers share of the Compression Streams standard; their own typings differ. */
interface ByteTransform {
  readonly readable: { readonly getReader: () => ByteReader };
  readonly writable: { readonly getWriter: () => ByteSink };
}
interface ByteReader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  readonly cancel: (reason?: unknown) => Promise<void>;
}
interface ByteSink {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: (reason?: unknown) => Promise<void>;
}
export type Compression = "deflate-raw" | "gzip";
type TransformConstructor = new (format: Compression) => ByteTransform;

// The standard's globals, under the minimal interface above: Node's and the browser's typings do not agree on more.
const platform = globalThis as unknown as {
  readonly CompressionStream: TransformConstructor;
  readonly DecompressionStream: TransformConstructor;
};

/**
 * Bytes in one piece are inflated in one piece by some engines. Fed in slices, no more than a thousandfold of a slice
 * (the most that deflate can do) is ever ahead of the count.
 */
const SLICE = 1024;

export async function compress(format: Compression, bytes: Uint8Array): Promise<Uint8Array> {
  const all = await pump(new platform.CompressionStream(format), bytes, Number.POSITIVE_INFINITY);
  if (all === null) throw new Error("Broken invariant: compression has no limit");
  return all;
}

/** Refused as soon as more than `limit` bytes come out, without inflating the rest. */
export async function decompress(
  format: Compression,
  bytes: Uint8Array,
  limit: number,
): Promise<Result<Uint8Array, "over_limit" | "not_compressed">> {
  try {
    const all = await pump(new platform.DecompressionStream(format), bytes, limit);
    return all === null ? err("over_limit") : ok(all);
  } catch {
    return err("not_compressed"); // the standard throws TypeError for anything that is not valid data
  }
}

/** Null where more than `limit` bytes came out. */
async function pump(transform: ByteTransform, bytes: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  const fed = feed(writer, bytes).catch(() => undefined); // a failure shows on the reading side too
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      await writer.abort().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  await fed;
  return concatBytes(...parts);
}

async function feed(writer: ByteSink, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += SLICE) await writer.write(bytes.subarray(at, at + SLICE));
  await writer.close();
}
