import type { DocumentStore, NewDocument } from '../../storage/documents/documentStore.ts';
import { type PartnerRecord, partnerKey } from '../documents.ts';
import type { PartnerEntry } from './directoryFile.ts';
import { readImportRecord, saveImportRecord } from './importRecord.ts';
import { type SavingEntries, saveCounted } from './saveEntry.ts';

/**
 * Writes the companies of an import. A company that is not listed stays as it is, with its tenants and its people: a
 * file with one new company must not remove everybody else's rights. The file of people says who has left (R97).
 */
export async function savePartners(saving: SavingEntries, partners: readonly PartnerEntry[]): Promise<void> {
  const { store, tally } = saving;
  const record = await readImportRecord(store);
  const listed = new Set(partners.map(({ id }) => id));
  // Written first, so that after an interrupted import the next one still finds every company.
  const known = [...new Set([...record.partnerIds, ...listed])];
  await saveImportRecord(store, { ...record, partnerIds: known });
  for (const { tenantIds, ...partner } of partners) {
    const stored = await readPartner(store, partner.id);
    const { personIds = [], incentivesAdminIds = [] } = stored ?? {};
    await saveCounted(saving, partnerDocument({ partner, tenantIds, personIds, incentivesAdminIds }));
  }
  for (const id of record.partnerIds) if (!listed.has(id) && (await readPartner(store, id))) tally.gone += 1;
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
