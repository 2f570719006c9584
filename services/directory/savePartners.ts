import type { DocumentStore, NewDocument } from '../storage/documentStore.ts';
import type { DirectoryPerson } from './directory.ts';
import type { PartnerEntry } from './directoryFile.ts';
import { type PartnerRecord, partnerKey, personKey } from './documents.ts';
import { readImportRecord, saveImportRecord } from './importRecord.ts';
import { saveEntry } from './saveEntry.ts';
import type { Tally } from './tally.ts';

/**
 * Writes the companies of an import. One that is no longer listed keeps its name, because claims carry it, and loses its
 * tenants and its people's rights (R97).
 */
export async function savePartners(
  store: DocumentStore,
  partners: readonly PartnerEntry[],
  tally: Tally,
): Promise<void> {
  const record = await readImportRecord(store);
  const listed = partners.map(({ id }) => id);
  // First, so that a broken-off import forgets no company whom the next must find.
  const known = [...new Set([...record.partnerIds, ...listed])];
  await saveImportRecord(store, { ...record, partnerIds: known });
  for (const { tenantIds, ...partner } of partners) {
    const stored = await readPartner(store, partner.id);
    const { personIds = [], incentivesAdminIds = [] } = stored ?? {};
    const body = { partner, tenantIds, personIds, incentivesAdminIds };
    tally[await saveEntry(store, partnerDocument(body))] += 1;
  }
  for (const id of record.partnerIds.filter((each) => !listed.includes(each))) await leave(store, id, tally);
}

async function leave(store: DocumentStore, id: string, tally: Tally): Promise<void> {
  const stored = await readPartner(store, id);
  if (!stored || (stored.tenantIds?.length === 0 && stored.personIds.length === 0)) return;
  tally.gone += 1;
  for (const { pk, id: documentId } of stored.personIds.map(personKey)) {
    const person = (await store.read<DirectoryPerson>(pk, documentId))?.body;
    if (person?.kind === 'partner' && person.partnerId === id)
      await store.batch(pk, [{ kind: 'delete', pk, id: documentId }]);
  }
  await saveEntry(
    store,
    partnerDocument({ ...stored, tenantIds: [], personIds: [], incentivesAdminIds: [] }),
  );
}

/** A company as it is stored. */
export async function readPartner(store: DocumentStore, id: string): Promise<PartnerRecord | undefined> {
  const { pk, id: documentId } = partnerKey(id);
  return (await store.read<PartnerRecord>(pk, documentId))?.body;
}

/** The document of a company. */
export const partnerDocument = (record: PartnerRecord): NewDocument<PartnerRecord> => ({
  ...partnerKey(record.partner.id),
  type: 'partner',
  body: record,
});
