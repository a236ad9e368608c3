import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../src/app.ts";
import type { Asset, AssetTable } from "../src/assets.ts";
import { type Answer, ask } from "./kit/request.ts";

/** A table that breaks when it is read: the outside world at its worst. */
class BrokenTable extends Map<string, Asset> {
  override get(): never {
    throw new Error("disk on fire in /secret/place");
  }
}

/** The answer of an app that is up for one question. */
async function askOnce(assets: AssetTable, path: string, headers = {}, draining = false): Promise<Answer> {
  const server = createServer(createApp({ assets, tls: false, isDraining: () => draining }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await ask({ port, path, headers });
  server.close();
  return answer;
}

describe("a defect of the server", () => {
  const reported = vi.fn<typeof console.error>();
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(reported);
  });
  afterEach(() => reported.mockClear());

  it.each([
    [{ Accept: "text/html" }, "text/html"],
    [{}, "text/plain"],
  ])("is told to the operator, and to a visitor with %j only that it happened", async (headers, type) => {
    const { status, headers: answered, body } = await askOnce(new BrokenTable(), "/", headers);
    expect(status).toBe(500);
    expect(answered["content-type"]).toContain(type);
    expect(answered["cache-control"]).toBe("no-store");
    expect(answered).toHaveProperty("content-security-policy");
    expect(body.toString()).toContain("Your games are kept in your browser.");
    expect(body.toString()).not.toMatch(/fire|secret|at .*\.ts/);
    expect(String(reported.mock.calls[0]?.[0])).toContain("disk on fire");
  });
});

describe("draining", () => {
  it("asks load balancers to look elsewhere", async () => {
    const { status, body } = await askOnce(new Map(), "/api/health", {}, true);
    expect(status).toBe(503);
    expect(JSON.parse(body.toString())).toEqual({ status: "draining" });
  });
});
