import { claimStatuses, type SubmittedClaim } from '../../domain/claim.ts';
import { stageDeadline, startClock } from '../../domain/rules/deadlines.ts';
import { derivedOf } from '../../domain/rules/evolve.ts';
import { nextTimerAt } from '../../domain/rules/timers.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { ClaimsContext } from '../claimsContext.ts';
import { claimDocument } from '../documents.ts';

const pageSize = 100;
/** The number in it grows when claims get new fields that lists query. */
const marker = { pk: 'upkeep', id: 'upkeep:claims:1' } as const;

type Upkeep = Pick<ClaimsContext, 'store' | 'calendar' | 'now'>;

/**
 * Adds the fields for clocks and lists, once, to claims stored before these fields existed. A claim that changes
 * meanwhile gets them by its own command. Returns how many claims were brought up to date.
 */
export function createBringClaimsUpToDate(context: Upkeep) {
  return async (): Promise<number> => {
    const { store, now } = context;
    if (await store.read(marker.pk, marker.id)) return 0;
    let brought = 0;
    for (const status of claimStatuses) brought += await bringStatus(context, status);
    await store.batch(marker.pk, [
      { kind: 'upsert', document: { ...marker, type: 'upkeep', body: { at: now().toISOString() } } },
    ]);
    return brought;
  };
}

async function bringStatus({ store, calendar, now }: Upkeep, status: string): Promise<number> {
  let brought = 0;
  for (let after: Awaited<ReturnType<DocumentStore['query']>>['next']; ; ) {
    const page = await store.query<SubmittedClaim>({
      type: 'claim',
      equals: { status },
      order: { field: 'updatedAt', direction: 'ascending' },
      limit: pageSize,
      ...(after ? { after } : {}),
    });
    for (const { pk, body, etag } of page.documents) {
      if (body.turn && body.customerDomain) continue;
      const document = claimDocument(broughtUpToDate(body, { calendar, at: now().toISOString() }));
      // If a command was faster, it has added the fields.
      if ((await store.batch(pk, [{ kind: 'replace', document, etag }])).ok) brought += 1;
    }
    if (!page.next) return brought;
    after = page.next;
  }
}

/** Changes nothing that people see: version, history and `updatedAt` stay. What the types promise may be missing. */
function broughtUpToDate(
  stored: SubmittedClaim,
  { calendar, at }: Pick<Upkeep, 'calendar'> & { readonly at: string },
): SubmittedClaim {
  const since = stored.status === 'Submitted' && stored.resubmitted ? stored.updatedAt : stored.submittedAt;
  const timed = { ...stored, clock: stored.clock ?? startClock(since) };
  const claim = withDeadline(timed, (enteredAt) => stageDeadline(timed.clock, enteredAt, calendar));
  // An answer that is late by now ends the claim; a rejection's old reminders are no longer sent.
  const dueAt =
    stored.dueAt ??
    nextTimerAt(claim, claim.status === 'PartnerActionRequired' ? claim.request.at : at, calendar);
  return { ...claim, ...derivedOf(claim), ...(dueAt ? { dueAt } : {}) };
}

function withDeadline(claim: SubmittedClaim, deadline: (enteredAt: string) => string): SubmittedClaim {
  switch (claim.status) {
    case 'Submitted':
      return { ...claim, beginBy: claim.beginBy ?? deadline(claim.clock.since) };
    case 'UnderReview':
      return { ...claim, decideBy: claim.decideBy ?? deadline(claim.reviewStartedAt) };
    default:
      return claim;
  }
}
