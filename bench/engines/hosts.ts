import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { chromium } from "@playwright/test";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { CHROMIUM_FLAGS, findChromium } from "../../e2e/browser.ts";

/** A JavaScript engine: evaluates a script, then an expression, and gives back its text. */
export interface EngineHost {
  readonly name: string;
  readonly run: (script: string, expression: string) => Promise<string>;
}

/** V8 as Node has it, in a context of its own: nothing of Node is in scope. */
export const node: EngineHost = {
  name: "Node (V8)",
  run: async (script, expression) => {
    const context = createContext({});
    runInContext(script, context);
    return String(runInContext(expression, context));
  },
};

/** V8 as the system's browser has it. */
export const browser: EngineHost = {
  name: "Chromium (V8)",
  run: async (script, expression) => {
    const running = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
    try {
      const page = await running.newPage();
      await page.addScriptTag({ content: script });
      return String(await page.evaluate(expression));
    } finally {
      await running.close();
    }
  },
};

export const spiderMonkey: EngineHost = shell({
  name: "SpiderMonkey (gjs)",
  command: "/usr/bin/gjs",
  remedy: "Debian: apt-get install gjs",
});

export const javaScriptCore: EngineHost = shell({
  name: "JavaScriptCore (jsc)",
  command: "/usr/bin/jsc",
  remedy: "Debian: apt-get install libjavascriptcoregtk-4.0-bin",
});

/** A small interpreter compiled to WebAssembly: slow, so it gets short games. */
export const quickJs: EngineHost = {
  name: "QuickJS",
  run: async (script, expression) => {
    const quickjs = await newQuickJSWASMModuleFromVariant(import("@jitl/quickjs-wasmfile-release-sync"));
    return String(quickjs.evalCode(`${script}\n${expression}`));
  },
};

const execute = promisify(execFile);

/** A command-line shell that runs a file and has `print`. */
function shell({ name, command, remedy }: { name: string; command: string; remedy: string }): EngineHost {
  return {
    name,
    run: async (script, expression) => {
      if (!existsSync(command)) throw new Error(`${name} is not installed: no ${command}. ${remedy}.`);
      const folder = await mkdtemp(join(tmpdir(), "replayground-engine-"));
      try {
        const file = join(folder, "program.js");
        await writeFile(file, `${script}\nprint(${expression});\n`);
        const { stdout } = await execute(command, [file], { maxBuffer: 256 * 1024 * 1024 });
        return stdout.trimEnd();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
