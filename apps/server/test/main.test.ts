import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./kit/request.ts";
import { createSite, type Folder } from "./kit/site.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

let site: Folder;
beforeAll(async () => {
  site = await createSite();
});
afterAll(() => site.remove());

interface Program {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  words(): string;
  /** Resolves when the words contain a match. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code. */
  ends(): Promise<number | null>;
}

/** The program as a person starts it. */
function start(...args: readonly string[]): Program {
  const env = { ...process.env, WEB_ROOT: site.path, PORT: "0" };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close").then(() => child.exitCode);
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (words += String(chunk)));
  return {
    child,
    words: () => words,
    ends: () => ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(words);
          if (match !== null) resolve(match);
        };
        child.stdout.on("data", look);
        child.once("close", () => reject(new Error(`ended without ${pattern}: ${words}`)));
        look();
      }),
  };
}

async function startListening(): Promise<{ readonly program: Program; readonly port: number }> {
  const program = start();
  const [, port] = await program.says(/http:\/\/localhost:(\d+)/);
  return { program, port: Number(port) };
}

describe("the program", () => {
  it("prints the address it answers at, and ends well on SIGTERM", async () => {
    const { program, port } = await startListening();
    expect((await ask({ port, path: "/" })).status).toBe(200);
    program.child.kill("SIGTERM");
    expect(await program.ends()).toBe(0);
  });

  it("takes the same wish twice for one", async () => {
    const { program, port } = await startListening();
    const open = connect(port, "127.0.0.1");
    await once(open, "connect");
    open.on("error", () => {});
    open.write("GET / HTTP/1.1\r\nHost: localhost\r\n");
    // Once a later question is answered, the half request has been read too.
    await ask({ port, path: "/api/health" });
    program.child.kill("SIGINT");
    program.child.kill("SIGINT");
    open.write("Connection: close\r\n\r\n");
    const [answer] = await once(open, "data");
    expect(String(answer)).toContain("200 OK");
    expect(await program.ends()).toBe(0);
  });

  it("does not wait for a connection that says nothing", async () => {
    const { program, port } = await startListening();
    const idle = connect(port, "127.0.0.1");
    await once(idle, "connect");
    idle.on("error", () => {});
    program.child.kill("SIGTERM");
    expect(await program.ends()).toBe(0);
  });

  it("says what to do when the port is taken", async () => {
    const { program, port } = await startListening();
    const second = start("--port", String(port));
    expect(await second.ends()).toBe(1);
    expect(second.words()).toContain(`Port ${port} is taken`);
    expect(second.words()).toContain(`npm start -- --port ${port + 1}`);
    program.child.kill("SIGTERM");
    await program.ends();
  });

  it("says what it cannot use", async () => {
    const program = start("--port", "many");
    expect(await program.ends()).toBe(2);
    expect(program.words()).toBe(
      "Cannot use port: many is not a whole number from 0 to 65535.\nSee npm start -- --help\n",
    );
  });

  it("shows its options", async () => {
    const program = start("--help");
    expect(await program.ends()).toBe(0);
    expect(program.words()).toContain("--tls CERT KEY");
  });

  it("does nothing when it is imported", async () => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", `await import(${JSON.stringify(MAIN)})`]);
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });
});
