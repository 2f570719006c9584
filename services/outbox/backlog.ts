import type { Alert } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { hasBegun, hasExpired } from './attempts.ts';
import { untoldAlerts, waitingAlerts } from './outboxDocuments.ts';

/** What waits in the outbox for somebody who must be told. */
export interface Backlog {
  /** Alerts whose time has come and that have not reached everybody yet. */
  readonly waiting: number;
  /** Since when (ISO) the oldest of them waits; absent if none does. */
  readonly oldestSince?: string;
  /** Alerts of which nobody could be told: they wait for an operator (D21). */
  readonly untold: number;
}

/** An alert with the instant (ISO) since which it waits. */
export interface WaitingAlert {
  readonly document: StoredDocument<Alert>;
  readonly since: string;
}

/** The alerts that wait for somebody at this instant (ISO), the oldest first; not those for a later morning (R79). */
export async function overdueAlerts(store: DocumentStore, at: string): Promise<readonly WaitingAlert[]> {
  const waiting = (await waitingAlerts(store)).flatMap((document) => {
    const [since] = document.body.recipients
      .filter((one) => one.notify && hasBegun(one, at) && !hasExpired(one, at))
      .map(({ from = '' }) => (from > document.body.at ? from : document.body.at))
      .sort();
    return since ? [{ document, since }] : [];
  });
  return waiting.toSorted((one, other) => one.since.localeCompare(other.since));
}

/** Counts what waits at this instant (ISO). */
export async function readBacklog(store: DocumentStore, at: string): Promise<Backlog> {
  const [waiting, untold] = await Promise.all([overdueAlerts(store, at), untoldAlerts(store)]);
  const [oldest] = waiting;
  return {
    waiting: waiting.length,
    ...(oldest ? { oldestSince: oldest.since } : {}),
    untold: untold.length,
  };
}

/** Looks after the backlog: says so when an alert waits longer than it should, at once and then every ten minutes. */
export function createBacklogWatch({
  store,
  now,
  lateAfterMs,
  onLate,
}: {
  readonly store: DocumentStore;
  readonly now: () => Date;
  readonly lateAfterMs: number;
  readonly onLate: (backlog: Backlog) => void;
}) {
  let late: Backlog | undefined;
  let reportedAt = Number.NEGATIVE_INFINITY;

  return {
    async check(): Promise<void> {
      const at = now();
      const backlog = await readBacklog(store, at.toISOString());
      const oldest = Date.parse(backlog.oldestSince ?? at.toISOString());
      late = backlog.untold > 0 || at.getTime() - oldest > lateAfterMs ? backlog : undefined;
      if (!late || at.getTime() - reportedAt < reportEveryMs) return;
      reportedAt = at.getTime();
      onLate(late);
    },
    /** What waits too long, as it was at the last check; undefined: nothing does. */
    late: (): Backlog | undefined => late,
  };
}

/** What `createBacklogWatch` makes. */
export type BacklogWatch = ReturnType<typeof createBacklogWatch>;

const reportEveryMs = 600_000;
