/**
 * The packed spelling of JSON values: about ten bytes an event, self-contained, for segments and files.
 * It is a storage codec only; what is hashed are canonical bytes. One tag byte, then:
 */
export const TAG = {
  /** 0x00-0x7f: the integer itself. */
  smallIntegers: 0x80,
  /** A varint n: the integer n. */
  positive: 0x80,
  /** A varint n: the integer -1 - n. */
  negative: 0x81,
  null: 0x82,
  true: 0x83,
  false: 0x84,
  /** Length, then ASCII: text not seen before in this pack. It takes the next string number. */
  newString: 0x85,
  /** A varint: the number of a string seen before. */
  string: 0x86,
  /** A varint length, then the items. */
  array: 0x87,
  /** Count, then that many keys (as strings): a set of keys not seen before. It takes the next shape number; its values follow. */
  newShape: 0x88,
  /** A varint: the number of a shape seen before; its values follow in the order of the keys. */
  shape: 0x89,
  /** 0x90-0xaf: strings 0-31. */
  shortString: 0x90,
  /** 0xb0-0xcf: shapes 0-31. */
  shortShape: 0xb0,
  /** 0xd0-0xdf: arrays of 0-15 items. */
  shortArray: 0xd0,
} as const;

export const SHORT_REFERENCES = 32;
export const SHORT_ARRAYS = 16;
