// `pnpm bench [section ..]`: figures beside their peer or limit, and whether they reach their bar. Prints, nothing else.
import { formatFigures } from "./harness/report.ts";
import type { Section } from "./harness/types.ts";
import { browserSection } from "./sections/browser.ts";
import { botsSection } from "./sections/bots.ts";
import { chromiumSection } from "./sections/chromium.ts";
import { chainSection, replaySection, seekSection } from "./sections/replay.ts";
import { sizesSection } from "./sections/sizes.ts";
import { snapshotSection } from "./sections/snapshot.ts";
import { tetrisCore } from "./sections/tetris-core.ts";
import { tetrisRunner } from "./sections/tetris-runner.ts";

const sections: readonly Section[] = [
  tetrisCore,
  tetrisRunner,
  snapshotSection,
  replaySection,
  chainSection,
  seekSection,
  sizesSection,
  botsSection,
  chromiumSection,
  browserSection,
];

const wanted = process.argv.slice(2).map((name) => name.replace(/^--/, ""));
const unknown = wanted.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  console.error(`No section ${unknown.join(", ")}. There are: ${sections.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
for (const section of sections) {
  if (wanted.length > 0 && !wanted.includes(section.name)) continue;
  console.log(`\n${section.name}\n${formatFigures(await section.run())}`);
}
