import type { Slot } from '../domain/slot.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { slotId } from './documents.ts';

/** Reads a customer's slot; undefined when nobody has ever claimed it. */
export type ReadSlot = (customerTenantId: string, slot: string) => Promise<StoredDocument<Slot> | undefined>;

/** Reads slots as they are now. */
export const createReadSlot =
  (store: DocumentStore): ReadSlot =>
  (customerTenantId, slot) =>
    store.read<Slot>(customerTenantId, slotId(slot));

/** Reads each slot at most once, so that a check and the decision after it are made from the same documents. */
export function readingSlotsOnce(readSlot: ReadSlot): ReadSlot {
  const read = new Map<string, ReturnType<ReadSlot>>();
  return (customerTenantId, slot) => {
    const key = JSON.stringify([customerTenantId, slot]);
    const found = read.get(key) ?? readSlot(customerTenantId, slot);
    read.set(key, found);
    return found;
  };
}
