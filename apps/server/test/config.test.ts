import { describe, expect, it } from "vitest";
import { parseConfig } from "../src/config.ts";

const source = { args: [], env: {}, cwd: "/here", defaultWebRoot: "/app/dist" };

describe("parseConfig", () => {
  it("serves this machine on a port of its own by default", () => {
    expect(parseConfig(source)).toEqual({
      ok: true,
      value: { host: "127.0.0.1", port: 8484, tls: null, webRoot: "/app/dist" },
    });
  });

  it.each([
    ["the environment", [], { PORT: "1", HOST: "::" }, { port: 1, host: "::" }],
    ["the command line", ["--port", "2", "--host", "a.test"], {}, { port: 2, host: "a.test" }],
    ["the command line first", ["--port=3"], { PORT: "1" }, { port: 3 }],
    ["a free port", ["--port", "0"], {}, { port: 0 }],
    ["two files", ["--tls", "c.pem", "/k.pem"], {}, { tls: { cert: "/here/c.pem", key: "/k.pem" } }],
    ["two files before more", ["--tls", "c.pem", "k.pem", "--port", "4"], {}, { port: 4 }],
    ["two files of the environment", [], { TLS_CERT: "c", TLS_KEY: "k" }, { tls: { cert: "/here/c", key: "/here/k" } }],
    ["a folder", [], { WEB_ROOT: "web" }, { webRoot: "/here/web" }],
  ])("reads %s", (_, args, env, expected) => {
    expect(parseConfig({ ...source, args, env })).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ["port", ["--port=-1"], {}],
    ["port", ["--port", "65536"], {}],
    ["port", ["--port", "8e3"], {}],
    ["port", [], { PORT: "http" }],
    ["port", [], { PORT: "" }],
    ["host", ["--host", ""], {}],
    ["tls", ["--tls", "only-one.pem"], {}],
    ["tls", [], { TLS_KEY: "k.pem" }],
    ["stray", ["stray"], {}],
    ["third", ["--tls", "a", "b", "third"], {}],
    ["the command line", ["--prot", "1"], {}],
  ])("names what it cannot use: %s of %j %j", (setting, args, env) => {
    expect(parseConfig({ ...source, args, env })).toMatchObject({ ok: false, error: { kind: "bad_config", setting } });
  });
});
