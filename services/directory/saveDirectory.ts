import type { DocumentStore, NewDocument, Write } from '../storage/documentStore.ts';
import type { DirectoryPerson } from './directory.ts';
import type { CustomerEntry, DirectoryData, PartnerEntry } from './directoryFile.ts';
import {
  catalogueKey,
  customerKey,
  domainDocument,
  type ImportRecord,
  importKey,
  type PartnerRecord,
  partnerKey,
  personKey,
  subscriptionDocument,
} from './documents.ts';
import { personIdOf } from './personId.ts';

/**
 * Writes imported data. What it lists is written anew; people it no longer lists are removed, and with them their
 * rights (R97). Companies and customers stay, because claims name them. It can be broken off and run again.
 */
export async function saveDirectory(store: DocumentStore, data: DirectoryData): Promise<void> {
  const listed = new Set(data.people.map(idOf));
  const reviewers = data.people.filter(({ kind }) => kind === 'reviewer');
  const partnerIds = data.partners.map(({ id }) => id);
  const before = (await store.read<ImportRecord>(importKey.pk, importKey.id))?.body ?? {
    partnerIds: [],
    reviewerIds: [],
  };
  const recordImport = (body: ImportRecord) => write(store, { ...importKey, type: 'import', body });

  // First everything that was or will be there, so that a broken-off import forgets nobody whom the next must remove.
  await recordImport({
    partnerIds: union(before.partnerIds, partnerIds),
    reviewerIds: union(before.reviewerIds, reviewers.map(idOf)),
  });
  await removePeople(store, before.reviewerIds, listed);
  await savePeople(store, reviewers);
  const entries = new Map(data.partners.map((entry) => [entry.id, entry]));
  const staff = Map.groupBy(data.people, (person) =>
    person.kind === 'partner' ? person.partnerId : undefined,
  );
  for (const id of union(before.partnerIds, partnerIds)) {
    await savePartner(store, { id, entry: entries.get(id), people: staff.get(id) ?? [], listed });
  }
  for (const customer of data.customers) {
    await saveCustomer(store, customer);
  }
  await write(store, { ...catalogueKey, type: 'catalogue', body: data.catalogue });
  await recordImport({ partnerIds, reviewerIds: reviewers.map(idOf) });
}

interface Company {
  readonly id: string;
  /** Absent when the company is no longer imported. */
  readonly entry: PartnerEntry | undefined;
  readonly people: readonly DirectoryPerson[];
  readonly listed: ReadonlySet<string>;
}

async function savePartner(store: DocumentStore, { id, entry, people, listed }: Company): Promise<void> {
  const key = partnerKey(id);
  const stored = (await store.read<PartnerRecord>(key.pk, key.id))?.body;
  const before = stored?.personIds ?? [];
  const partner = entry ? { id, name: entry.name, locations: entry.locations } : stored?.partner;
  if (!partner) return;
  const record = (personIds: readonly string[]): NewDocument<PartnerRecord> => ({
    ...key,
    type: 'partner',
    body: { partner, personIds, incentivesAdminIds: people.filter(isIncentivesAdmin).map(idOf) },
  });
  const personIds = people.map(idOf);

  await write(store, record(union(before, personIds)));
  await removePeople(store, before, listed);
  await savePeople(store, people);
  await write(store, record(personIds));
}

async function saveCustomer(
  store: DocumentStore,
  { subscriptions, ...customer }: CustomerEntry,
): Promise<void> {
  const { tenantId } = customer;
  await write(store, { ...customerKey(tenantId), type: 'customer', body: customer });
  for (const domain of customer.domains) await write(store, domainDocument(domain, tenantId));
  for (const subscription of subscriptions)
    await write(store, subscriptionDocument({ ...subscription, tenantId }));
}

async function savePeople(store: DocumentStore, people: readonly DirectoryPerson[]): Promise<void> {
  for (const person of people)
    await write(store, { ...personKey(idOf(person)), type: 'person', body: person });
}

async function removePeople(
  store: DocumentStore,
  ids: readonly string[],
  listed: ReadonlySet<string>,
): Promise<void> {
  for (const { pk, id } of ids.filter((person) => !listed.has(person)).map(personKey)) {
    await store.batch(pk, [{ kind: 'delete', pk, id }]);
  }
}

async function write(store: DocumentStore, document: NewDocument<unknown>): Promise<void> {
  const writes: Write[] = [{ kind: 'upsert', document }];
  const result = await store.batch(document.pk, writes);
  if (!result.ok) throw new Error(`The directory entry ${document.pk} was not saved: ${result.failure}`);
}

const idOf = (person: DirectoryPerson) => personIdOf(person.tenantId, person.objectId);
const isIncentivesAdmin = (person: DirectoryPerson) =>
  person.kind === 'partner' && person.roles.includes('IncentivesAdmin');
const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
