import assert from 'node:assert/strict';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import { createCalendar } from '../../services/calendar/calendar.ts';
import { type Claims, createClaims } from '../../services/claims/claims.ts';
import type { ClaimsContext } from '../../services/claims/claimsContext.ts';
import type { SavedEdit } from '../../services/claims/editing/edits.ts';
import { createDirectory } from '../../services/directory/directoryService.ts';
import type { DirectoryData } from '../../services/directory/import/directoryFile.ts';
import { createImportedTenantLookup } from '../../services/directory/tenantLookup/importedTenantLookup.ts';
import type { TenantLookup } from '../../services/directory/tenantLookup/tenantLookup.ts';
import type { Actor } from '../../services/domain/actor.ts';
import type { ContestAlert } from '../../services/domain/alert.ts';
import type { Answers } from '../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../services/domain/claim.ts';
import type { Command } from '../../services/domain/command.ts';
import { personOf } from '../../services/domain/person.ts';
import { defaultQuotas } from '../../services/domain/quotas.ts';
import type { Outcome } from '../../services/domain/refusal.ts';
import { tellClaim } from '../../services/outbox/tellClaim.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { aProof, contoso } from './aClaim.ts';
import { type OpenedStore, openSqlite } from './openStores.ts';
import { saveDirectory } from './saveDirectory.ts';

/** Answers that can be submitted: Microsoft 365 at Contoso, one workload. */
export const goodAnswers: Answers = {
  mpnId: '4512087',
  customerDomain: 'contoso.com',
  customerTenantId: contoso,
  solutionArea: 'Microsoft365',
  activities: 'Usage',
  claimName: 'Contoso adoption',
  lines: 'exchange-online',
  'customerContact.name': 'Cleo Park',
  'customerContact.title': 'CIO',
  'customerContact.email': 'cleo@contoso.com',
  'customerContact.language': 'en',
  'partnerContact.name': 'Ana Ruiz',
  'partnerContact.email': 'ana.ruiz@fabrikam.example',
};

export interface MemoryClaimsOptions {
  readonly directory?: DirectoryData;
  /** Absent: the directory says which tenant a domain belongs to. */
  readonly tenantLookup?: TenantLookup;
  /** Absent: nobody's zone is known. */
  readonly zonesOf?: ClaimsContext['zonesOf'];
  readonly open?: (now: () => Date) => OpenedStore | Promise<OpenedStore>;
}

/** The claim services on a real store with the demo directory, a clock that stands still and waiting that takes no time. */
export async function memoryClaims({
  directory = loadDemo(),
  open = openSqlite,
  ...options
}: MemoryClaimsOptions = {}) {
  let time = Date.parse('2026-11-23T18:00:00.000Z');
  let commands = 0;
  let numbers = 0;
  const waits: number[] = [];
  const now = () => new Date(time);
  const { store, close } = await open(now);
  await saveDirectory(store, directory);
  const tenantLookup = options.tenantLookup ?? createImportedTenantLookup(store);
  let committed = 0;

  const nextNumber = () => {
    numbers += 1;
    return `C-0000-${String(numbers).padStart(4, '0')}`;
  };
  /** A process of its own over the same data: after a restart, or beside the first. `through` stands between it and the store. */
  const startProcess = (through: DocumentStore = store, newNumber = nextNumber): Claims =>
    createClaims({
      store: through,
      directory: createDirectory(store, { now }),
      tenantLookup,
      calendar: createCalendar(),
      now,
      newNumber,
      // Some tests need more than a page of documents.
      quotas: { ...defaultQuotas, draftsOfPerson: 10_000, draftsOfCompany: 10_000 },
      ...(options.zonesOf ? { zonesOf: options.zonesOf } : {}),
      committed: () => {
        committed += 1;
      },
      wait: async (ms) => {
        waits.push(ms);
      },
    });
  const claims = startProcess();
  const newCommandId = () => {
    commands += 1;
    return `activity-${commands}`;
  };

  return {
    store,
    close,
    claims,
    startProcess,
    newCommandId,
    /** What a press on a claim names; a command of its own each time. Without a version it is never out of date. */
    target: (number: string, version?: number) => ({
      number,
      commandId: newCommandId(),
      ...(version === undefined ? {} : { version }),
    }),
    now,
    /** How long each lost race was waited for, in milliseconds. */
    waits,
    committed: () => committed,
    tick: (ms: number) => {
      time += ms;
    },

    /** A draft that can be submitted; answers its number. */
    async draft(actor: Actor, answers: Answers = {}): Promise<string> {
      const { number } = grantedValue(
        await claims.drafts.create(actor, { ...goodAnswers, ...answers }, newCommandId()),
      );
      const proof = aProof({ addedBy: personOf(actor) });
      const added = await claims.drafts.addProof(actor, { number, commandId: newCommandId() }, proof);
      assert(added.ok);
      return number;
    },

    async submitted(actor: Actor, answers: Answers = {}): Promise<SubmittedClaim> {
      const number = await this.draft(actor, answers);
      return grantedValue(await claims.submit(actor, { number, commandId: newCommandId() }));
    },

    /** Lets the system inform the claims that a contest's alerts name. */
    async announce(alerts: readonly ContestAlert[]): Promise<void> {
      for (const alert of alerts) {
        for (const { to } of alert.recipients) {
          if (to.kind === 'claim') await tellClaim(claims.actAsSystem, alert, to.number);
        }
      }
    },

    /** Carries out a command that must succeed. */
    async did(actor: Actor, number: string, command: Command): Promise<SubmittedClaim> {
      const target = { number, commandId: newCommandId() };
      return grantedValue(await claims.execute(actor, target, command)).claim;
    },
  };
}

export type MemoryClaims = Awaited<ReturnType<typeof memoryClaims>>;

/** The claim of a saved edit, without what it has changed. */
export const claimEdited = (outcome: Outcome<SavedEdit>): Outcome<SubmittedClaim> =>
  outcome.ok ? { ok: true, value: outcome.value.claim } : outcome;

/** What was granted; fails when it was refused. */
export function grantedValue<T>(outcome: Outcome<T>): T {
  assert(outcome.ok, `refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
