import { fileTypeFromBuffer } from 'file-type';
import type { FileContent } from '../../domain/proofTypes.ts';

/** How much of a file is examined before it is stored, in bytes. */
export const peekedBytes = 64 * 1024;

/** Where `%PDF-` may begin: PDF readers accept up to this many bytes before it. */
const pdfJunkBytes = 1024;

/** Recognises a file by its first bytes (D9); `cutOff` when there are more. */
export async function recogniseFile(head: Buffer, cutOff: boolean): Promise<FileContent> {
  const kind = (await kindOf(head)) ?? kindAside(head);
  return { entries: zipEntries(head), cutOff, ...(kind ? { kind } : {}) };
}

async function kindOf(head: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.ext;
  } catch {
    // Anybody can send bytes on which the library's parsers fail: the file is then not recognised.
    return undefined;
  }
}

/** What file-type does not recognise: a PDF after a few other bytes, and a TIFF with its directory at the end. */
function kindAside(head: Buffer): string | undefined {
  // Scanners write line ends or a byte order mark there. With readable text it would be another kind of file that is
  // also a PDF.
  const before = head.toString('latin1', 0, pdfJunkBytes + 5).split('%PDF-', 2);
  if (before.length === 2 && !/[!-~]/.test(before[0] ?? '')) return 'pdf';
  const order = head.toString('latin1', 0, 4);
  return order === 'II*\0' || order === 'MM\0*' ? 'tif' : undefined;
}

const entrySignature = Buffer.from('PK\x03\x04', 'latin1');

/** The names of the entries that begin in the first part of a zip file. */
function zipEntries(head: Buffer): string[] {
  if (head.indexOf(entrySignature) !== 0) return [];
  const names: string[] = [];
  for (let at = 0; at >= 0 && at + 30 <= head.length; at = head.indexOf(entrySignature, at + 4)) {
    const length = head.readUInt16LE(at + 26);
    names.push(head.toString('utf8', at + 30, at + 30 + length));
  }
  return names;
}
