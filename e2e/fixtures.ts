import {
  expect,
  test as base,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  type TestType,
} from "@playwright/test";
import { Complaints } from "./lib/complaints.ts";
import { Device } from "./lib/device.ts";
import { HomePage } from "./pages/home-page.ts";
import { HistoryPage } from "./pages/history-page.ts";
import { PlayPage } from "./pages/play-page.ts";
import { ReplayPage } from "./pages/replay-page.ts";
import { Player } from "./player/player.ts";

export interface Fixtures {
  /** A browser with a profile of its own, which can be killed. */
  readonly device: Device;
  readonly complaints: Complaints;
  readonly home: HomePage;
  readonly table: PlayPage;
  readonly replay: ReplayPage;
  readonly history: HistoryPage;
  readonly player: Player;
}

/** A story: pages by name, someone who can play, and no complaint of the browser left unread. */
export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<Fixtures>({
  complaints: [
    async ({ context }, give) => {
      const complaints = new Complaints();
      complaints.listen(context);
      await give(complaints);
      expect(complaints.unexpected).toEqual([]);
    },
    { auto: true },
  ],
  device: async ({ complaints, baseURL, launchOptions }, give, info) => {
    const device = new Device({
      profile: info.outputPath("profile"),
      baseURL: baseURL ?? "",
      launchOptions,
      complaints,
    });
    await give(device);
    await device.throwAway();
  },
  home: async ({ page }, give) => give(new HomePage(page)),
  table: async ({ page }, give) => give(new PlayPage(page)),
  replay: async ({ page }, give) => give(new ReplayPage(page)),
  history: async ({ page }, give) => give(new HistoryPage(page)),
  player: async ({ table }, give) => give(new Player(table)),
});

export { expect };
