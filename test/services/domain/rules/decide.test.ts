// Above 200 lines: one situation for each command, as in decide.ts.
import assert from 'node:assert/strict';
import type { ClaimDetails, ProofFile } from '../../../../services/domain/claim.ts';
import type { Line } from '../../../../services/domain/line.ts';
import { aClaim, aComment, aDraft, aProof, someDetails, workload } from '../../../support/aClaim.ts';
import { anAdmin, aReviewer } from '../../../support/aPerson.ts';
import {
  thanksgivingMonday as at,
  claimAfter,
  deciding,
  decisionOf,
  refusalOf,
} from '../../../support/deciding.ts';

const ana = anAdmin();
const ivan = anAdmin({ name: 'Ivan Petrov' });
const rita = aReviewer();
const raj = aReviewer({ name: 'Raj Mehta' });
const person = ({ personId, name }: { personId: string; name: string }) => ({ id: personId, name });
const twentyProofs: ProofFile[] = Array.from({ length: 20 }, (_, index) => aProof({ id: `file-${index}` }));

describe('When a draft is submitted', () => {
  const submit = { name: 'submit', details: someDetails(), comment: 'Please hurry' } as const;
  const business = { solutionArea: 'BusinessApplications' } as const;
  const product = (subscriptionId: string): Line => ({ kind: 'product', product: 'sales', subscriptionId });

  it('becomes Submitted with what was stated, and forgets what was typed', () => {
    const draft = aDraft({ version: 7, answers: { claimName: 'typed' } });
    const { claim } = decisionOf(draft, submit, { actor: ana });
    const { status, details, submittedAt, updatedAt, version, statusVersion } = claim;
    assert.deepEqual(
      { status, details, submittedAt, updatedAt, version, statusVersion },
      {
        status: 'Submitted',
        details: submit.details,
        submittedAt: at,
        updatedAt: at,
        version: 8,
        statusVersion: 8,
      },
    );
    assert(!('answers' in claim));
    assert.equal(
      claimAfter('Submitted', { claim, others: [], history: [], slots: [], alerts: [] }).resubmitted,
      false,
    );
    assert.deepEqual(claim.createdAt, draft.createdAt);
    assert.deepEqual(claim.proofs, draft.proofs);
  });

  it('begins its history with the creation and the submission (R96)', () => {
    const draft = aDraft({ filedBy: person(ivan) });
    const { claim, history } = decisionOf(draft, submit, { actor: ana });
    assert.deepEqual(history, [
      {
        number: draft.number,
        seq: 1,
        at: draft.createdAt,
        actor: person(ivan),
        side: 'partner',
        status: 'Editing',
        event: { kind: 'DraftCreated' },
      },
      {
        number: draft.number,
        seq: 2,
        at,
        actor: person(ana),
        side: 'partner',
        status: 'Submitted',
        event: { kind: 'ClaimSubmitted', proofs: ['statement-of-work.pdf'], comment: 'Please hurry' },
      },
    ]);
    assert.equal(claim.historySeq, 2);
  });

  it('shows the comment of the draft in the talk (R23)', () => {
    const { claim } = decisionOf(aDraft(), submit, { actor: ana });
    assert.deepEqual(claim.comments, [{ at, by: person(ana), side: 'partner', text: 'Please hurry' }]);
    const silent = decisionOf(aDraft(), { name: 'submit', details: someDetails() }, { actor: ana });
    assert.deepEqual(silent.claim.comments, []);
  });

  it('is followed by the filer and by who submitted, the filer first (R99)', () => {
    const both = decisionOf(aDraft({ filedBy: person(ivan) }), submit, { actor: ana });
    assert.deepEqual(both.claim.followers, [person(ivan), person(ana)]);
    assert.deepEqual(decisionOf(aDraft(), submit, { actor: ana }).claim.followers, [person(ana)]);
  });

  const unfit: readonly (readonly [string, Partial<ClaimDetails>])[] = [
    ['no line', { lines: [] }],
    ['a product in Microsoft 365', { lines: [workload('teams'), product('one')] }],
    ['a workload in Business Applications', { ...business, lines: [product('one'), workload('teams')] }],
    ['a product without its subscription', { ...business, lines: [product('')] }],
    ['a product twice', { ...business, lines: [product('one'), product('two')] }],
    ['twenty-one lines', { lines: Array.from({ length: 21 }, (_, index) => workload(`more-${index}`)) }],
  ];
  for (const [what, details] of unfit)
    it(`refuses, whatever the form has let through, ${what} (R17, R26)`, () => {
      const outcome = deciding(aDraft(), { ...submit, details: someDetails(details) }, { actor: ana });
      assert.equal(refusalOf(outcome).code, 'incomplete');
    });

  it('is refused without proof of execution (R55)', () => {
    const outcome = deciding(aDraft({ proofs: [] }), submit, { actor: ana });
    assert.deepEqual(refusalOf(outcome), { code: 'proofMissing' });
  });
});

describe('When a review is started (R64, R98)', () => {
  it('shows who started it and when', () => {
    const decision = decisionOf(aClaim({ status: 'Submitted' }), { name: 'startReview' }, { actor: raj });
    const claim = claimAfter('UnderReview', decision);
    assert.deepEqual([claim.reviewer, claim.reviewStartedAt], [person(raj), at]);
    assert(!('resubmitted' in claim));
  });
});

describe('When a reviewer asks for more (R65, R80)', () => {
  const ask = {
    name: 'requestInformation',
    reasons: ['DatesMissingOrOld', 'ProductsMissing'],
    comment: 'When?',
  } as const;

  it('keeps the reasons, the comment and the reviewer of the claim', () => {
    const decision = decisionOf(aClaim({ status: 'UnderReview' }), ask, { actor: raj });
    const { request, answered, reviewer, comments } = claimAfter('PartnerActionRequired', decision);
    assert.deepEqual(request, { reasons: ask.reasons, comment: 'When?', by: person(raj), at });
    assert.deepEqual([answered, reviewer], [false, person(rita)]);
    assert.deepEqual(comments, [{ at, by: person(raj), side: 'reviewer', text: 'When?' }]);
  });

  // R73, R78: the day of the event does not count; Thursday the 26th is Thanksgiving, the Friday after is worked.
  const deadlines = [
    ['Monday of Thanksgiving week', '2026-11-23T18:00:00.000Z', '2026-12-02T08:00:00.000Z'],
    ['a plain Monday', '2026-11-02T18:00:00.000Z', '2026-11-10T08:00:00.000Z'],
    ['late on a Friday', '2026-11-14T07:59:59.999Z', '2026-11-21T08:00:00.000Z'],
    ['the Saturday that has just begun', '2026-11-14T08:00:00.000Z', '2026-11-21T08:00:00.000Z'],
  ] as const;
  for (const [when, asked, answerBy] of deadlines) {
    it(`gives the partner five business days when asked on ${when}`, () => {
      const decision = decisionOf(aClaim({ status: 'UnderReview' }), ask, { actor: rita, at: asked });
      assert.equal(claimAfter('PartnerActionRequired', decision).answerBy, answerBy);
    });
  }
});

describe('When the partner sends a claim back to review (D3)', () => {
  const asked = aClaim({ status: 'PartnerActionRequired' });

  it('is Submitted again, marked as resubmitted, with the answer in the talk', () => {
    const decision = decisionOf(asked, { name: 'resubmit', answer: 'In March.' }, { actor: ivan });
    const claim = claimAfter('Submitted', decision);
    assert.equal(claim.resubmitted, true);
    assert.deepEqual(claim.comments.at(-1), { at, by: person(ivan), side: 'partner', text: 'In March.' });
    assert.equal(claim.submittedAt, asked.submittedAt);
    assert(!('request' in claim) && !('answerBy' in claim) && !('answered' in claim));
  });

  it('is refused without an answer', () => {
    const outcome = deciding(asked, { name: 'resubmit' }, { actor: ana });
    assert.deepEqual(refusalOf(outcome), { code: 'answerMissing' });
    assert.deepEqual(refusalOf(deciding(asked, { name: 'resubmit', answer: '' }, { actor: ana })), {
      code: 'answerMissing',
    });
  });

  it('needs no answer after a comment of the partner since the request', () => {
    const commented = decisionOf(asked, { name: 'comment', text: 'In March.' }, { actor: ana });
    const { claim } = decisionOf(commented.claim, { name: 'resubmit' }, { actor: ana });
    assert.equal(claim.status, 'Submitted');
    assert.equal(claim.comments.length, 1);
  });

  it('needs no answer after a new file', () => {
    const added = decisionOf(asked, { name: 'addProof', proof: aProof({ id: 'file-2' }) }, { actor: ana });
    assert.equal(decisionOf(added.claim, { name: 'resubmit' }, { actor: ana }).claim.status, 'Submitted');
  });

  it('still needs one after a comment of the reviewer only', () => {
    const reminded = decisionOf(asked, { name: 'comment', text: 'Please answer.' }, { actor: rita });
    assert.deepEqual(refusalOf(deciding(reminded.claim, { name: 'resubmit' }, { actor: ana })), {
      code: 'answerMissing',
    });
  });

  it('needs an answer anew when it is asked for more again', () => {
    const back = decisionOf(asked, { name: 'resubmit', answer: 'In March.' }, { actor: ana });
    const review = decisionOf(back.claim, { name: 'startReview' }, { actor: rita });
    const request = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
    const again = decisionOf(review.claim, request, { actor: rita });
    assert.deepEqual(refusalOf(deciding(again.claim, { name: 'resubmit' }, { actor: ana })), {
      code: 'answerMissing',
    });
  });
});

describe('When a claim is decided', () => {
  it('remembers who approved it and when (R67)', () => {
    const approve = { name: 'approve', confirmed: true } as const;
    const claim = claimAfter(
      'Approved',
      decisionOf(aClaim({ status: 'UnderReview' }), approve, { actor: raj }),
    );
    assert.deepEqual([claim.approvedBy, claim.approvedAt], [person(raj), at]);
    assert(!('reviewer' in claim));
  });

  it('says why it was rejected, and can be disputed to the end of the thirtieth day (R76, R87)', () => {
    const reject = { name: 'reject', reason: 'CustomerConsentMissing', comment: 'Not signed.' } as const;
    const claim = claimAfter(
      'Rejected',
      decisionOf(aClaim({ status: 'UnderReview' }), reject, { actor: raj }),
    );
    const { rejectedBy, rejectedAt, reason, comment, disputeUntil } = claim;
    assert.deepEqual(
      { rejectedBy, rejectedAt, reason, comment },
      { rejectedBy: person(raj), rejectedAt: at, reason: reject.reason, comment: reject.comment },
    );
    assert.equal(disputeUntil, '2026-12-24T08:00:00.000Z');
  });
});

describe('When the two sides talk (R84)', () => {
  it('keeps the newest twenty comments, oldest first', () => {
    const comments = Array.from({ length: 20 }, (_, index) => aComment(`Comment ${index + 1}`));
    const full = aClaim({ status: 'UnderReview', comments });
    const { claim } = decisionOf(full, { name: 'comment', text: 'Comment 21' }, { actor: rita });
    const texts = claim.comments.map((comment) => comment.side !== 'system' && comment.text);
    assert.equal(texts.length, 20);
    assert.deepEqual([texts[0], texts.at(-1)], ['Comment 2', 'Comment 21']);
  });

  it('leaves the status, and the version an answer refers to, as they are', () => {
    const before = aClaim({ status: 'PartnerActionRequired', version: 9, statusVersion: 8 });
    const { claim } = decisionOf(before, { name: 'comment', text: 'One moment.' }, { actor: ana });
    assert.deepEqual([claim.status, claim.version, claim.statusVersion], ['PartnerActionRequired', 10, 8]);
  });

  it('can go on about a rejected claim until the dispute time is over, and not at its last instant', () => {
    const rejected = aClaim({ status: 'Rejected', disputeUntil: '2026-12-05T08:00:00.000Z' });
    const say = (actor: typeof ana | typeof rita, when: string) =>
      deciding(rejected, { name: 'comment', text: 'Why?' }, { actor, at: when });
    for (const actor of [ana, rita]) {
      assert(say(actor, '2026-12-05T07:59:59.999Z').ok);
      assert.deepEqual(refusalOf(say(actor, '2026-12-05T08:00:00.000Z')), {
        code: 'tooLate',
        data: { until: '2026-12-05T08:00:00.000Z' },
      });
    }
  });
});

describe('When proof is added to a submitted claim (R60, D9)', () => {
  it('takes the twentieth file and refuses the twenty-first', () => {
    const proof = aProof({ id: 'another', name: 'signed.pdf' });
    const nineteen = aClaim({ status: 'Submitted', proofs: twentyProofs.slice(1) });
    const { claim, history } = decisionOf(nineteen, { name: 'addProof', proof }, { actor: ana });
    assert.deepEqual([claim.proofs.length, claim.proofs.at(-1)], [20, proof]);
    assert.deepEqual(history[0]?.event, { kind: 'ProofAdded', name: 'signed.pdf' });
    const twenty = aClaim({ status: 'Submitted', proofs: twentyProofs });
    assert.deepEqual(refusalOf(deciding(twenty, { name: 'addProof', proof }, { actor: ana })), {
      code: 'fileCount',
      data: { limit: 20 },
    });
  });

  it('takes no file twice, and tells two of one name apart in claim and history', () => {
    const claim = aClaim({ status: 'Submitted', proofs: [aProof()] });
    const twin = aProof({ id: 'another', sha256: aProof().sha256 });
    assert.deepEqual(refusalOf(deciding(claim, { name: 'addProof', proof: twin }, { actor: ana })), {
      code: 'fileTwice',
      data: { name: 'statement-of-work.pdf' },
    });
    const proof = aProof({ id: 'another' });
    const { history, claim: next } = decisionOf(claim, { name: 'addProof', proof }, { actor: ana });
    assert.equal(next.proofs.at(-1)?.name, 'statement-of-work (2).pdf');
    assert.deepEqual(history[0]?.event, { kind: 'ProofAdded', name: 'statement-of-work (2).pdf' });
  });
});
