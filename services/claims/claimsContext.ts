import type { Calendar } from '../calendar/calendar.ts';
import type { Directory } from '../directory/directoryService.ts';
import type { TenantLookup } from '../directory/tenantLookup/tenantLookup.ts';
import type { Person } from '../domain/person.ts';
import type { Quotas } from '../domain/quotas.ts';
import type { KeyedQueue } from '../queue/keyedQueue.ts';
import type { DocumentStore } from '../storage/documents/documentStore.ts';

/** What the claim services are made of; one place wires it. */
export interface ClaimsContext {
  readonly store: DocumentStore;
  readonly directory: Directory;
  readonly tenantLookup: TenantLookup;
  readonly calendar: Calendar;
  readonly now: () => Date;
  /** IANA zones of those people whose zone is known, by person ID. */
  readonly zonesOf: (people: readonly Pick<Person, 'id'>[]) => Promise<Readonly<Record<string, string>>>;
  readonly wait: (ms: number) => Promise<void>;
  readonly newNumber: () => string;
  /** Called after each commit, because alerts may be waiting. */
  readonly committed: () => void;
  readonly queue: KeyedQueue;
  /** D22. */
  readonly quotas: Quotas;
}
