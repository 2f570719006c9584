import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip file; `streamed` writes its sizes after its content, as Google and Java libraries do. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  readonly streamed?: boolean;
}

/** A zip file with these entries in this order. */
export function aZip(entries: readonly ZipEntry[]): Buffer<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = entryParts(entry, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function entryParts({ name, content, streamed = false }: ZipEntry, offset: number) {
  const plain = Buffer.from(content);
  const packed = deflateRawSync(plain);
  const label = Buffer.from(name);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(crc32(plain), 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(plain.length, 8);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(streamed ? 8 : 0, 6);
  local.writeUInt16LE(8, 8);
  if (!streamed) sizes.copy(local, 14);
  local.writeUInt16LE(label.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(streamed ? 8 : 0, 8);
  central.writeUInt16LE(8, 10);
  sizes.copy(central, 16);
  central.writeUInt16LE(label.length, 28);
  central.writeUInt32LE(offset, 42);
  const after = streamed ? [Buffer.from('504b0708', 'hex'), sizes] : [];
  return {
    local: Buffer.concat([local, label, packed, ...after]),
    central: Buffer.concat([central, label]),
  };
}
