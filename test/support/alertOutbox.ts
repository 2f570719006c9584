import { loadDemo } from '../../local/demo/loadDemo.ts';
import { alertDocument } from '../../services/claims/documents.ts';
import { createDirectory } from '../../services/directory/directoryService.ts';
import { type Alert, alertId, type ClaimAlert, type Recipient } from '../../services/domain/alert.ts';
import { createDispatcher } from '../../services/outbox/dispatcher.ts';
import { createLease } from '../../services/outbox/lease.ts';
import { noReaderChanges } from '../../services/outbox/readers.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { contoso } from './aClaim.ts';
import { fakeDeliver } from './fakeDeliver.ts';
import { openSqlite } from './openStores.ts';
import { saveDirectory } from './saveDirectory.ts';

export const leaseMs = 30_000;

/** A recipient that waits: a person to be told, unless said otherwise. */
export const toPerson = (personId: string, overrides: Partial<Recipient> = {}): Recipient => ({
  to: { kind: 'person', personId },
  notify: true,
  result: 'waiting',
  ...overrides,
});
export const toReviewers = (overrides: Partial<Recipient> = {}): Recipient => ({
  to: { kind: 'reviewers' },
  notify: false,
  result: 'waiting',
  ...overrides,
});

/** An outbox on a real store with the demo directory, a clock that is moved by hand, and a stand-in for Teams. */
export async function alertOutbox() {
  let time = Date.parse('2026-11-23T18:00:00.000Z');
  const now = () => new Date(time);
  const { store, close } = openSqlite(now);
  await saveDirectory(store, loadDemo());
  const teams = fakeDeliver();
  const errors: unknown[] = [];
  /** What the dispatcher has reported of the ways to Teams, with the minutes since the outbox was opened. */
  const reports: string[] = [];
  const untold: string[] = [];
  const missed: string[] = [];
  const opened = time;
  const report = (what: string) => void reports.push(`${Math.round((time - opened) / 60_000)} ${what}`);

  const startDispatcher = (owner = 'first', through: DocumentStore = store) =>
    createDispatcher({
      store: through,
      directory: createDirectory(store, { now }),
      // The alerts of these tests are of no claim: whoever they name reads them.
      readersOf: async () => noReaderChanges,
      lease: createLease({ store: through, name: 'alerts', owner, holdMs: leaseMs, now }),
      deliver: (alert, recipient) => teams.deliver(alert, recipient),
      now,
      onError: (error) => errors.push(error),
      missed: async (_alert, { to }) => void (to.kind === 'person' && missed.push(to.personId)),
      onUntold: ({ topic }) => void untold.push(topic),
      onHeld: (way, { why }) => report(`${way}: ${why}`),
      onOver: (way) => report(`${way}: over`),
      channelAddress: async () => teams.channel,
      deliverTogether: teams.deliverTogether,
    });

  return {
    store,
    close,
    teams,
    errors,
    reports,
    untold,
    missed,
    now,
    startDispatcher,
    dispatcher: startDispatcher(),
    tick: (ms: number) => {
      time += ms;
    },

    /** Puts an alert into the outbox, due now unless said otherwise. */
    async post(overrides: Partial<ClaimAlert> = {}): Promise<void> {
      const at = now().toISOString();
      const alert: Alert = {
        kind: 'claim',
        topic: overrides.number ?? 'C-0000-0001',
        number: 'C-0000-0001',
        version: 5,
        partnerId: 'fabrikam',
        event: 'approved',
        at,
        actorId: 'rita',
        recipients: [toPerson('ana')],
        attempts: 0,
        nextAttemptAt: at,
        ...overrides,
      };
      await store.batch(contoso, [{ kind: 'create', document: alertDocument(contoso, alert) }]);
    },

    /** The alert as it stands, by its version. */
    async alert(version = 5, number = 'C-0000-0001'): Promise<Alert> {
      const stored = await store.read<Alert>(contoso, alertId(number, version));
      if (!stored) throw new Error(`No alert of version ${version}`);
      return stored.body;
    },

    /** What became of each recipient, in their order. */
    async results(version = 5): Promise<string[]> {
      return (await this.alert(version)).recipients.map(({ result }) => result);
    },

    /** Lets time pass in steps, trying after each of them; answers how many attempts there were. */
    async tryFor(ms: number, step = 1000): Promise<number> {
      const before = teams.attempts.length;
      for (let passed = 0; passed < ms; passed += step) {
        time += step;
        await this.dispatcher.sendDue();
      }
      return teams.attempts.length - before;
    },
  };
}

export type AlertOutbox = Awaited<ReturnType<typeof alertOutbox>>;
