import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { unwrap } from "@replayground/kernel";
import { expect, it } from "vitest";
import { createServer } from "../src/index.ts";
import { ask } from "./kit/request.ts";
import { createSite } from "./kit/site.ts";

const SOCKETS = 2000;

/** Sends the head of a request one line at a time, and never ends it. */
async function drip(port: number): Promise<{ readonly socket: Socket; readonly closed: Promise<number> }> {
  const start = performance.now();
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => {});
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
  const timer = setInterval(() => socket.write("X-More: 1\r\n"), 1000);
  const closed = once(socket, "close").then(() => {
    clearInterval(timer);
    return performance.now() - start;
  });
  socket.resume();
  return { socket, closed };
}

it("sheds 2,000 dripping connections within 15 s and answers others meanwhile", async () => {
  const site = await createSite();
  const config = { host: "127.0.0.1", port: 0, tls: null, webRoot: site.path };
  const server = unwrap(await unwrap(await createServer(config)).listen());
  const drips = await Promise.all(Array.from({ length: SOCKETS }, () => drip(server.port)));
  const answers: number[] = [];
  const over = new AbortController();
  const probing = (async (): Promise<void> => {
    while (!over.signal.aborted) {
      const start = performance.now();
      expect((await ask({ port: server.port, path: "/api/health" })).status).toBe(200);
      answers.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  const lifetimes = await Promise.all(drips.map(({ closed }) => closed));
  over.abort();
  await probing;
  await server.stop();
  await site.remove();
  const longest = Math.max(...lifetimes) / 1000;
  const p99 = answers.toSorted((a, b) => a - b)[Math.floor(answers.length * 0.99)] ?? 0;
  console.log(`figure: ${SOCKETS} dripping sockets closed within ${longest.toFixed(1)} s (bar 15 s)`);
  console.log(`figure: answers to others meanwhile, p99 ${p99.toFixed(1)} ms (bar 50 ms)`);
  expect(longest).toBeLessThanOrEqual(15);
});
