import { expect, test } from "../fixtures.ts";
import { readStoredLog } from "../store/read-store.ts";

test("a first visit becomes a finished Sprint, which is at once a verified replay", async ({
  home,
  table,
  player,
  replay,
}) => {
  await home.open();
  await home.mode("Sprint").click();
  await player.play();
  const figure = await table.result();
  const match = await table.match();

  await table.watchBack.click();
  await replay.verifyNow();

  const { events, head } = await readStoredLog(replay.page, match);
  expect(await replay.fact("Head")).toBe(head.slice(0, 32));
  expect(figure).toBe(clock(events.at(-1)?.at ?? 0));
});

/** Ticks of 1/600 s as a clock, as the result shows it: "0:48.62". */
function clock(ticks: number): string {
  const hundredths = Math.floor(ticks / 6);
  const [minutes, rest] = [Math.floor(hundredths / 6000), hundredths % 6000];
  return `${minutes}:${(rest / 100).toFixed(2).padStart(5, "0")}`;
}
