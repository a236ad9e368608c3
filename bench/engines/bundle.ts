import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Name under which a bundle leaves its exports in the global scope. */
export const GLOBAL = "replayground";

/** One script of ES2022 that leaves `var replayground = { .. }`. Nothing in it may need a platform: no imports remain. */
export async function bundleScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(new URL("..", import.meta.url)),
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ["iife"], name: GLOBAL },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const result of outputs) {
    if (!("output" in result)) continue;
    const [chunk] = result.output;
    if (chunk.imports.length > 0) throw new Error(`the bundle still imports ${chunk.imports.join(", ")}`);
    return chunk.code;
  }
  throw new Error("the bundler gave no script");
}
