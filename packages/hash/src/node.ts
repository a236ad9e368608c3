import { createHmac, hash } from "node:crypto";
import type { HashPort } from "@replayground/kernel";

/** OpenSSL through Node's one-shot hash: the fastest on the server and in the CLI. */
export const nodeHash: HashPort = {
  sha256: (data) => hash("sha256", data, "buffer"),
  hmacSha256: (key, data) => createHmac("sha256", key).update(data).digest(),
};
