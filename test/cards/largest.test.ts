// Above 200 lines: one claim at its longest in every field, and every card made of it.

import assert from 'node:assert/strict';
import { type ClaimForm, claimCard } from '../../cards/claim/claim.ts';
import { contestCard } from '../../cards/contest/contest.ts';
import { deleteDraftCard, draftDeletedCard } from '../../cards/draft/draftDeletion.ts';
import { draftNewsCard } from '../../cards/draft/draftNews.ts';
import { draftTakeOverCard } from '../../cards/draft/draftTakeOver.ts';
import { openDraftsCard } from '../../cards/draft/openDrafts.ts';
import { savedText } from '../../cards/edit/editedText.ts';
import { editFormCard } from '../../cards/edit/editForm.ts';
import { editMenuCard } from '../../cards/edit/editMenu.ts';
import { fileQuestionCard, filesPlacedCard } from '../../cards/file/fileQuestion.ts';
import { filingCard } from '../../cards/filing/filing.ts';
import {
  actionRequired,
  approved,
  asPartner,
  asReviewer,
  rejected,
  submitted,
  underReview,
} from '../../cards/gallery/sampleClaims.ts';
import { atDynamicsStep, draft as sampleDraft } from '../../cards/gallery/sampleFiling.ts';
import { sampleReader as reader } from '../../cards/gallery/sampleReader.ts';
import { historyCard } from '../../cards/history/history.ts';
import type { Card } from '../../cards/kit/card.ts';
import { bytesOf } from '../../cards/kit/fit.ts';
import { actionSchema } from '../../cards/kit/verbs.ts';
import { claimListCard } from '../../cards/list/claimList.ts';
import { shortFileName } from '../../cards/text/markdown.ts';
import { messageText } from '../../cards/text/messages.ts';
import { refusalText } from '../../cards/text/refusal.ts';
import type { ListedClaim } from '../../services/claims/lists/views.ts';
import type { Contest } from '../../services/claims/views.ts';
import type { Answers, FieldName, FilingStep } from '../../services/domain/answers.ts';
import { filingSteps } from '../../services/domain/answers.ts';
import {
  type ClaimDetails,
  type Comment,
  type Draft,
  informationReasons,
  type ProofFile,
  type SubmittedClaim,
} from '../../services/domain/claim.ts';
import type { FieldErrors } from '../../services/domain/form/fieldError.ts';
import { editParts } from '../../services/domain/form/fields.ts';
import { limits } from '../../services/domain/limits.ts';
import type { Line } from '../../services/domain/line.ts';
import { harmlessName } from '../../services/domain/proofNames.ts';
import { actionData, buttonTitles, objections, readable } from './official.ts';

const most = 25 * 1024;
/** Four bytes for each character, the worst that can be typed. */
const emoji = (count: number): string => '🧭'.repeat(count);
const name = emoji(limits.name);
const email = `${'e'.repeat(240)}@contoso.com`;
const person = { id: 'p'.repeat(80), name };

const products = Array.from({ length: 60 }, (_, index) => ({
  id: `product-number-${index}`,
  name: `${index} ${emoji(58)}`,
}));
const chosen = products.slice(0, limits.lines);
const names = Object.fromEntries(products.map((product) => [product.id, product.name]));
const guid = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';

const proofs: readonly ProofFile[] = Array.from({ length: limits.proofs }, (_, index) => ({
  id: `${index}`.padEnd(64, 'f'),
  name: `${emoji(250)}.pdf`,
  contentType: 'application/pdf',
  bytes: limits.proofBytes,
  sha256: 'a'.repeat(64),
  addedAt: `2026-11-21T10:00:${10 + index}.000Z`,
  addedBy: person,
}));

const comments: readonly Comment[] = Array.from({ length: 20 }, (_, index) => ({
  at: `2026-11-21T10:00:${10 + index}.000Z`,
  by: person,
  side: index % 2 === 0 ? 'partner' : 'reviewer',
  text: emoji(limits.comment),
}));

const details: ClaimDetails = {
  mpnId: '1234567',
  customerDomain: 'd'.repeat(limits.domain),
  customerTenantId: guid,
  solutionArea: 'BusinessApplications',
  activities: ['RevenueAssociation'],
  claimName: emoji(limits.claimName),
  lines: chosen.map(({ id }): Line => ({ kind: 'product', product: id, subscriptionId: guid })),
  customerContact: { name, title: name, email, language: 'pt-BR' },
  technicalContact: { name, title: name, email },
  partnerContact: { name, email },
  revenueAssociation: { solutionSellerName: name, customerName: name, isvSolutionName: name },
};

const largest = (claim: SubmittedClaim): SubmittedClaim => ({
  ...claim,
  filedBy: person,
  proofs,
  details,
  comments,
});
const text = emoji(limits.comment);
const claims: Readonly<Record<string, SubmittedClaim>> = {
  Submitted: largest(submitted),
  UnderReview: largest({ ...underReview, reviewer: person }),
  PartnerActionRequired: largest({
    ...actionRequired,
    reviewer: person,
    request: { reasons: informationReasons, comment: text, by: person, at: comments[19]?.at ?? '' },
  }),
  Approved: largest({ ...approved, approvedBy: person }),
  Rejected: largest({ ...rejected, rejectedBy: person, comment: text }),
};

function holds(card: Card): void {
  assert.ok(bytesOf(card.content) <= most, `${bytesOf(card.content)} bytes`);
  assert.deepEqual(objections(card.content), []);
  for (const data of actionData(card.content)) assert.ok(actionSchema.safeParse(data).success);
  assert.ok(card.summary.length < 500);
}

describe('With every field at its longest, in characters of four bytes', () => {
  const about = { partnerName: name, customerName: name, locationName: name, names };

  for (const [status, claim] of Object.entries(claims)) {
    for (const viewer of [asPartner, asReviewer]) {
      it(`the card of a claim in ${status} fits, as ${viewer.name}`, () => {
        const card = claimCard({ ...viewer(claim), ...about }, reader);
        holds(card);
        assert.ok(readable(card.content).includes(guid), 'the lines stay');
        assert.ok(buttonTitles(card.content).includes('History'), 'the rest is one press away');
      });
    }
  }

  for (const form of [
    'comment',
    'requestInformation',
    'reject',
    'confirmReject',
    'confirmApprove',
  ] satisfies ClaimForm[]) {
    it(`the form ${form} fits with a comment of 2000 characters`, () => {
      const typed = {
        comment: text,
        reason: 'CustomerConsentMissing',
        reasons: informationReasons.join(','),
      };
      const card = claimCard(
        { ...asReviewer(claims.UnderReview ?? underReview), ...about, form, typed },
        reader,
      );
      holds(card);
      assert.ok(
        form === 'confirmApprove' || JSON.stringify(card.content).includes(text),
        'nothing typed is lost',
      );
    });
  }

  const answers: Answers = {
    ...atDynamicsStep('review').answers,
    activities: 'RevenueAssociation',
    ...Object.fromEntries(
      [
        'claimName',
        'solutionSellerName',
        'customerName',
        'isvSolutionName',
        'customerDomain',
        'customerTenantId',
      ]
        .concat(
          ['customerContact', 'technicalContact'].flatMap((side) => [
            `${side}.name`,
            `${side}.title`,
            `${side}.email`,
          ]),
        )
        .concat('partnerContact.name', 'partnerContact.email')
        .map((field) => [field, emoji(260)]),
    ),
    lines: chosen.map(({ id }) => id).join(','),
    comment: text,
  };
  const errors: FieldErrors = Object.fromEntries(
    Object.keys(answers)
      .concat(chosen.map(({ id }) => `subscriptionId.${id}`))
      .map((field) => [field, { code: 'notAGuid' as const }]),
  );

  const twenty = Array.from({ length: 20 }, (_, index) => ({
    mpnId: `${1_000_000 + index}`,
    name,
    enrolments: ['OSA-Sell', 'OSU-Microsoft365', 'OSU-BusinessApplications'] as const,
  }));

  for (const step of filingSteps) {
    it(`the step ${step} fits with twenty lines, twenty files and an error in every field`, () => {
      const view = atDynamicsStep(step satisfies FilingStep);
      const draft = view.draft ? { ...view.draft, proofs } : assert.fail('a draft');
      const options = {
        ...view.options,
        locations: twenty,
        lines: products.slice(0, 40),
        subscriptionNeeded: chosen,
        names,
      };
      const card = filingCard({ ...view, draft, answers, errors, options }, reader);
      holds(card);
    });
  }

  const editing = { ...asPartner(claims.PartnerActionRequired ?? actionRequired), ...about };

  it('what can be edited fits', () => holds(editMenuCard(editing, reader)));

  for (const part of editParts) {
    it(`the form to edit ${part} fits with an error in every field, beside what stands now`, () => {
      const { options } = atDynamicsStep('lines');
      const card = editFormCard(
        {
          ...editing,
          part,
          answers,
          errors,
          options: {
            ...options,
            locations: twenty,
            lines: products.slice(0, 40),
            subscriptionNeeded: chosen,
            names,
          },
          sideButtons: true,
          notice: { tone: 'warning', text: messageText('editMeanwhile', {}, reader) },
        },
        reader,
      );
      holds(card);
    });
  }

  const everything = {
    added: details.lines,
    removed: details.lines,
    changes: [
      'customerContact.name',
      'customerContact.title',
      'technicalContact.name',
      'technicalContact.title',
      'partnerContact.name',
    ].map((field) => ({ field: field as FieldName, from: name, to: name })),
  };

  it('what was saved fits on the claim, when all twenty lines are others now', () => {
    const text = savedText(everything, names, reader);
    holds(claimCard({ ...editing, notice: { tone: 'good', text } }, reader));
  });

  it('an edit of everything fits into the history (R96)', () => {
    const entry = {
      number: submitted.number,
      seq: 3,
      at: '2026-11-21T10:00:00.000Z',
      actor: person,
      side: 'partner' as const,
      status: 'Submitted' as const,
      event: { kind: 'ClaimEdited' as const, ...everything },
    };
    const page = { number: submitted.number, entries: [entry], total: 1 };
    holds(
      historyCard(
        { viewer: 'reviewer', partnerName: name, page, claimName: emoji(100), status: 'Submitted', names },
        reader,
      ),
    );
  });

  it('contests fit, on a claim and on cards of their own (R54)', () => {
    const contest = (index: number): Contest => ({
      customerTenantId: guid,
      slot: `subscription:${guid}`,
      lines: [{ kind: 'product', product: products[index]?.id ?? '', subscriptionId: guid }],
      customer: name,
      contested: true,
      claims: Array.from({ length: 50 }, (_, at) => ({
        number: `C-0000-${String(at).padStart(4, '0')}`,
        status: 'PartnerActionRequired',
        claimName: emoji(limits.claimName),
        partnerId: `partner-${at}`,
        partnerName: name,
        submittedAt: '2026-11-20T18:30:00.000Z',
        holds: at === 0,
      })),
    });
    const contests = Array.from({ length: limits.lines }, (_, index) => contest(index));
    const claim = claims.UnderReview ?? underReview;
    holds(claimCard({ ...asReviewer(claim), ...about, contests }, reader));
    holds(contestCard({ contest: contest(0), names }, reader));
    holds(contestCard({ contest: contest(0), names, joined: 'C-0000-0049' }, reader));
  });

  const listed: readonly ListedClaim[] = Array.from({ length: 10 }, (_, index) => ({
    number: `C-7F3K-9Q${index}M`,
    version: 999,
    status: 'PartnerActionRequired',
    claimName: emoji(limits.claimName),
    customerDomain: 'd'.repeat(limits.domain),
    partnerName: name,
    updatedAt: '2026-11-20T18:30:00.000Z',
    answerBy: '2026-11-28T08:00:00.000Z',
  }));

  it('a list of ten claims fits', () => {
    holds(
      claimListCard(
        {
          kind: 'queue',
          asOf: '2026-11-21T17:00:00.000Z',
          claims: listed,
          next: ['2026-11-20T18:30:00.000Z', 'claim:C-7F3K-9Q2M'],
        },
        reader,
      ),
    );
    const customer = emoji(4000);
    const refused = {
      customer,
      error: { code: 'tooLong', data: { limit: limits.domain, length: 4000 } },
    } as const;
    holds(
      claimListCard(
        { kind: 'mine', asOf: '2026-11-21T17:00:00.000Z', claims: listed, refused, before: 990 },
        reader,
      ),
    );
    holds(openDraftsCard({ drafts: listed.map((claim) => ({ ...claim, status: 'Editing' })) }, reader));
  });

  it('what is said of a draft fits, with whatever was typed into it (D13)', () => {
    const draft: Draft = {
      ...sampleDraft,
      filedBy: person,
      proofs,
      answers: { claimName: emoji(4000), customerDomain: emoji(4000) },
      due: 'delete',
      dueAt: '2027-02-19T08:00:00.000Z',
    };
    const end = { number: draft.number, partnerId: 'p', at: draft.updatedAt, dueAt: '', files: 20 };
    for (const card of [
      draftTakeOverCard(draft, reader),
      deleteDraftCard({ draft, step: 'review' }, reader),
      draftDeletedCard({ ...end, claimName: emoji(4000), by: person }, reader, { mayFile: true }),
      draftNewsCard({ draft, step: 'review', own: false }, reader),
    ])
      holds(card);
  });

  it('the question which claim ten files are for fits, and what became of them', () => {
    const files = proofs.slice(0, 10).map((proof, index) => ({
      id: `${index}`.repeat(32),
      name: harmlessName(proof.name),
    }));
    const lines = files.map(({ name: whole }) => {
      const file = shortFileName(whole, 60);
      const reason = refusalText({ code: 'fileTwice', data: { name: file } }, reader);
      return messageText('fileNotAdded', { file, reason }, reader);
    });
    const question = {
      files,
      keptUntil: '2026-11-22T18:30:00.000Z',
      claims: listed.slice(0, 6).map(({ partnerName: _reviewersOnly, ...claim }) => claim),
      mayFile: true,
      next: ['2026-11-20T18:30:00.000Z', 'C-7F3K-9Q2M'],
      notice: lines.join('\n\n'),
    };
    holds(fileQuestionCard(question, reader));
    holds(filesPlacedCard({ lines, claim: submitted }, reader));
  });

  it('history shows every comment whole, on as many pages as it takes (R96)', () => {
    const entries = comments.map((comment, index) => ({
      number: submitted.number,
      seq: 40 - index,
      at: comment.at,
      actor: comment.side === 'system' ? submitted.filedBy : comment.by,
      side: comment.side,
      status: 'Submitted' as const,
      event: { kind: 'Commented' as const, text },
    }));
    const page = { number: submitted.number, entries, total: 40, olderThan: 21 };
    const card = historyCard(
      { viewer: 'reviewer', partnerName: name, page, claimName: emoji(100), status: 'Submitted', names },
      reader,
    );
    holds(card);
    const whole = readable(card.content).split(text).length - 1;
    assert.ok(whole >= 1);
    const older = actionData(card.content).find(
      (data) => (data as { olderThan?: number }).olderThan !== undefined,
    );
    assert.equal(
      (older as { olderThan: number }).olderThan,
      41 - whole,
      'the next page begins after the last one shown',
    );
  });
});
