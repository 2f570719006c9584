import type { ProofFile } from '../../services/domain/claim.ts';
import { button, type Lanes, lanes } from '../kit/buttons.ts';
import type { Reader } from '../kit/card.ts';
import { type Maybe, type TextPart, texts } from '../kit/parts.ts';
import type { Action } from '../kit/verbs.ts';
import { clientDate } from '../text/dates.ts';
import { fileSize } from '../text/lists.ts';
import { plain, shortFileName } from '../text/markdown.ts';
import { wordsFor } from '../text/words.ts';

/** A list of proof files: pressing a name opens it, a draft's files can be removed. */
export interface FileList {
  readonly heading: string;
  readonly rows: readonly FileRow[];
  readonly more: Maybe<TextPart>;
}

interface FileRow {
  readonly openTitle: string;
  readonly open: Action;
  readonly name: string;
  readonly about: string;
  readonly removal: Maybe<Lanes>;
}

/** What to list, and how much of it. */
export interface Listing {
  readonly number: string;
  readonly heading: string;
  /** At most so many, the newest first. */
  readonly most: number;
  readonly nameLength: number;
  /** D15: the files are listed on the question whether to approve, which says that so many competing claims wait. */
  readonly approving?: number;
  /** Makes the action that removes a file; only in a draft. */
  readonly removal?: (proof: string) => Action;
}

/** The newest files; without any file there is no list. */
export function fileList(files: readonly ProofFile[], listing: Listing, reader: Reader): Maybe<FileList> {
  if (files.length === 0) return [];
  const t = wordsFor(reader);
  const shown = files.toReversed().slice(0, listing.most);
  const hidden = files.length - shown.length;
  return [
    {
      heading: listing.heading,
      rows: shown.map((file) => fileRow(file, listing, reader)),
      more: texts(hidden > 0 && t('files.more', { count: hidden })),
    },
  ];
}

function fileRow(file: ProofFile, listing: Listing, reader: Reader): FileRow {
  const { number, nameLength, removal, approving } = listing;
  const t = wordsFor(reader);
  const name = shortFileName(file.name, Math.min(nameLength, 48));
  return {
    openTitle: t('action.openFile', { file: name }),
    open: {
      verb: 'proof.open',
      number,
      proof: file.id,
      ...(approving === undefined ? {} : { approving }),
    },
    name: plain(name),
    about: t('claim.fileSize', { size: fileSize(file.bytes, reader), when: clientDate(file.addedAt) }),
    removal: lanes([removal && button(t('action.remove'), removal(file.id))]),
  };
}
