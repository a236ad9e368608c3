import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type BrowserContext, type LaunchOptions, type Page } from "@playwright/test";
import type { Complaints } from "./complaints.ts";

export interface DeviceOptions {
  /** Folder of the browser's profile: what it keeps outlives every kill. */
  readonly profile: string;
  readonly baseURL: string;
  readonly launchOptions: LaunchOptions;
  readonly complaints: Complaints;
}

/** A browser of its own with a profile on the disk. It can be killed as a whole and started again. */
export class Device {
  private readonly options: DeviceOptions;
  private running: { readonly context: BrowserContext; readonly pid: number } | null = null;

  constructor(options: DeviceOptions) {
    this.options = options;
  }

  /** Starts the browser; its one page is blank. */
  async start(): Promise<Page> {
    const { profile, baseURL, launchOptions, complaints } = this.options;
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL });
    this.running = { context, pid: await pidOf(context) };
    complaints.listen(context);
    return context.pages()[0] ?? context.newPage();
  }

  /** SIGKILL to every process of the browser at once: nothing gets to say goodbye. */
  async kill(): Promise<void> {
    if (this.running === null) return;
    const { context, pid } = this.running;
    this.running = null;
    const closed = new Promise((resolve) => context.once("close", resolve));
    process.kill(-pid, "SIGKILL");
    await closed;
  }

  /** Closes the browser as a person does. */
  async stop(): Promise<void> {
    await this.running?.context.close();
    this.running = null;
  }

  /** What a bad disk does: one bit of the database's largest file is another, while no browser holds it. */
  async flipBit(): Promise<void> {
    if (this.running !== null) throw new Error("The browser is running.");
    const databases = join(this.options.profile, "Default/IndexedDB");
    const folder = (await readdir(databases)).find((name) => name.endsWith(".leveldb"));
    const place = join(databases, folder ?? "");
    const files = (await readdir(place)).filter((name) => /\.(?:log|ldb)$/.test(name));
    const contents = await Promise.all(files.map((name) => readFile(join(place, name))));
    const bytes = contents.reduce((a, b) => (b.length > a.length ? b : a));
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 16;
    await writeFile(join(place, files[contents.indexOf(bytes)] ?? ""), bytes);
  }

  /** The end of the story. */
  async throwAway(): Promise<void> {
    await this.stop();
    await rm(this.options.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The browser's own process. It leads a process group, to which all of its children belong. */
async function pidOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const answer = await session?.send("SystemInfo.getProcessInfo");
  const pid = answer?.processInfo.find(({ type }) => type === "browser")?.id;
  if (pid === undefined) throw new Error("The browser does not say which process it is.");
  const [, , group] = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "").split(" ");
  if (Number(group) !== pid) throw new Error(`Process ${pid} leads no group: killing it would leave its children.`);
  return pid;
}
