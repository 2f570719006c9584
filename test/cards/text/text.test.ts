import assert from 'node:assert/strict';
import { sampleReader as reader } from '../../../cards/gallery/sampleReader.ts';
import { clientDateTime, deadline } from '../../../cards/text/dates.ts';
import { en } from '../../../cards/text/en.ts';
import { fileSize } from '../../../cards/text/lists.ts';
import { messageText } from '../../../cards/text/messages.ts';
import { fieldErrorText, refusalText } from '../../../cards/text/refusal.ts';
import { catalogue, wordsFor } from '../../../cards/text/words.ts';
import type { FieldErrorCode } from '../../../services/claims/form/answers.ts';
import type { RefusalCode } from '../../../services/refusal.ts';

// Written as records so that a code without a test does not compile.
const refusals: Record<RefusalCode, Record<string, string | number> | undefined> = {
  unknownPerson: undefined,
  notAllowed: { command: 'submit' },
  notFound: undefined,
  draftDeleted: { number: 'C-7F3K-9Q2M', at: '2026-11-20T18:30:00.000Z', by: 'Ben Okafor' },
  wrongStatus: { command: 'approve', status: 'Approved' },
  changedMeanwhile: undefined,
  alreadySubmitted: undefined,
  reviewIsYours: undefined,
  nothingEdited: undefined,
  incomplete: undefined,
  customerUnchecked: undefined,
  proofMissing: undefined,
  answerMissing: undefined,
  fileEmpty: undefined,
  rivalHolds: { numbers: 'C-7F3K-9Q2M' },
  rivalCounts: { rivals: 1, numbers: 'C-7F3K-9Q2M' },
  rivalWaits: { rivals: 1 },
  tooLate: { until: '2026-12-21T08:00:00.000Z' },
  fieldErrors: undefined,
  fileTooLarge: { limitMiB: 25 },
  fileTypeUnknown: undefined,
  fileNameDiffers: { kind: 'jpg', ending: 'png' },
  fileContentDiffers: { ending: 'pdf', kind: 'exe' },
  fileProtected: undefined,
  fileTwice: { name: 'scan.pdf' },
  fileAdded: { file: 'scan.pdf', number: 'C-7F3K-9Q2M' },
  fileDiscarded: { file: 'scan.pdf' },
  fileGone: undefined,
  fileCount: { limit: 20 },
  fileUnreachable: undefined,
  notSaved: undefined,
};
const errors: Record<FieldErrorCode, Record<string, string | number> | undefined> = {
  required: undefined,
  tooLong: { limit: 100, length: 131 },
  notAGuid: undefined,
  notADomain: undefined,
  microsoftPage: undefined,
  severalIds: undefined,
  severalDomains: undefined,
  severalEmails: undefined,
  notAnEmail: undefined,
  emailWithoutHost: undefined,
  notOffered: undefined,
  chosenTwice: undefined,
  notYourMpnId: undefined,
  activityNotInArea: undefined,
  revenueAssociationAlone: undefined,
  answerMissing: undefined,
  tooMany: { limit: 20 },
  subscriptionNeeded: undefined,
  domainAndTenantDiffer: undefined,
  domainUnknown: undefined,
  tenantUnavailable: undefined,
  productNotOnTenant: undefined,
  notThisCustomers: undefined,
  notForDynamics: undefined,
  boughtThroughCsp: undefined,
  otherChannel: undefined,
  notActive: undefined,
  notProvisioned: undefined,
  alreadyClaimed: { number: 'C-7F3K-9Q2M', activity: 'Presales' },
  lastLine: undefined,
  arbitrationNeeded: undefined,
};

describe('Every refusal', () => {
  for (const [code, data] of Object.entries(refusals)) {
    it(`${code} has a sentence, also when its data is missing`, () => {
      const full = refusalText({ code: code as RefusalCode, ...(data ? { data } : {}) }, reader);
      for (const text of [full, refusalText({ code: code as RefusalCode }, reader)]) {
        assert.match(text, /[.]$/);
        assert.doesNotMatch(text, /\{|undefined/);
      }
    });
  }

  it('names the present status (R70)', () => {
    assert.match(
      refusalText({ code: 'wrongStatus', data: { status: 'UnderReview' } }, reader),
      /“Under review”/,
    );
  });

  it('tells a partner whom to ask (R98) and keeps reviewers’ commands to reviewers', () => {
    assert.match(
      refusalText({ code: 'notAllowed', data: { command: 'submit' } }, reader),
      /Incentives admin/,
    );
    assert.match(refusalText({ code: 'notAllowed', data: { command: 'approve' } }, reader), /reviewer/);
  });
});

describe('Every field error (R43)', () => {
  for (const [code, data] of Object.entries(errors)) {
    it(`${code} says what is wrong and what right looks like`, () => {
      const text = fieldErrorText({ code: code as FieldErrorCode, ...(data ? { data } : {}) }, reader);
      assert.match(text, /[.]$/);
      assert.doesNotMatch(text, /\{|undefined/);
    });
  }
});

describe('Deadlines', () => {
  it('name the day that ends, at 24:00 Pacific Time (R78)', () => {
    assert.equal(deadline('2026-11-28T08:00:00.000Z', reader), 'Fri 27 Nov 2026, 24:00 Pacific Time');
    assert.equal(deadline('2026-07-11T07:00:00.000Z', reader), 'Fri 10 Jul 2026, 24:00 Pacific Time');
  });

  it('leave other times to the reader’s zone, without the fraction that clients do not know', () => {
    assert.equal(
      clientDateTime('2026-11-20T18:30:00.123Z'),
      '{{DATE(2026-11-20T18:30:00Z,SHORT)}} {{TIME(2026-11-20T18:30:00Z)}}',
    );
  });
});

describe('The catalogue', () => {
  it('has a word for one and for many', () => {
    const t = wordsFor(reader);
    assert.equal(t('proof.attached', { count: 1 }), '1 file attached');
    assert.equal(t('proof.attached', { count: 3 }), '3 files attached');
  });

  it('holds another language to the same keys and placeholders', () => {
    assert.ok(catalogue(en));
    // @ts-expect-error a key is missing
    catalogue({ 'action.next': 'Nästa' });
    // @ts-expect-error the placeholder {number} is missing
    catalogue({ ...en, 'message.cancelledDraft': 'Avbrutet.' } as const);
    // @ts-expect-error a placeholder that English does not have
    catalogue({ ...en, 'action.next': 'Nästa {step}' } as const);
  });

  it('shows what somebody typed as it was typed', () => {
    const text = messageText('fileAdded', { file: 'a_[b].pdf', number: 'C-7F3K-9Q2M' }, reader);
    assert.equal(text, 'a\\_\\[b\\].pdf is added to C-7F3K-9Q2M.');
  });

  it('says sizes in a unit that can be read', () => {
    assert.deepEqual(
      [10, 348_160, 2_516_582].map((bytes) => fileSize(bytes, reader)),
      ['1 KB', '340 KB', '2.4 MB'],
    );
  });
});
