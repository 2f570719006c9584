import { randomBytes } from 'node:crypto';
import { aZip, type ZipEntry } from './aZip.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const contentTypes = (type: string, entry: Partial<ZipEntry> = {}): ZipEntry => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types><Override PartName="/part" ContentType="${type}.main+xml"/></Types>`,
  ...entry,
});
const relations: ZipEntry = { name: '_rels/.rels', content: '<Relationships/>' };

const types = {
  docx: { type: `${office}.wordprocessingml.document`, part: 'word/document.xml' },
  xlsx: { type: `${office}.spreadsheetml.sheet`, part: 'xl/workbook.xml' },
  pptx: { type: `${office}.presentationml.presentation`, part: 'ppt/presentation.xml' },
} as const;

/** An Office file as Office writes it, the list of its content types first. */
export function anOfficeFile(kind: keyof typeof types, text = 'Signed by Cleo Park') {
  const { type, part } = types[kind];
  return aZip([contentTypes(type), relations, { name: part, content: text }]);
}

/** A Word file as other programs write it: sizes after the content, the list of content types last. */
export function aDocxWithTypesLast(before: readonly ZipEntry[] = []) {
  const { type, part } = types.docx;
  const entries = [relations, ...before, { name: part, content: 'Signed' }, contentTypes(type)];
  return aZip(entries.map((entry) => ({ ...entry, streamed: true })));
}

/** A picture that alone is larger than what is looked at. */
export const aThumbnail = (): ZipEntry => ({
  name: 'docProps/thumbnail.jpeg',
  content: randomBytes(200_000),
});

export const aDocm = () => aZip([contentTypes('application/vnd.ms-word.document.macroEnabled'), relations]);
export const aDotx = () => aZip([contentTypes(`${office}.wordprocessingml.template`), relations]);
/** A Word file with macros whose list of content types comes last, so that only the macros tell. */
export const aDocxWithMacros = () =>
  aDocxWithTypesLast([
    { name: 'word/document.xml', content: 'text' },
    { name: 'word/vbaProject.bin', content: randomBytes(100_000) },
  ]);

/** An OLE container: an Outlook message, an Office file with a password, an Office file of before 2007. */
export const aCfb = (more = 0) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024 + more)]);

export const aPng = () =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
export const aJpeg = () => Buffer.concat([Buffer.from('ffd8ffe000104a4649460001', 'hex'), Buffer.alloc(64)]);

/** A TIFF whose directory stands `at` this offset; scanners write it at the end. */
export function aTiff(order: 'II' | 'MM', at = 8): Buffer {
  const tiff = Buffer.alloc(at + 6);
  tiff.write(order === 'II' ? 'II*\0' : 'MM\0*', 0, 'latin1');
  if (order === 'II') tiff.writeUInt32LE(at, 4);
  else tiff.writeUInt32BE(at, 4);
  return tiff;
}
