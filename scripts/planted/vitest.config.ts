import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { plantedBugs } from "./bugs.ts";

const root: string = fileURLToPath(new URL("../..", import.meta.url));
const bug = plantedBugs[Number(process.env["PLANTED_BUG"])];
if (bug === undefined) throw new Error("PLANTED_BUG is the number of a bug, from 0.");

/** The ordinary suites, over sources of which one is made wrong on its way in. Nothing on the disk changes. */
const config: ViteUserConfig = defineConfig({
  root,
  test: {
    include: ["packages/**/test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/*.torture.test.ts"],
    bail: 1,
    // The cache knows files as they are on the disk: it would serve them right, or worse, keep them wrong.
    fsModuleCache: false,
  },
  plugins: [
    {
      name: "planted-bug",
      enforce: "pre",
      load(id) {
        if (id !== root + bug.file) return null;
        const parts = readFileSync(id, "utf8").split(bug.right);
        if (parts.length !== 2) throw new Error(`stands ${parts.length - 1} times in ${bug.file}: ${bug.right}`);
        return parts.join(bug.wrong);
      },
    },
  ],
});

export default config;
