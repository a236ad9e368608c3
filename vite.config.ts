import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

/** Source folders that make up the Tetris chunk: fetched when the first board is opened, never before. */
const tetrisFolders = ["/packages/games/tetris/", "/apps/web/src/boards/tetris/", "/apps/web/src/games/tetris/"];

function chunkOf(id: string): string | null {
  if (tetrisFolders.some((folder) => id.includes(folder))) return "tetris";
  if (/\/node_modules\/(?:\.pnpm\/)?(?:react|react-dom|scheduler)[@/]/.test(id)) return "react";
  return null;
}

const config: UserConfig = defineConfig({
  root: import.meta.dirname + "/apps/web",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // The server's policy has no `data:` source, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: chunkOf, debugName: "boards and vendors" }],
        },
      },
    },
  },
});

// Vite reads its configuration from the default export.
export default config;
