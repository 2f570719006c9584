import { createHash } from 'node:crypto';
import type {
  Claim,
  ClaimDetails,
  ClaimStatus,
  Draft,
  PersonComment,
  ProofFile,
  SubmittedClaim,
} from '../../services/domain/claim.ts';
import type { Line } from '../../services/domain/line.ts';
import type { Slot } from '../../services/domain/slot.ts';

export const contoso = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';
const ana = { id: 'fabrikam-tenant/ana-ruiz', name: 'Ana Ruiz' };
const rita = { id: 'review-tenant/rita-svensson', name: 'Rita Svensson' };

export const workload = (id: string): Line => ({ kind: 'workload', workload: id });

/** A claim's details: Microsoft 365, Usage, one line, unless said otherwise. */
export function someDetails(overrides: Partial<ClaimDetails> = {}): ClaimDetails {
  return {
    mpnId: '4512087',
    customerDomain: 'contoso.com',
    customerTenantId: contoso,
    solutionArea: 'Microsoft365',
    activities: ['Usage'],
    claimName: 'Contoso adoption',
    lines: [workload('exchange-online')],
    customerContact: { name: 'Cleo Park', title: 'CIO', email: 'cleo@contoso.com', language: 'en' },
    partnerContact: { name: 'Ana Ruiz', email: 'ana.ruiz@fabrikam.example' },
    ...overrides,
  };
}

/** A proof of execution; another ID has other content. */
export function aProof({ id = 'file-1', ...overrides }: Partial<ProofFile> = {}): ProofFile {
  return {
    id,
    name: 'statement-of-work.pdf',
    contentType: 'application/pdf',
    bytes: 120_000,
    sha256: createHash('sha256').update(id).digest('hex'),
    addedAt: '2026-11-02T17:30:00.000Z',
    addedBy: ana,
    ...overrides,
  };
}

/** A comment by the partner. */
export function aComment(text: string, overrides: Partial<PersonComment> = {}): PersonComment {
  return { at: '2026-11-03T17:00:00.000Z', by: ana, side: 'partner', text, ...overrides };
}

/** A draft with one proof, ready to be submitted as its details say. */
export function aDraft(overrides: Partial<Draft> = {}): Draft {
  return {
    status: 'Editing',
    number: 'C-7F3K-9Q2M',
    version: 4,
    partnerId: 'fabrikam',
    filedBy: ana,
    answers: {},
    proofs: [aProof()],
    createdAt: '2026-11-02T17:00:00.000Z',
    updatedAt: '2026-11-02T17:30:00.000Z',
    ...overrides,
  };
}

const filed = {
  number: 'C-7F3K-9Q2M',
  version: 5,
  partnerId: 'fabrikam',
  filedBy: ana,
  proofs: [aProof()],
  createdAt: '2026-11-02T17:00:00.000Z',
  updatedAt: '2026-11-02T18:00:00.000Z',
  details: someDetails(),
  submittedAt: '2026-11-02T18:00:00.000Z',
  comments: [],
  followers: [ana],
  reviewers: [],
  historySeq: 2,
  statusVersion: 5,
  clock: { budget: 10, used: 0, since: '2026-11-02T18:00:00.000Z' },
} as const;

/** One claim of each status; a deadline is far off. */
const examples: { readonly [S in ClaimStatus]: Extract<Claim, { status: S }> } = {
  Editing: aDraft(),
  Submitted: { ...filed, status: 'Submitted', resubmitted: false, beginBy: '2026-11-10T08:00:00.000Z' },
  UnderReview: {
    ...filed,
    status: 'UnderReview',
    reviewer: rita,
    reviewStartedAt: '2026-11-03T18:00:00.000Z',
    decideBy: '2026-11-11T08:00:00.000Z',
  },
  PartnerActionRequired: {
    ...filed,
    status: 'PartnerActionRequired',
    reviewer: rita,
    request: {
      reasons: ['DatesMissingOrOld'],
      comment: 'When was the work done?',
      by: rita,
      at: '2026-11-04T18:00:00.000Z',
    },
    // Its reminders are on Monday and Tuesday, because the 11th is Veterans Day.
    answerBy: '2026-11-12T08:00:00.000Z',
    dueAt: '2026-11-08T19:00:00.000Z',
    answered: false,
  },
  Approved: { ...filed, status: 'Approved', approvedBy: rita, approvedAt: '2026-11-04T18:00:00.000Z' },
  Rejected: {
    ...filed,
    status: 'Rejected',
    rejectedBy: rita,
    rejectedAt: '2026-11-04T18:00:00.000Z',
    reason: 'InsufficientProof',
    comment: 'The statement of work is not signed.',
    disputeUntil: '2026-12-05T08:00:00.000Z',
    dueAt: '2026-12-02T19:00:00.000Z',
  },
};

/** A claim in a status, by Ana Ruiz of Fabrikam for Contoso; a test says only what matters. */
export function aClaim<S extends SubmittedClaim['status']>(
  overrides: { readonly status: S } & Partial<Omit<Extract<SubmittedClaim, { status: S }>, 'status'>>,
): Extract<SubmittedClaim, { status: S }> {
  return { ...examples[overrides.status], ...overrides } as Extract<SubmittedClaim, { status: S }>;
}

/** A claim in any of the six statuses. */
export const aClaimIn = (status: ClaimStatus): Claim => examples[status];

/** A slot that this claim and another partner's contend for. */
export function aContestedSlot(overrides: Partial<Slot> = {}): Slot {
  const since = '2026-11-02T18:00:00.000Z';
  return {
    slot: 'workload:exchange-online',
    version: 2,
    pending: [
      { partnerId: 'fabrikam', number: 'C-7F3K-9Q2M', since },
      { partnerId: 'northwind', number: 'C-0000-0009', since },
    ],
    ...overrides,
  };
}
