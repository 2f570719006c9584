import type { PartnerActor } from '../../domain/actors.ts';
import type { Quotas } from '../../domain/quotas.ts';
import { granted, type Outcome, refused } from '../../domain/refusal.ts';
import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import { partnerPartition } from '../documents.ts';
import type { Upload } from './uploadDocuments.ts';

/** D22: limits files that wait for their claim, before a byte of another is fetched. One query. */
export async function mayKeepAnother(
  store: DocumentStore,
  by: PartnerActor,
  quotas: Pick<Quotas, 'waitingFilesOfPerson' | 'waitingFilesOfCompany'>,
): Promise<Outcome<undefined>> {
  const { documents } = await store.query<Upload>({
    type: 'upload',
    pk: partnerPartition(by.partnerId),
    order: { field: 'sweepAt', direction: 'ascending' },
    limit: 200,
  });
  const waiting = documents.filter(({ body }) => body.state !== 'leaving');
  const own = waiting.filter(({ body }) => body.by.id === by.personId).length;
  if (own >= quotas.waitingFilesOfPerson)
    return refused('tooManyWaitingFiles', { most: quotas.waitingFilesOfPerson, of: 'person' });
  if (waiting.length >= quotas.waitingFilesOfCompany)
    return refused('tooManyWaitingFiles', { most: quotas.waitingFilesOfCompany, of: 'company' });
  return granted(undefined);
}
