import type { CDPSession, Page } from "@playwright/test";

/** CPU time of a page's main thread: other work on the machine does not count. */
export class MainThread {
  private readonly session: CDPSession;

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new MainThread(session);
  }

  /** What it costs to act, in ms. */
  async spent(act: () => Promise<unknown>): Promise<number> {
    const from = await this.seconds();
    await act();
    return 1000 * ((await this.seconds()) - from);
  }

  private async seconds(): Promise<number> {
    const { metrics } = await this.session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  }
}
