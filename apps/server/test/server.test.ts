import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { unwrap } from "@replayground/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServer, type Listening } from "../src/index.ts";
import { createCertificate } from "./kit/certificate.ts";
import { type Answer, type Ask, ask } from "./kit/request.ts";
import { createFolder, createSite, type Folder, INDEX, SCRIPT } from "./kit/site.ts";

const NAVIGATION = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const ASSET = "/assets/index-C7x_9-Qz.js";

let site: Folder;
let server: Listening;
const get = (path: string, more: Partial<Ask> = {}): Promise<Answer> => ask({ port: server.port, path, ...more });

beforeAll(async () => {
  site = await createSite();
  const config = { host: "127.0.0.1", port: 0, tls: null, webRoot: site.path };
  server = unwrap(await unwrap(await createServer(config)).listen());
});
afterAll(async () => {
  await server.stop();
  await site.remove();
});

describe("headers of every answer", () => {
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types replayground",
  ].join(";");

  it.each(["/", ASSET, "/api/health", "/api/nothing", "/missing.png", "/%E0%A4%A"])("%s", async (path) => {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-frame-options": "DENY",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });
});

describe("files", () => {
  it.each([
    ["/", "text/html; charset=utf-8", "no-cache"],
    ["/index.html", "text/html; charset=utf-8", "no-cache"],
    ["/sw.js", "text/javascript; charset=utf-8", "no-cache"],
    ["/icon.svg", "image/svg+xml", "no-cache"],
    ["/manifest.webmanifest", "application/manifest+json", "no-cache"],
    [ASSET, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/assets/commit-mono-Bx81AbCd.woff2", "font/woff2", "public, max-age=31536000, immutable"],
  ])("%s is %s, kept: %s", async (path, type, cache) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers["content-type"]?.replace("; charset=utf-8", "")).toBe(type.replace("; charset=utf-8", ""));
    expect(headers["cache-control"]).toBe(cache);
  });

  it.each([
    ["gzip, deflate, br", "br", (body: Buffer) => brotliDecompressSync(body)],
    ["gzip", "gzip", (body: Buffer) => gunzipSync(body)],
    ["br;q=0, gzip;q=0", undefined, (body: Buffer) => body],
    ["", undefined, (body: Buffer) => body],
  ])("Accept-Encoding %j gets %s", async (accepted, encoding, decode) => {
    const { headers, body } = await get(ASSET, { headers: { "Accept-Encoding": accepted } });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toBe("Accept-Encoding");
    expect(headers["content-length"]).toBe(String(body.length));
    expect(decode(body).toString()).toBe(SCRIPT);
  });

  it("has a tag for each encoding, and answers 304 to it", async () => {
    const encodings = ["br", "gzip", "identity"];
    const tags = await Promise.all(
      encodings.map(async (encoding) => (await get(ASSET, { headers: { "Accept-Encoding": encoding } })).headers.etag),
    );
    expect(new Set(tags).size).toBe(3);
    const headers = { "Accept-Encoding": "br", "If-None-Match": tags[0] ?? "" };
    expect(await get(ASSET, { headers })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect((await get(ASSET, { headers: { ...headers, "Accept-Encoding": "gzip" } })).status).toBe(200);
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    const [head, full] = [await get(ASSET, { method: "HEAD" }), await get(ASSET)];
    expect(head.body).toHaveLength(0);
    expect(head.status).toBe(200);
    expect({ ...head.headers, date: "" }).toEqual({ ...full.headers, date: "" });
  });

  it("refuses to change a file", async () => {
    const { status, headers } = await get("/sw.js", { method: "PUT" });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
});

describe("ranges", () => {
  const part = (range: string, more = {}): Promise<Answer> => get(ASSET, { headers: { Range: range, ...more } });
  const { length } = SCRIPT;

  it.each([
    ["bytes=0-5", SCRIPT.slice(0, 6), `bytes 0-5/${length}`],
    ["bytes=7-", SCRIPT.slice(7), `bytes 7-${length - 1}/${length}`],
    ["bytes=-3", SCRIPT.slice(-3), `bytes ${length - 3}-${length - 1}/${length}`],
    [`bytes=${length - 1}-999999`, SCRIPT.slice(-1), `bytes ${length - 1}-${length - 1}/${length}`],
  ])("%s", async (range, expected, contentRange) => {
    const answer = await part(range, { "Accept-Encoding": "br" });
    expect(answer.status).toBe(206);
    expect(answer.body.toString()).toBe(expected);
    expect(answer.headers).toMatchObject({ "content-range": contentRange, "content-length": String(expected.length) });
    expect(answer.headers["content-encoding"]).toBeUndefined();
  });

  it("says so when there is no such part", async () => {
    const { status, headers } = await part(`bytes=${length}-`);
    expect([status, headers["content-range"]]).toEqual([416, `bytes */${length}`]);
  });

  it.each(["bytes=0-1,5-6", "lines=1-2", "bytes=x"])("sends all for %s", async (range) => {
    const { status, body } = await part(range);
    expect([status, body.length]).toEqual([200, length]);
  });

  it("sends all when the file is another one by now", async () => {
    expect((await part("bytes=0-5", { "If-Range": '"old"' })).status).toBe(200);
  });
});

describe("screens of the app", () => {
  it.each(["/history", "/replay/0190b5a0-0000-7000-8000-000000000000", "/play/tetris?mode=sprint40"])(
    "%s is the app when a person goes there",
    async (path) => {
      const { status, headers, body } = await get(path, { headers: NAVIGATION });
      expect(status).toBe(200);
      expect(headers["cache-control"]).toBe("no-cache");
      expect(body.toString()).toBe(INDEX);
    },
  );

  it.each([
    ["/history", { Accept: "*/*" }],
    ["/missing.js", NAVIGATION],
    ["/assets/gone-C7x_9-Qz.js", NAVIGATION],
    ["/assets/folder", NAVIGATION],
    ["/assets", { Accept: "*/*" }],
    ["/api/unknown", NAVIGATION],
    ["/api", NAVIGATION],
  ])("%s asked for with %j is 404", async (path, headers) => {
    const answer = await get(path, { headers });
    expect(answer.status).toBe(404);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.body.length).toBeLessThan(400);
  });
});

describe("failures", () => {
  it.each([
    [NAVIGATION, "/missing.png", "text/html"],
    [{}, "/missing.png", "text/plain"],
    [NAVIGATION, "/api/missing", "application/json"],
  ])("%j at %s is answered as %s", async (headers, path, type) => {
    const answer = await get(path, { headers });
    expect(answer.headers["content-type"]).toContain(type);
    expect(answer.body.toString()).toContain("Not Found");
  });

  it.each([
    "/../../../etc/passwd",
    "/assets/../../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc%2fpasswd",
  ])("%s leads nowhere", async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain("root:");
  });

  it.each(["/%E0%A4%A", "/%00", `/${"a".repeat(8000)}`, "/__proto__", "/constructor"])("survives %s", async (path) => {
    expect((await get(path)).status).toBe(404);
    expect((await get("/api/health")).status).toBe(200);
  });
});

describe("health", () => {
  it("answers, and is never kept", async () => {
    const { status, headers, body } = await get("/api/health");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(body.toString())).toEqual({ status: "ok" });
  });
});

describe("starting", () => {
  it("says that the app is not built", async () => {
    const empty = await createFolder({ "other.txt": "" });
    for (const webRoot of [empty.path, `${empty.path}/none`]) {
      const started = await createServer({ host: "127.0.0.1", port: 0, tls: null, webRoot });
      expect(started).toMatchObject({ ok: false, error: { kind: "app_not_built", webRoot } });
    }
    await empty.remove();
  });

  it("says that the port is taken", async () => {
    const second = unwrap(await createServer({ host: "127.0.0.1", port: server.port, tls: null, webRoot: site.path }));
    expect(await second.listen()).toEqual({ ok: false, error: { kind: "port_in_use", port: server.port } });
  });

  it("says that the certificate cannot be used", async () => {
    const folder = await createFolder({ "cert.pem": "no certificate", "key.pem": "no key" });
    for (const name of ["cert.pem", "none.pem"]) {
      const tls = { cert: `${folder.path}/${name}`, key: `${folder.path}/key.pem` };
      const started = await createServer({ host: "127.0.0.1", port: 0, tls, webRoot: site.path });
      expect(started).toMatchObject({ ok: false, error: { kind: "tls_unusable" } });
    }
    await folder.remove();
  });

  it("serves https, and promises to stay with it", async () => {
    const { cert, key } = createCertificate();
    const folder = await createFolder({ "cert.pem": cert, "key.pem": key });
    const tls = { cert: `${folder.path}/cert.pem`, key: `${folder.path}/key.pem` };
    const secure = unwrap(
      await unwrap(await createServer({ host: "127.0.0.1", port: 0, tls, webRoot: site.path })).listen(),
    );
    const { status, headers } = await ask({ port: secure.port, path: "/", tls: true });
    await secure.stop();
    await folder.remove();
    expect([status, headers["strict-transport-security"]]).toEqual([200, "max-age=31536000"]);
  });
});
