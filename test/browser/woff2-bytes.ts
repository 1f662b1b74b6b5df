/** Reading and writing the numbers of font files. */

export type Reader = ReturnType<typeof reader>;
export type Writer = ReturnType<typeof writer>;

export function reader(data: Buffer) {
  let at = 0;
  const move = (by: number) => {
    at += by;
    return at - by;
  };
  const u8 = () => data.readUInt8(move(1));
  const u16 = () => data.readUInt16BE(move(2));
  return {
    u8,
    u16,
    i16: () => data.readInt16BE(move(2)),
    u32: () => data.readUInt32BE(move(4)),
    tag: () => data.toString('latin1', move(4), at),
    bytes: (length: number) => data.subarray(move(length), at),
    skip: (length: number) => void move(length),
    /** UIntBase128: seven bits a byte, the highest bit says that more follow. */
    base128() {
      let value = 0;
      for (;;) {
        const byte = u8();
        value = value * 128 + (byte & 127);
        if (byte < 128) return value;
      }
    },
    /** 255UInt16: small numbers in one byte. */
    short255() {
      const first = u8();
      if (first === 253) return u16();
      if (first === 254) return u8() + 506;
      return first === 255 ? u8() + 253 : first;
    },
  };
}

export function writer() {
  const parts: Buffer[] = [];
  let length = 0;
  const bytes = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const number = (size: number, write: (part: Buffer) => void) => {
    const part = Buffer.alloc(size);
    write(part);
    bytes(part);
  };
  return {
    bytes,
    u8: (value: number) => number(1, (part) => part.writeUInt8(value)),
    u16: (value: number) => number(2, (part) => part.writeUInt16BE(value)),
    i16: (value: number) => number(2, (part) => part.writeInt16BE(value)),
    u32: (value: number) => number(4, (part) => part.writeUInt32BE(value)),
    pad: (to: number) => bytes(Buffer.alloc((to - (length % to)) % to)),
    length: () => length,
    done: () => Buffer.concat(parts),
  };
}
