/** 1 January 1980, 00:00: the earliest time that a zip file can tell. */
const dosTime = Buffer.from([0x00, 0x00, 0x21, 0x00]);

const endSignature = Buffer.from('PK\x05\x06', 'latin1');

/** The same zip file with one fixed time on all its entries, so that the same content always gives the same bytes. */
export function withFixedTimes(zip: Buffer): Buffer<ArrayBuffer> {
  const fixed = Buffer.from(zip);
  const end = fixed.lastIndexOf(endSignature);
  const entries = fixed.readUInt16LE(end + 10);
  let at = fixed.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    dosTime.copy(fixed, at + 12);
    dosTime.copy(fixed, fixed.readUInt32LE(at + 42) + 10);
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32);
  }
  return fixed;
}
