import type { SubmittedClaim } from '../domain/claim.ts';
import type { SlotStanding } from '../domain/slot.ts';
import { ownNumbers } from '../domain/slot.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { claimId } from './documents.ts';
import type { ReadSlot } from './readSlots.ts';

/** Reads what a partner may know of a customer's slots before it files a claim. A claim on several slots is read once. */
export function createReadStandings(
  { store, readSlot }: { readonly store: DocumentStore; readonly readSlot: ReadSlot },
  { customerTenantId, partnerId }: { readonly customerTenantId: string; readonly partnerId: string },
) {
  const claims = new Map<string, Promise<StoredDocument<SubmittedClaim> | undefined>>();
  const claim = (number: string) => {
    const read = claims.get(number) ?? store.read<SubmittedClaim>(customerTenantId, claimId(number));
    claims.set(number, read);
    return read;
  };

  return async function standing(slot: string): Promise<SlotStanding> {
    const stored = await readSlot(customerTenantId, slot);
    if (!stored) return { own: [], heldByAnother: false };
    const { holder } = stored.body;
    const own = await Promise.all(ownNumbers(stored.body, partnerId).map(claim));
    const live = own.flatMap((found) => (found && found.body.status !== 'Rejected' ? [found.body] : []));
    return {
      own: live.map(({ number, details }) => ({ number, activities: details.activities })),
      heldByAnother: holder !== undefined && holder.partnerId !== partnerId,
    };
  };
}
