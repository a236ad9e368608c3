import type { BrowserContext } from "@playwright/test";

/**
 * Whatever a browser complains about while a story runs: errors and warnings on the console (a refusal by the page's
 * policy is one), exceptions, failed requests. A story passes only if it stays empty.
 */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly allowed: RegExp[] = [];

  listen(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.heard.push(message.text());
    });
    context.on("weberror", (error) => this.heard.push(error.error().stack ?? error.error().message));
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // A page that is left while it loads gives its requests up.
      if (why !== "net::ERR_ABORTED") this.heard.push(`${request.url()} ${why}`);
    });
  }

  /** A story that provokes a complaint says which. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  get unexpected(): readonly string[] {
    return this.heard.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }
}
