import { granted, type Outcome, refused } from './refusal.ts';

/** Kinds of files that can be proof of execution (D9), with the endings that their names have. */
const kinds = {
  pdf: { endings: ['pdf'], type: 'application/pdf' },
  docx: {
    endings: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    office: true,
  },
  xlsx: {
    endings: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    office: true,
  },
  pptx: {
    endings: ['pptx'],
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    office: true,
  },
  msg: { endings: ['msg'], type: 'application/vnd.ms-outlook' },
  png: { endings: ['png'], type: 'image/png' },
  jpg: { endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  tiff: { endings: ['tiff', 'tif'], type: 'image/tiff' },
} as const satisfies Record<string, { endings: readonly string[]; type: string; office?: true }>;

type Kind = keyof typeof kinds;

/** What the beginning of a file reveals. */
export interface FileContent {
  /** As file-type calls it: `pdf`, `zip`, `cfb`, `exe` …; absent when it knows none. */
  readonly kind?: string;
  /** Names of the entries of a zip that were seen. */
  readonly entries: readonly string[];
  /** The file continues after the part that was seen. */
  readonly cutOff: boolean;
}

/** The content type of a file whose name and content agree on an accepted kind (D9), or why it is refused. */
export function proofTypeOf(name: string, content: FileContent): Outcome<string> {
  const ending = endingOf(name);
  const named = kindNamed(ending);
  if (content.kind === 'cfb' && isOffice(named)) return refused('fileProtected');
  const held = kindHeld(content, named);
  if (held) {
    // Without an ending a container could hold anything; other kinds are recognised by their content alone.
    const agree = named === held || (ending === '' && !isContainer(held));
    return agree ? granted(kinds[held].type) : refused('fileNameDiffers', { kind: held, ending });
  }
  if (!named) return refused('fileTypeUnknown');
  return refused('fileContentDiffers', { ending, kind: kindTold(content) });
}

/** `pdf` for `Signed.PDF`; empty for `scan`, `scan.v2` and `minutes 2026.11`. */
export function endingOf(name: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return /^v?\d+$/.test(ending) ? '' : ending;
}

const kindNamed = (ending: string): Kind | undefined =>
  allKinds.find((kind) => endings(kind).includes(ending));

function kindHeld({ kind, entries, cutOff }: FileContent, named: Kind | undefined): Kind | undefined {
  switch (kind) {
    case 'tif':
      return 'tiff';
    case 'apng':
      return 'png';
    case 'cfb':
      return named === 'msg' ? 'msg' : undefined;
    case 'zip':
      // A large picture can come before the entries that show which Office format it is; then the name decides.
      return isOffice(named) && cutOff && entries.some(isOfficePart) ? named : undefined;
    default:
      return allKinds.find((known) => known === kind && !(isOffice(known) && entries.some(isMacro)));
  }
}

/** The kind of file as shown to people; empty where its name would mean nothing to them. */
function kindTold({ kind = '', entries }: FileContent): string {
  if (kind === 'cfb') return '';
  return entries.some(isMacro) ? kind.replace(/x$/, 'm') : kind;
}

const allKinds = Object.keys(kinds) as readonly Kind[];
const endings = (kind: Kind): readonly string[] => kinds[kind].endings;
const isOffice = (kind: Kind | undefined): boolean => kind !== undefined && 'office' in kinds[kind];
const isContainer = (kind: Kind): boolean => isOffice(kind) || kind === 'msg';
const isOfficePart = (entry: string): boolean => /^(_rels|docProps|customXml)\//.test(entry);
const isMacro = (entry: string): boolean => entry.endsWith('/vbaProject.bin');
