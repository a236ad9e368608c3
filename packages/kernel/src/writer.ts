const MAX_SMALL = 0x7fff_ffff;
const ZERO = 48;

/** A growing buffer of bytes. One is reused per chain: canonical bytes are written, hashed and forgotten. */
export class ByteWriter {
  bytes: Uint8Array;
  length = 0;
  private capacity: number;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
    this.capacity = capacity;
  }

  /** Small enough to be inlined: it stands before every write. */
  reserve(extra: number): void {
    if (this.length + extra > this.capacity) this.grow(this.length + extra);
  }

  private grow(needed: number): void {
    const grown = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
    this.capacity = grown.length;
  }

  byte(value: number): void {
    if (this.length === this.capacity) this.grow(this.length + 1);
    this.bytes[this.length++] = value;
  }

  /** Text that the program itself wrote: ASCII, nothing to escape. */
  ascii(text: string): void {
    this.reserve(text.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** A safe integer in decimal. */
  integer(value: number): void {
    if (value < 0 || value > MAX_SMALL) {
      this.ascii(String(value));
      return;
    }
    let digits = 1;
    for (let limit = 10; digits < 10 && value >= limit; limit *= 10) digits++;
    this.reserve(digits);
    let rest = value | 0;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = (rest / 10) | 0;
      this.bytes[at] = ZERO + rest - 10 * next;
      rest = next;
    }
    this.length += digits;
  }

  raw(part: Uint8Array): void {
    this.reserve(part.length);
    this.bytes.set(part, this.length);
    this.length += part.length;
  }

  /** The bytes written so far: a view into the buffer, valid until the next write. */
  view(): Uint8Array {
    return new Uint8Array(this.bytes.buffer, 0, this.length);
  }

  /** A copy of the bytes written so far. */
  take(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
