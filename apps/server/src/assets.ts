import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

/** One way to send a file: its bytes, and the tag that names exactly these bytes. */
export interface Variant {
  readonly body: Buffer;
  readonly etag: string;
}

/** One file of the built app, ready to be sent. */
export interface Asset {
  /** File name extension with its dot. */
  readonly extension: string;
  /** The name carries a hash of the content, so that the content under this name never changes. */
  readonly immutable: boolean;
  readonly identity: Variant;
  /** Absent where compression does not pay. */
  readonly compressed: Readonly<Partial<Record<Exclude<Encoding, "identity">, Variant>>>;
}

/** The built app by URL path. Only what is listed here can be asked for, so no path can lead out of the folder. */
export type AssetTable = ReadonlyMap<string, Asset>;

const COMPRESSIBLE = new Set([
  ".css",
  ".html",
  ".js",
  ".json",
  ".map",
  ".mjs",
  ".svg",
  ".txt",
  ".wasm",
  ".webmanifest",
]);

/** Smaller files fit into one packet either way. */
const WORTH_COMPRESSING = 1024;

/** Reads and compresses every file of a folder (a built app is a few MB). Rejects when the folder is missing. */
export async function loadAssets(directory: string): Promise<AssetTable> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file) => {
      const path = `/${relative(directory, file).split(sep).join("/")}`;
      return [path, await createAsset(path, await readFile(file))] as const;
    }),
  );
  return new Map(assets);
}

async function createAsset(path: string, body: Buffer): Promise<Asset> {
  const extension = /\.[a-z0-9]+$/i.exec(path)?.[0].toLowerCase() ?? "";
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return {
    extension,
    immutable: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path),
    identity: { body, etag: `"${hash}"` },
    compressed: COMPRESSIBLE.has(extension) && body.length >= WORTH_COMPRESSING ? await compress(body, hash) : {},
  };
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

async function compress(body: Buffer, hash: string): Promise<Asset["compressed"]> {
  const [br, gz] = await Promise.all([
    brotliAsync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    gzipAsync(body, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return {
    ...(br.length < body.length ? { br: { body: br, etag: `"${hash}-br"` } } : {}),
    ...(gz.length < body.length ? { gzip: { body: gz, etag: `"${hash}-gz"` } } : {}),
  };
}
