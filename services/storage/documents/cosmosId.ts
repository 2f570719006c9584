/**
 * Writes an id with characters that are safe in a Cosmos DB address (`/ \ ? #` are forbidden there, others break
 * tools): each byte of any other character, in UTF-8, becomes `~` and two hexadecimal digits.
 */
export function encodeId(id: string): string {
  return id.replace(/[^A-Za-z0-9:_-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** Reads what `encodeId` wrote. */
export function decodeId(encoded: string): string {
  return encoded.replace(/(?:~[0-9a-f]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll('~', ''), 'hex').toString(),
  );
}
