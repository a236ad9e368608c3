/** `navigator.storage` */
export type PrivateFiles = Pick<StorageManager, "getDirectory">;

/** A second copy of the canary that reaches the disk sooner, read once at the start. Neither side ever fails. */
export interface CanaryBackup {
  readonly load: () => Promise<string | null>;
  readonly save: (text: string) => void;
}

/**
 * The copy as a file in the origin's private file system. Chromium keeps changes of localStorage in memory for seconds, so
 * that a browser that is killed has forgotten them (measured: 14 of 14 first sessions of two seconds); a closed file is
 * there. Without a private file system (plain http, older browsers) there is no copy.
 */
export function createFileBackup(storage: PrivateFiles | undefined, name: string): CanaryBackup {
  let next: string | null = null;
  let isWriting = false;

  async function write(): Promise<void> {
    isWriting = true;
    for (let text = next; text !== null; text = next) {
      next = null;
      await writeFile(storage, name, text).catch(() => null); // the canary is a help: the match goes on without it
    }
    isWriting = false;
  }

  return {
    load: () => readFile(storage, name).catch(() => null),
    save: (text) => {
      next = text; // only the newest matters
      if (!isWriting) void write();
    },
  };
}

async function readFile(storage: PrivateFiles | undefined, name: string): Promise<string | null> {
  const folder = await storage?.getDirectory();
  const handle = await folder?.getFileHandle(name);
  const file = await handle?.getFile();
  return file === undefined ? null : file.text();
}

async function writeFile(storage: PrivateFiles | undefined, name: string, text: string): Promise<void> {
  const folder = await storage?.getDirectory();
  const handle = await folder?.getFileHandle(name, { create: true });
  const file = await handle?.createWritable();
  await file?.write(text);
  await file?.close();
}
