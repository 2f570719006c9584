import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { refusalText } from '../../../cards/text/refusal.ts';
import type { Deleter, Refusal, RefusalCode } from '../../../services/refusal.ts';

const number = 'C-7F3K-9Q2M';
const at = '2026-11-20T18:30:00.000Z';
const deletedBy = (by: Deleter) => ({ code: 'draftDeleted', data: { number, at, by } }) as const;

// One of each, written as a table so that a code without a sample does not compile.
const samples: { readonly [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  unknownPerson: { code: 'unknownPerson' },
  notAllowed: { code: 'notAllowed', data: { command: 'edit' } },
  notFound: { code: 'notFound', data: { side: 'none' } },
  draftDeleted: deletedBy({ kind: 'colleague', name: 'Ben Okafor' }),
  wrongStatus: { code: 'wrongStatus', data: { command: 'approve', status: 'Approved' } },
  changedMeanwhile: { code: 'changedMeanwhile' },
  alreadySubmitted: { code: 'alreadySubmitted' },
  reviewIsYours: { code: 'reviewIsYours' },
  nothingEdited: { code: 'nothingEdited' },
  incomplete: { code: 'incomplete' },
  customerUnchecked: { code: 'customerUnchecked' },
  proofMissing: { code: 'proofMissing' },
  answerMissing: { code: 'answerMissing' },
  rivalCounts: { code: 'rivalCounts', data: { rivals: 1, numbers: number } },
  rivalHolds: { code: 'rivalHolds', data: { numbers: number } },
  rivalWaits: { code: 'rivalWaits', data: { rivals: 1 } },
  tooLate: { code: 'tooLate', data: { until: '2026-12-21T08:00:00.000Z' } },
  fieldErrors: { code: 'fieldErrors' },
  fileTooLarge: { code: 'fileTooLarge', data: { limitMiB: 24 } },
  fileEmpty: { code: 'fileEmpty' },
  fileTypeUnknown: { code: 'fileTypeUnknown' },
  fileNameDiffers: { code: 'fileNameDiffers', data: { kind: 'jpg', ending: 'png' } },
  fileContentDiffers: { code: 'fileContentDiffers', data: { kind: 'exe', ending: 'pdf' } },
  fileProtected: { code: 'fileProtected' },
  fileTwice: { code: 'fileTwice', data: { name: 'scan.pdf' } },
  fileCount: { code: 'fileCount', data: { limit: 19 } },
  fileUnreachable: { code: 'fileUnreachable' },
  fileAdded: { code: 'fileAdded', data: { file: 'scan.pdf', number } },
  fileDiscarded: { code: 'fileDiscarded', data: { file: 'scan.pdf' } },
  fileGone: { code: 'fileGone' },
  notSaved: { code: 'notSaved' },
};

/** What the words make of the data. */
const says: readonly (readonly [what: string, refusal: Refusal, said: RegExp])[] = [
  ['the deadline that has passed (R78)', samples.tooLate, /until .*20 Dec 2026, 24:00 Pacific Time\.$/],
  ['the size that is possible (D9)', samples.fileTooLarge, /at most 24 MB/],
  ['how many files are possible (D9)', samples.fileCount, /have 19 files/],
  ['the file that is the same', samples.fileTwice, /as scan\\?\.pdf\.$/],
  ['the file and its claim', samples.fileAdded, /^scan\\?\.pdf is already added to C-7F3K-9Q2M\.$/],
  ['the file that was discarded', samples.fileDiscarded, /^scan\\?\.pdf has been deleted/],
  ['the rival that is decided first (D6)', samples.rivalCounts, /C-7F3K-9Q2M is being decided/],
  ['the rival that holds (D6)', samples.rivalHolds, /\(C-7F3K-9Q2M\)/],
  ['the present status (R70)', samples.wrongStatus, /“Approved”\. The card/],
  [
    'the present status, and where an edit is possible (R88)',
    { code: 'wrongStatus', data: { command: 'edit', status: 'UnderReview' } },
    /“Under review” now, and it can be edited in “Submitted”/,
  ],
  [
    'the kind that its name should say',
    samples.fileNameDiffers,
    /content is jpg, but its name ends in “\.png”/,
  ],
  [
    'the kind that a name without an ending should say',
    { code: 'fileNameDiffers', data: { kind: 'jpg', ending: '' } },
    /content is jpg, but its name does not say so/,
  ],
  ['the kind that it is not', samples.fileContentDiffers, /ends in “\.pdf”, but its content is exe/],
  [
    'that nobody knows what it is',
    { code: 'fileContentDiffers', data: { kind: '', ending: 'pdf' } },
    /ends in “\.pdf”, but its content is something else/,
  ],
  [
    'the colleague who deleted it (D13)',
    samples.draftDeleted,
    /^Ben Okafor deleted draft C-7F3K-9Q2M on .*2026/,
  ],
  ['the reader’s own press (D13)', deletedBy({ kind: 'own' }), /^You deleted draft C-7F3K-9Q2M on .*2026/],
  ['ninety days (D13)', deletedBy({ kind: 'system' }), /^Draft C-7F3K-9Q2M was deleted on .*2026.*90 days/],
  ['the partner’s list', { code: 'notFound', data: { side: 'partner' } }, /“my claims”/],
  ['the reviewers’ list', { code: 'notFound', data: { side: 'reviewer' } }, /“review queue”/],
  ['no list to whom has none (R97)', samples.notFound, /Check the number\.$/],
  ['the role it takes', samples.notAllowed, /Ask an Incentives admin of your company\.$/],
  ['that reviewers do it', { code: 'notAllowed', data: { command: 'approve' } }, /Only a reviewer/],
  ['that reviewers see it', { code: 'notAllowed', data: { command: 'queue' } }, /Only a reviewer/],
  [
    'that partners file',
    { code: 'notAllowed', data: { command: 'submit', side: 'reviewer' } },
    /^Reviewers do not file/,
  ],
];

describe('When something is refused', () => {
  for (const refusal of Object.values(samples)) {
    it(`says why in whole sentences: ${refusal.code}`, () => {
      const text = refusalText(refusal, reader);
      assert.match(text, /^\S.*[.]$/);
      assert.doesNotMatch(text, /[{}]|undefined|NaN|null|\[object/);
    });
  }

  for (const [what, refusal, said] of says) {
    it(`names ${what}`, () => assert.match(refusalText(refusal, reader), said));
  }
});
