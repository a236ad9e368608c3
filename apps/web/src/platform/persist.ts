/**
 * Asks the browser not to clear this site's storage under pressure; History shows what it has promised. Worth asking once
 * there is something to keep, because some browsers put the question to the person.
 */
export async function askToPersist(): Promise<void> {
  const storage: Partial<StorageManager> | undefined = navigator.storage; // typed as always there; it is not
  try {
    if ((await storage?.persisted?.()) === false) await storage?.persist?.();
  } catch {
    // Refused without an answer: nothing was promised, as before.
  }
}
