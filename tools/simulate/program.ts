import type { Calendar } from '../../services/calendar/calendar.ts';
import { type Digest, readDigest } from '../../services/claims/background/digest.ts';
import { dueWork } from '../../services/claims/background/dueWork.ts';
import { sweep } from '../../services/claims/background/work.ts';
import { type Claims, createClaims } from '../../services/claims/claims.ts';
import { isIrrelevant } from '../../services/claims/news.ts';
import { createDirectory } from '../../services/directory/directoryService.ts';
import { createImportedTenantLookup } from '../../services/directory/tenantLookup/importedTenantLookup.ts';
import type { Alert, Recipient } from '../../services/domain/alert.ts';
import type { Person } from '../../services/domain/person.ts';
import type { Delivery } from '../../services/outbox/delivery.ts';
import { createDispatcher } from '../../services/outbox/dispatcher.ts';
import { createLease } from '../../services/outbox/lease.ts';
import { tellClaim } from '../../services/outbox/tellClaim.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import type { Cast } from './cast.ts';

/** What people are told, as it happens. */
export interface Notebook {
  notice(what: {
    readonly number: string;
    readonly version: number;
    readonly event: string;
    readonly to: string;
  }): void;
  digest(digest: Digest): void;
}

export interface ProgramDependencies {
  readonly store: DocumentStore;
  readonly calendar: Calendar;
  readonly cast: Cast;
  readonly now: () => Date;
  /** Lets some milliseconds go by. */
  readonly pass: (ms: number) => void;
  readonly newNumber: () => string;
  readonly notebook: Notebook;
  readonly onError: (error: unknown) => void;
}

const pollMs = 2000;

/** The services as the product wires them, as one process; only Teams is replaced by a notebook. */
export function startProgram(dependencies: ProgramDependencies, owner: string) {
  const { store, calendar, cast, now, newNumber, onError } = dependencies;
  let busy = false;
  const directory = createDirectory(store, { now });
  const claims = createClaims({
    store,
    directory,
    tenantLookup: createImportedTenantLookup(store),
    calendar,
    now,
    newNumber,
    zonesOf: async (people) => zonesOf(cast, people),
    // The next look sends it.
    committed: () => undefined,
    wait: async () => undefined,
  });
  const dispatcher = createDispatcher({
    store,
    directory,
    readersOf: claims.presentReaders,
    now,
    lease: createLease({ store, name: 'dispatcher', owner, holdMs: 8000, now }),
    deliver: async (alert, recipient) => {
      busy = true;
      return await deliver({ ...dependencies, claims }, alert, recipient);
    },
    onError,
  });

  return {
    claims,
    /** Does what is due: timers, the digest, alerts. Says how many timers have run. */
    async check(): Promise<number> {
      const outbox = { wake: () => undefined };
      const timers = await sweep(dueWork.claimTimers, { store, claims, calendar, now, onError });
      await sweep(dueWork.digest, { store, calendar, now, outbox });
      await sendAll();
      return timers;
    },
  };

  /** One alert may wait for another of the same claim, so the dispatcher is asked again, as its loop does. */
  async function sendAll(): Promise<void> {
    do {
      busy = false;
      await dispatcher.sendDue();
      if (busy) dependencies.pass(pollMs);
    } while (busy);
  }
}

export type Program = ReturnType<typeof startProgram>;

const zonesOf = (cast: Cast, people: readonly Pick<Person, 'id'>[]): Record<string, string> =>
  Object.fromEntries(
    people.flatMap(({ id }) => {
      const zone = cast.zoneOf(id);
      return zone ? [[id, zone]] : [];
    }),
  );

/** Notes who is alerted, as the messenger would; cards that are only updated do not count. */
async function deliver(
  { store, calendar, now, cast, notebook, claims }: ProgramDependencies & { readonly claims: Claims },
  alert: Alert,
  { to, notify }: Recipient,
): Promise<Delivery> {
  const sent: Delivery = { kind: 'sent' };
  if (alert.kind === 'digest') {
    notebook.digest(await readDigest({ store, calendar, now }, Number.POSITIVE_INFINITY));
    return sent;
  }
  if (to.kind === 'claim')
    return alert.kind === 'contest' ? await tellClaim(claims.actAsSystem, alert, to.number) : sent;
  if (alert.kind !== 'claim' || !notify) return sent;
  const { number, version, event } = alert;
  if (to.kind === 'reviewers') {
    notebook.notice({ number, version, event, to: 'reviewers' });
    return sent;
  }
  const actor = cast.actor(to.personId);
  const found = actor && (await claims.get(actor, number));
  if (!actor || !found?.ok || found.value.status === 'Editing') return { kind: 'unreachable' };
  const view = await claims.view(actor, found.value);
  if (!isIrrelevant(alert, view)) notebook.notice({ number, version, event, to: to.personId });
  return sent;
}
