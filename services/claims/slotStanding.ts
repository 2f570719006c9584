import type { FiledClaim } from '../domain/claim.ts';
import type { SlotStanding } from '../domain/slot.ts';
import { ownNumbers, type Slot } from '../domain/slot.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { claimId, slotId } from './documents.ts';

/** Reads what a partner may know of a customer's slots before it files a claim. A claim on several slots is read once. */
export function createReadStandings(
  store: DocumentStore,
  { customerTenantId, partnerId }: { readonly customerTenantId: string; readonly partnerId: string },
) {
  const claims = new Map<string, Promise<StoredDocument<FiledClaim> | undefined>>();
  const claim = (number: string) => {
    const read = claims.get(number) ?? store.read<FiledClaim>(customerTenantId, claimId(number));
    claims.set(number, read);
    return read;
  };

  return async function standing(slot: string): Promise<SlotStanding> {
    const stored = await store.read<Slot>(customerTenantId, slotId(slot));
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
