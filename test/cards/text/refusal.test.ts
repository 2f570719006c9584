import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { refusalText } from '../../../cards/text/refusal.ts';
import type { Deleter, Refusal, RefusalCode } from '../../../services/domain/refusal.ts';

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
  competingBlocks: { code: 'competingBlocks', data: { competing: 1, numbers: number } },
  competingHolds: { code: 'competingHolds', data: { numbers: number } },
  approvalUnconfirmed: { code: 'approvalUnconfirmed', data: { competing: 1 } },
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
  tooManyDrafts: { code: 'tooManyDrafts', data: { most: 50, of: 'person' } },
  tooManyWaitingFiles: { code: 'tooManyWaitingFiles', data: { most: 100, of: 'company' } },
  fileAdded: { code: 'fileAdded', data: { file: 'scan.pdf', number } },
  fileDiscarded: { code: 'fileDiscarded', data: { file: 'scan.pdf' } },
  fileGone: { code: 'fileGone' },
  notSaved: { code: 'notSaved' },
};

/** Where the sample's data stands in its words; a code that has data does not compile without. */
const data: { readonly [C in Extract<Refusal, { data: unknown }>['code']]: RegExp } = {
  notAllowed: /^Your role does not allow this. Ask an Incentives admin of your company\.$/,
  notFound: /Check the number\.$/,
  draftDeleted: /^Ben Okafor deleted draft C-7F3K-9Q2M on .*2026/,
  wrongStatus: /“Approved”\. The card/,
  competingBlocks: /a decision on C-7F3K-9Q2M is open/,
  competingHolds: /\(C-7F3K-9Q2M\)/,
  // How many wait stands on the form that asks to confirm.
  approvalUnconfirmed: /confirm/,
  tooLate: /until .*20 Dec 2026, 24:00 Pacific Time\.$/,
  fileTooLarge: /at most 24 MB/,
  fileNameDiffers: /content is jpg, but its name ends in “\.png”/,
  fileContentDiffers: /ends in “\.pdf”, but inside it is exe/,
  fileTwice: /as scan\.pdf\.$/,
  fileCount: /have 19 files/,
  tooManyDrafts: /^You have 50 open drafts/,
  tooManyWaitingFiles: /^100 files of your company are already waiting/,
  fileAdded: /^scan\.pdf is already added to C-7F3K-9Q2M\.$/,
  fileDiscarded: /^scan\.pdf has been deleted/,
};

const others: readonly (readonly [what: string, refusal: Refusal, said: RegExp])[] = [
  [
    'where an edit is possible (R88)',
    { code: 'wrongStatus', data: { command: 'edit', status: 'UnderReview' } },
    /now “Under review”\. It can be edited only in “Submitted”/,
  ],
  [
    'what a name without an ending should say (D9)',
    { code: 'fileNameDiffers', data: { kind: 'jpg', ending: '' } },
    /content is jpg, but its name does not say so/,
  ],
  [
    'that nobody knows what the file is (D9)',
    { code: 'fileContentDiffers', data: { kind: '', ending: 'pdf' } },
    /ends in “\.pdf”, but inside it is something else/,
  ],
  ['the reader’s own press (D13)', deletedBy({ kind: 'own' }), /^You deleted draft C-7F3K-9Q2M on .*2026/],
  ['ninety days (D13)', deletedBy({ kind: 'system' }), /^Draft C-7F3K-9Q2M was deleted on .*2026.*90 days/],
  ['the partner’s list', { code: 'notFound', data: { side: 'partner' } }, /“my claims”/],
  ['the reviewers’ list', { code: 'notFound', data: { side: 'reviewer' } }, /“review queue”/],
  ['that reviewers decide (R97)', { code: 'notAllowed', data: { command: 'approve' } }, /Only a reviewer/],
  ['whose queue it is (R97)', { code: 'notAllowed', data: { command: 'queue' } }, /Only a reviewer/],
  [
    'that partners file (R98)',
    { code: 'notAllowed', data: { command: 'submit', side: 'reviewer' } },
    /^Reviewers do not file/,
  ],
];

describe('When something is refused', () => {
  for (const [code, refusal] of Object.entries(samples)) {
    it(`says why in whole sentences: ${code}`, () => {
      const text = refusalText(refusal, reader);
      assert.match(text, /^\S.*[.]$/);
      assert.doesNotMatch(text, /[{}]|undefined|NaN|null|\[object/);
    });
  }

  for (const [code, refusal] of Object.entries(samples)) {
    if ('data' in refusal)
      it(`says what is known of it: ${code}`, () =>
        assert.match(refusalText(refusal, reader), data[refusal.code]));
  }

  for (const [what, refusal, said] of others) {
    it(`says ${what}`, () => assert.match(refusalText(refusal, reader), said));
  }
});
