/** A place in a byte array, read or written from there on. Integers are little-endian groups of seven bits (LEB128). */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  putByte(value: number): void {
    this.bytes[this.at++] = value;
  }

  /** A non-negative safe integer. */
  putInt(value: number): void {
    let rest = value;
    while (rest > 0x7fff_ffff) {
      this.bytes[this.at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.at++] = rest;
  }

  int(): number {
    const first = this.byte();
    return first < 128 ? first : this.longInt(first & 127);
  }

  private longInt(first: number): number {
    let value = first;
    let scale = 128;
    for (let group = 1; group < 8; group++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
    }
    return value;
  }

  putWord(value: number): void {
    this.putByte(value & 255);
    this.putByte((value >>> 8) & 255);
    this.putByte((value >>> 16) & 255);
    this.putByte(value >>> 24);
  }

  word(): number {
    return (this.byte() | (this.byte() << 8) | (this.byte() << 16) | (this.byte() << 24)) >>> 0;
  }
}
