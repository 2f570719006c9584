import type { FiledClaim } from '../claims/claim.ts';
import type { Calendar } from '../clock/calendar.ts';
import { programme } from '../directory/directory.ts';
import type { DocumentStore, Write } from '../storage/documentStore.ts';
import { alertId, type DigestAlert, digestTopic } from './alert.ts';

const pk = 'digest';
const id = 'digest';
/** More than a reviewer reads at once; the queue has all of them. */
const mostClaims = 200;

/** When the next digest goes out, and how many have. */
interface DigestClock {
  readonly version: number;
  readonly nextAt: string;
}

interface DigestDependencies {
  readonly store: DocumentStore;
  readonly calendar: Calendar;
  readonly now: () => Date;
}

/**
 * R79: one digest at 09:00 of each business day. After a pause only the present day's is sent, late; two processes that
 * look at once write one. True when one was written.
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

/** R79: not sent on another day, which has one of its own or none. */
function alertDocument(version: number, at: string, until: string) {
  const body: DigestAlert = {
    kind: 'digest',
    topic: digestTopic,
    version,
    at,
    actorId: programme.personId,
    recipients: [{ to: { kind: 'reviewers' }, notify: true, result: 'waiting', until }],
    attempts: 0,
    nextAttemptAt: at,
  };
  return { pk, id: alertId(digestTopic, version), type: 'alert', body };
}

/** What waits for the reviewers, by when, the nearest deadline first: what an overdue claim says of itself too (D10). */
export interface Digest {
  readonly overdue: readonly FiledClaim[];
  readonly today: readonly FiledClaim[];
  /** On the next business day. */
  readonly tomorrow: readonly FiledClaim[];
}

/** What is due by the end of the next business day. */
export async function readDigest({ store, calendar, now }: DigestDependencies): Promise<Digest> {
  const at = now().toISOString();
  const { documents } = await store.query<FiledClaim>({
    type: 'claim',
    equals: { turn: 'reviewers' },
    range: { to: calendar.endOfBusinessDay(at, 1) },
    order: { field: 'deadline', direction: 'ascending' },
    limit: mostClaims,
  });
  const claims = documents.map(({ body }) => body);
  const endOfToday = calendar.endOfDay(at);
  const within = (from: string, to: string) =>
    claims.filter(({ deadline = '' }) => deadline > from && deadline <= to);
  return {
    overdue: within('', at),
    today: within(at, endOfToday),
    tomorrow: within(endOfToday, calendar.endOfBusinessDay(at, 1)),
  };
}
