import type { DirectoryPerson } from '../../domain/actor.ts';
import { companyOf, isIncentivesAdmin } from '../../domain/actors.ts';
import { personKey } from '../documents.ts';
import { personIdOf } from '../personId.ts';
import { readImportRecord, saveImportRecord } from './importRecord.ts';
import { type SavingEntries, saveCounted, saveEntry } from './saveEntry.ts';
import { partnerDocument, readPartner } from './savePartners.ts';

/**
 * Writes the people of an import. People it no longer lists are removed, and with them their rights (R97). Before
 * anything else it records who may have to be removed, so that it can be interrupted and run once more.
 */
export async function savePeople(entries: SavingEntries, people: readonly DirectoryPerson[]): Promise<void> {
  const { store } = entries;
  const listed = new Set(people.map(idOf));
  const saving: Saving = { ...entries, listed };
  const record = await readImportRecord(store);
  const staff = Map.groupBy(people, companyOf);
  const reviewers = staff.get(undefined) ?? [];
  const reviewerIds = reviewers.map(idOf);
  await saveImportRecord(store, { ...record, reviewerIds: union(record.reviewerIds, reviewerIds) });
  await remove(saving, record.reviewerIds);
  await save(saving, reviewers);
  for (const id of record.partnerIds) await saveStaff(saving, id, staff.get(id) ?? []);
  await saveImportRecord(store, { ...record, reviewerIds });
}

interface Saving extends SavingEntries {
  readonly listed: ReadonlySet<string>;
}

async function saveStaff(saving: Saving, id: string, people: readonly DirectoryPerson[]): Promise<void> {
  const { store } = saving;
  const stored = await readPartner(store, id);
  if (!stored) return;
  const personIds = people.map(idOf);
  const incentivesAdminIds = people.filter(isIncentivesAdmin).map(idOf);
  const before = stored.personIds;
  await saveEntry(
    store,
    partnerDocument({ ...stored, personIds: union(before, personIds), incentivesAdminIds }),
  );
  await remove(saving, before);
  await save(saving, people);
  await saveEntry(store, partnerDocument({ ...stored, personIds, incentivesAdminIds }));
}

async function save(saving: Saving, people: readonly DirectoryPerson[]): Promise<void> {
  for (const person of people)
    await saveCounted(saving, { ...personKey(idOf(person)), type: 'person', body: person });
}

async function remove({ store, listed, tally }: Saving, ids: readonly string[]): Promise<void> {
  for (const { pk, id } of ids.filter((person) => !listed.has(person)).map(personKey)) {
    if (!(await store.read(pk, id))) continue;
    tally.gone += 1;
    await store.batch(pk, [{ kind: 'delete', pk, id }]);
  }
}

const idOf = (person: DirectoryPerson) => personIdOf(person.tenantId, person.objectId);
const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
