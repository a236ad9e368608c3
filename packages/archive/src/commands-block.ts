import { MAX_EVENT_BYTES, canonicalBytes, err, ok, toSeat, toTick, type Json, type Result } from "@replayground/kernel";
import type { GameCommand } from "@replayground/engine";
import { PackFault, PackReader, PackWriter, isCount, isObject } from "@replayground/log";
import type { TimedCommand } from "@replayground/replay";

/**
 * Columns, because like stands beside like: the number of commands; the number of distinct commands and each of them as
 * a packed `[type, seat, data]`; the time since the command before (of the first: since 0), a varint each; the number
 * of the distinct command, a varint each.
 */
export function writeCommands(commands: readonly TimedCommand[]): Uint8Array {
  const table = new CommandTable();
  const numbers = commands.map(({ command }) => table.numberOf(command));
  const writer = new PackWriter();
  writer.varint(commands.length);
  writer.varint(table.entries.length);
  for (const entry of table.entries) writer.value(entry);
  let before = 0;
  for (const { at } of commands) {
    writer.varint(at - before);
    before = at;
  }
  for (const number of numbers) writer.varint(number);
  return writer.bytes.take();
}

/** The inverse; an error says in words what is wrong. Counts are believed only as far as there are bytes for them. */
export function readCommands(bytes: Uint8Array): Result<readonly TimedCommand[], string> {
  try {
    return readColumns(new PackReader(bytes));
  } catch (fault) {
    if (fault instanceof PackFault) return err(fault.message);
    throw fault;
  }
}

function readColumns(reader: PackReader): Result<readonly TimedCommand[], string> {
  const count = reader.varint();
  const distinct = reader.varint();
  if (count > reader.remaining || distinct > count) return err("more commands than bytes");
  const table: GameCommand[] = [];
  for (let i = 0; i < distinct; i++) {
    const command = parseCommand(reader.value());
    if (command === null) return err("not a command");
    table.push(command);
  }
  const times: number[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    at += reader.varint();
    if (!Number.isSafeInteger(at)) return err("time too large");
    times.push(at);
  }
  const commands: TimedCommand[] = [];
  for (const at of times) {
    const command = table[reader.varint()];
    if (command === undefined) return err("unknown command number");
    commands.push({ at: toTick(at), command });
  }
  return reader.done ? ok(commands) : err("bytes after the last command");
}

function parseCommand(value: Json): GameCommand | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [type, seat, data] = value as readonly Json[]; // narrowed by isArray to a mutable array of anything
  if (typeof type !== "string" || !isObject(data)) return null;
  if (seat !== null && !(isCount(seat) && seat < 64)) return null;
  const bytes = canonicalBytes(value);
  if (!bytes.ok || bytes.value.length > MAX_EVENT_BYTES) return null;
  return { type, seat: seat === null ? null : toSeat(seat), data };
}

/** Distinct commands, in the order of their first use. */
class CommandTable {
  readonly entries: Json[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf({ type, seat, data }: GameCommand): number {
    const entry: Json = [type, seat, data];
    const key = JSON.stringify(entry); // commands of one game have their keys in one order
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}
