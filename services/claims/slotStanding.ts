import type { FiledClaim } from '../domain/claim.ts';
import type { SlotStanding } from '../domain/slot.ts';
import { ownNumbers, type Slot } from '../domain/slot.ts';
import type { DocumentStore } from '../storage/documents/documentStore.ts';
import { claimId, slotId } from './documents.ts';

/** Reads what a partner may know of a customer's slot before it files a claim. */
export async function readSlotStanding(
  store: DocumentStore,
  partnerId: string,
  { customerTenantId, slot }: { readonly customerTenantId: string; readonly slot: string },
): Promise<SlotStanding> {
  const stored = await store.read<Slot>(customerTenantId, slotId(slot));
  if (!stored) return { own: [], heldByAnother: false };
  const { holder } = stored.body;
  const claims = await Promise.all(
    ownNumbers(stored.body, partnerId).map((number) =>
      store.read<FiledClaim>(customerTenantId, claimId(number)),
    ),
  );
  const live = claims.flatMap((found) => (found && found.body.status !== 'Rejected' ? [found.body] : []));
  return {
    own: live.map(({ number, details }) => ({ number, activities: details.activities })),
    heldByAnother: holder !== undefined && holder.partnerId !== partnerId,
  };
}
