import type { Calendar } from '../../calendar/calendar.ts';
import { system } from '../../domain/actor.ts';
import { alertId, type DigestAlert, digestTopic, recipientFor } from '../../domain/alert.ts';
import { audiences } from '../../domain/audience.ts';
import type { SubmittedClaim } from '../../domain/claim.ts';
import type { DocumentStore, PageKey, Write } from '../../storage/documents/documentStore.ts';

const pk = 'digest';
const id = 'digest';
/** The page size for counting what is due; the total has no limit. */
const pageSize = 200;

/** When the next digest goes out, and how many have gone out. */
export interface DigestClock {
  readonly version: number;
  readonly nextAt: string;
}

export interface DigestDependencies {
  readonly store: DocumentStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
}

/**
 * R79: one digest at 09:00 of each business day. After a pause only the present day's is sent, late; if two processes
 * check at once, only one writes it. True when one was written.
 */
export async function writeDigest({ store, calendar, now }: DigestDependencies): Promise<boolean> {
  const at = now().toISOString();
  const stored = await store.read<DigestClock>(pk, id);
  const nextAt = calendar.nextMorning(at);
  if (!stored) {
    const document = { pk, id, type: 'digest', body: { version: 0, nextAt } };
    await store.batch(pk, [{ kind: 'create', document }]);
    return false;
  }
  if (at < stored.body.nextAt) return false;
  const version = stored.body.version + 1;
  const isToday = calendar.isMorningPast(at);
  const writes: Write[] = [
    { kind: 'replace', document: { pk, id, type: 'digest', body: { version, nextAt } }, etag: stored.etag },
    ...(isToday
      ? [{ kind: 'create' as const, document: alertDocument(version, at, calendar.endOfDay(at)) }]
      : []),
  ];
  return (await store.batch(pk, writes)).ok && isToday;
}

/** R79: not sent on a later day, which has its own digest or none. */
function alertDocument(version: number, at: string, until: string) {
  const body: DigestAlert = {
    kind: 'digest',
    topic: digestTopic,
    version,
    at,
    actorId: system.personId,
    recipients: recipientFor({ kind: 'reviewers' }, audiences.digest.digest.channel).map((channel) => ({
      ...channel,
      until,
    })),
    attempts: 0,
    nextAttemptAt: at,
  };
  return { pk, id: alertId(digestTopic, version), type: 'alert', body };
}

/** The claims that wait for the reviewers: how many by when, and the first ones by deadline. */
export interface Digest {
  /** The claims whose own cards say that they are overdue (D10). */
  readonly overdue: number;
  readonly today: number;
  /** On the next business day. */
  readonly tomorrow: number;
  readonly claims: readonly SubmittedClaim[];
}

/** Counts all claims due by the end of the next business day, and keeps the first `most` claims. */
export async function readDigest(
  { store, calendar, now }: DigestDependencies,
  most: number,
): Promise<Digest> {
  const at = now().toISOString();
  const endOfToday = calendar.endOfDay(at);
  const count = { overdue: 0, today: 0, tomorrow: 0 };
  const claims: SubmittedClaim[] = [];
  let after: PageKey | undefined;
  do {
    const page = await store.query<SubmittedClaim>({
      type: 'claim',
      equals: { turn: 'reviewers' },
      range: { to: calendar.endOfBusinessDay(at, 1) },
      order: { field: 'deadline', direction: 'ascending' },
      limit: pageSize,
      ...(after ? { after } : {}),
    });
    for (const { body } of page.documents) {
      count[whenDue(body, at, endOfToday)] += 1;
      if (claims.length < most) claims.push(body);
    }
    after = page.next;
  } while (after);
  return { ...count, claims };
}

function whenDue({ deadline = '' }: SubmittedClaim, at: string, endOfToday: string) {
  if (deadline <= at) return 'overdue';
  return deadline <= endOfToday ? 'today' : 'tomorrow';
}
