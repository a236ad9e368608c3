import { ByteWriter, invariant, type Json, type JsonObject } from "@replayground/kernel";
import { SHORT_ARRAYS, SHORT_REFERENCES, TAG } from "./pack-format.ts";

/** Writes values one after another; strings and key sets are spelled once per pack. */
export class PackWriter {
  readonly bytes: ByteWriter = new ByteWriter(1024);
  private readonly stringNumbers = new Map<string, number>();
  private readonly shapeNumbers = new Map<string, number>();

  value(value: Json): void {
    if (typeof value === "number") this.integer(value);
    else if (typeof value === "string") this.string(value);
    else if (value === null) this.bytes.byte(TAG.null);
    else if (value === true) this.bytes.byte(TAG.true);
    else if (value === false) this.bytes.byte(TAG.false);
    else if (Array.isArray(value)) this.array(value);
    else this.object(value as JsonObject); // arrays are excluded above; TypeScript keeps readonly ones
  }

  /** A non-negative safe integer: seven bits a byte, lowest first. */
  varint(value: number): void {
    invariant(Number.isSafeInteger(value) && value >= 0, "a varint is a count");
    let rest = value;
    while (rest >= 0x80) {
      this.bytes.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.bytes.byte(rest);
  }

  private integer(value: number): void {
    if (value >= 0 && value < TAG.smallIntegers) this.bytes.byte(value);
    else if (value >= 0) {
      this.bytes.byte(TAG.positive);
      this.varint(value);
    } else {
      this.bytes.byte(TAG.negative);
      this.varint(-1 - value);
    }
  }

  private string(value: string): void {
    const number = this.stringNumbers.get(value);
    if (number !== undefined) return this.reference(number, TAG.shortString, TAG.string);
    this.stringNumbers.set(value, this.stringNumbers.size);
    this.bytes.byte(TAG.newString);
    this.bytes.byte(value.length);
    this.bytes.ascii(value);
  }

  private array(items: readonly Json[]): void {
    if (items.length < SHORT_ARRAYS) this.bytes.byte(TAG.shortArray + items.length);
    else {
      this.bytes.byte(TAG.array);
      this.varint(items.length);
    }
    for (const item of items) this.value(item);
  }

  private object(value: JsonObject): void {
    const keys = Object.keys(value);
    const shape = `${keys.length}\n${keys.join("\n")}`; // no key contains a line feed, but one may be empty
    const number = this.shapeNumbers.get(shape);
    if (number !== undefined) this.reference(number, TAG.shortShape, TAG.shape);
    else {
      this.shapeNumbers.set(shape, this.shapeNumbers.size);
      this.bytes.byte(TAG.newShape);
      this.varint(keys.length);
      for (const key of keys) this.string(key);
    }
    for (const key of keys) this.value(value[key] ?? null);
  }

  private reference(number: number, short: number, long: number): void {
    if (number < SHORT_REFERENCES) this.bytes.byte(short + number);
    else {
      this.bytes.byte(long);
      this.varint(number);
    }
  }
}
