import { assertNever } from '../../services/domain/assertNever.ts';
import type { NotAllowed, Refusal, RefusalData } from '../../services/domain/refusal.ts';
import { isForPartners } from '../../services/domain/rules/moves.ts';
import type { Reader } from '../kit/card.ts';
import { dayAt, deadline } from './dates.ts';
import { plain, shorten, shortFileName } from './markdown.ts';
import { whomToAsk } from './whomToAsk.ts';
import { type Key, type Words, wordsFor } from './words.ts';

/** One clear sentence on why something was not done, and what to do next. */
export function refusalText(refusal: Refusal, reader: Reader): string {
  return 'data' in refusal
    ? textOf(refusal, reader)
    : wordsFor(reader)(`refusal.${refusal.code}` satisfies Key);
}

type WithData = Extract<Refusal, { readonly data: unknown }>;
type RefusalsWithData = {
  readonly [C in WithData['code']]: { readonly code: C; readonly data: RefusalData[C] };
};

const textOf = <C extends WithData['code']>({ code, data }: RefusalsWithData[C], reader: Reader): string =>
  sentences[code](data, wordsFor(reader), reader);

/** How each refusal that has data says it. */
const sentences: {
  readonly [C in WithData['code']]: (data: RefusalData[C], t: Words, reader: Reader) => string;
} = {
  notAllowed: notAllowedText,
  notFound: ({ side }, t) => t(notFoundKeys[side]),
  draftDeleted: draftDeletedText,
  wrongStatus: ({ command, status }, t) =>
    t(command === 'edit' ? 'refusal.wrongStatusEdit' : 'refusal.wrongStatus', {
      status: t(`status.${status}`),
    }),
  competingBlocks: ({ numbers }, t) => t('refusal.competingBlocks', { numbers }),
  competingHolds: ({ numbers }, t) => t('refusal.competingHolds', { numbers }),
  approvalUnconfirmed: (_, t) => t('refusal.approvalUnconfirmed'),
  tooLate: ({ until }, t, reader) => t('refusal.tooLate', { deadline: deadline(until, reader) }),
  fileTooLarge: (data, t) => t('refusal.fileTooLarge', data),
  fileNameDiffers: ({ kind, ending }, t) =>
    ending ? t('refusal.fileNameDiffers', { kind, ending }) : t('refusal.fileNameWithoutEnding', { kind }),
  fileContentDiffers: ({ kind, ending }, t) =>
    kind ? t('refusal.fileContentDiffers', { kind, ending }) : t('refusal.fileContentUnknown', { ending }),
  fileTwice: ({ name }, t) => t('refusal.fileTwice', { name: fileName(name) }),
  fileCount: (data, t) => t('refusal.fileCount', data),
  tooManyDrafts: ({ most, of }, t) =>
    t(of === 'person' ? 'refusal.tooManyDrafts' : 'refusal.tooManyDraftsOfCompany', { most }),
  tooManyWaitingFiles: ({ most, of }, t) =>
    t(of === 'person' ? 'refusal.tooManyWaitingFiles' : 'refusal.tooManyWaitingFilesOfCompany', { most }),
  fileAdded: ({ file, number }, t) => t('refusal.fileAdded', { file: fileName(file), number }),
  fileDiscarded: ({ file }, t) => t('refusal.fileDiscarded', { file: fileName(file) }),
};

const notFoundKeys = {
  partner: 'refusal.notFoundPartner',
  reviewer: 'refusal.notFoundReviewer',
  none: 'refusal.notFound',
} as const;

/** Whether only reviewers do this. `queue` and `list` are views, not commands on a claim. */
function isReviewersWork(command: NotAllowed['command']): boolean {
  if (command === 'queue' || command === 'list') return command === 'queue';
  return !isForPartners(command);
}

function notAllowedText(refused: NotAllowed, t: Words, reader: Reader): string {
  if (isReviewersWork(refused.command)) return t('refusal.notAllowedReview');
  switch (refused.side) {
    case 'reviewer':
      return t('refusal.notAllowedFile');
    case 'partner': {
      const names = whomToAsk(refused.ask, reader);
      return names ? t('refusal.notAllowedAsk', { names }) : t('refusal.notAllowed');
    }
    case 'system':
    case undefined:
      return t('refusal.notAllowed');
    default:
      return assertNever(refused);
  }
}

function draftDeletedText({ number, at, by }: RefusalData['draftDeleted'], t: Words, reader: Reader): string {
  const day = dayAt(at, reader);
  switch (by.kind) {
    case 'own':
      return t('refusal.draftDeletedOwn', { number, day });
    case 'colleague':
      return t('refusal.draftDeletedBy', { number, day, name: plain(shorten(by.name, 100)) });
    case 'system':
      return t('refusal.draftDeleted', { number, day });
    default:
      return assertNever(by);
  }
}

const fileName = (name: string): string => plain(shortFileName(name, 60));
