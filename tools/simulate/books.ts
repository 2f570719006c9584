import type { Digest } from '../../services/claims/background/digest.ts';
import { claimId } from '../../services/claims/documents.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import type { HistoryEntry, HistoryEvent } from '../../services/domain/history.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { checkDigest } from './checkDigest.ts';
import { type Comparison, instant } from './comparison.ts';
import {
  createExpectedClaim,
  type Doer,
  type ExpectedClaim,
  type ExpectedWorld,
  type Notice,
} from './expectedClaim.ts';
import type { SimulatedEvent, Standing } from './expectedClock.ts';

/** A claim on the books: the state it must have, and the alerts that were sent about it. */
interface Booked {
  readonly customerTenantId: string;
  readonly expected: ExpectedClaim;
  readonly notices: Notice[];
  readonly messages: Set<string>;
}

const kinds: Readonly<Record<SimulatedEvent, HistoryEvent['kind']>> = {
  submit: 'ClaimSubmitted',
  startReview: 'ReviewStarted',
  requestInformation: 'InformationRequested',
  resubmit: 'ClaimResubmitted',
  approve: 'ClaimApproved',
  reject: 'ClaimRejected',
  expire: 'ClaimRejected',
  comment: 'Commented',
};

/** Keeps books on every claim under way, and compares the product with them. A claim that is over is closed. */
export function createBooks(dependencies: ExpectedWorld & { store: DocumentStore; comparison: Comparison }) {
  const { store, comparison, calendar } = dependencies;
  const booked = new Map<string, Booked>();

  function find(number: string): Booked {
    const found = booked.get(number);
    if (!found) throw new Error(`${number} is not on the books`);
    return found;
  }

  function checkStanding(where: string, claim: SubmittedClaim, { expected }: Booked): void {
    comparison.same(`${claim.number} ${where}`, standingOf(claim), shown(expected.standing()));
  }

  /** Every entry of the history, with its side and time. */
  async function checkHistory(number: string, { customerTenantId, expected }: Booked): Promise<void> {
    const { documents } = await store.query<HistoryEntry>({
      type: 'history',
      pk: customerTenantId,
      equals: { number },
      order: { field: 'seq', direction: 'ascending' },
      limit: 200,
    });
    const entries = documents.map(({ body: { event, side, at } }) => `${event.kind} ${side} ${at}`);
    const must = expected.history().map(({ what, side, at }) => `${kinds[what]} ${side} ${instant(at)}`);
    comparison.same(`${number} history`, entries.slice(1), must);
  }

  return {
    open(number: string, customerTenantId: string): void {
      const expected = createExpectedClaim(dependencies);
      booked.set(number, { customerTenantId, expected, notices: [], messages: new Set() });
    },

    /** The state that the claim must have at that time. */
    standing(number: string, now: number): Standing {
      const { expected } = find(number);
      expected.settle(now);
      return expected.standing();
    },

    /** Somebody has done it: the claim's status and deadline are checked at once. */
    did(
      claim: SubmittedClaim,
      what: SimulatedEvent,
      { at, doer }: { readonly at: number; readonly doer: Doer },
    ): void {
      const entry = find(claim.number);
      entry.expected.happens(what, at, doer);
      checkStanding(`after ${what} at ${instant(at)}`, claim, entry);
    },

    /** Notes an alert to somebody; each event may come only once. */
    notice(
      message: {
        readonly number: string;
        readonly version: number;
        readonly event: string;
        readonly to: string;
      },
      at: number,
    ): void {
      const { number, version, event, to } = message;
      const { notices, messages } = find(number);
      const key = `${version} ${to}`;
      comparison.same(`${number} v${version} ${event} said twice to ${to}`, messages.has(key), false);
      messages.add(key);
      notices.push({ at, event, to });
    },

    /** R79: what the digest lists, of everything that waits for the reviewers. */
    digest(digest: Digest, at: number): void {
      const waiting = [...booked].flatMap(([number, { expected }]) => {
        const { status, deadline } = expected.standing();
        const waits = status === 'Submitted' || status === 'UnderReview';
        return waits && deadline !== undefined ? [{ number, deadline }] : [];
      });
      checkDigest(comparison, digest, { at, calendar, waiting });
    },

    /** Checks the claim as it is stored, its history, and everything that was told of it up to the newest look. */
    async close(number: string, newestCheck: number): Promise<SubmittedClaim> {
      const entry = find(number);
      const stored = await store.read<SubmittedClaim>(entry.customerTenantId, claimId(number));
      if (!stored) throw new Error(`${number} is not stored`);
      entry.expected.settle(newestCheck);
      checkStanding('as stored', stored.body, entry);
      await checkHistory(number, entry);
      const must = entry.expected.notices(newestCheck).map(line).sort();
      comparison.same(`${number} told`, entry.notices.map(line).sort(), must);
      booked.delete(number);
      return stored.body;
    },

    openNumbers: (): string[] => [...booked.keys()],
  };
}

export type Books = ReturnType<typeof createBooks>;

const line = ({ at, event, to }: Notice): string => `${instant(at)} ${event} → ${to}`;

const shown = ({ status, deadline }: Standing) => ({
  status,
  ...(deadline === undefined ? {} : { deadline: instant(deadline) }),
});

function standingOf(claim: SubmittedClaim): { status: string; deadline?: string } {
  const { status } = claim;
  switch (claim.status) {
    case 'Submitted':
      return { status, deadline: claim.beginBy };
    case 'UnderReview':
      return { status, deadline: claim.decideBy };
    case 'PartnerActionRequired':
      return { status, deadline: claim.answerBy };
    case 'Rejected':
      return { status, deadline: claim.disputeUntil };
    case 'Approved':
      return { status };
  }
}
