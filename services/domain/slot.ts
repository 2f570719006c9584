import type { Activity, ClaimDetails } from './claim.ts';
import { slotOf } from './line.ts';

/**
 * Which partner holds, and which partners compete for, one workload of a customer or one subscription (R46). A partner
 * competes from submission on, and holds the slot from approval on (D6). Written under its ETag, so that of two
 * partners who act at once the second sees the first.
 */
export interface Slot {
  /** `workload:<id>` or `subscription:<GUID>`. */
  readonly slot: string;
  /** Grows by one with every write: puts the slot's alerts in order. */
  readonly version: number;
  readonly holder?: { readonly partnerId: string; readonly claims: readonly string[] };
  /** The subscription has ended (R45): nobody holds the slot or competes for it until the subscription is back. */
  readonly ended?: true;
  /** The claims whose line on it has ended (R45): they never take the slot again, even if the subscription is back. */
  readonly endedClaims?: readonly string[];
  readonly pending: readonly {
    readonly partnerId: string;
    readonly number: string;
    readonly since: string;
  }[];
}

/** A claim on a slot, with its partner. */
interface ClaimOnSlot {
  readonly partnerId: string;
  readonly number: string;
}

/** The slots of a claim, each once. */
export const slotsOf = (details: ClaimDetails): string[] => [...new Set(details.lines.map(slotOf))];

/** A slot that nobody has claimed yet. */
export const emptySlot = (slot: string): Slot => ({ slot, version: 0, pending: [] });

/** Whether more than one partner holds the slot or competes for it. */
export function isContested({ holder, pending }: Slot): boolean {
  const partners = new Set(pending.map(({ partnerId }) => partnerId));
  if (holder) partners.add(holder.partnerId);
  return partners.size > 1;
}

/** The claims on the slot, the holder's first, then in the order in which they came. */
export function claimsOn({ holder, pending }: Slot): string[] {
  return [...new Set([...(holder?.claims ?? []), ...pending.map(({ number }) => number)])];
}

/** The slot with only its version raised, because something about a claim on it has changed. */
export const touch = (slot: Slot): Slot => ({ ...slot, version: slot.version + 1 });

/** Whether the claim's line on the slot has ended (R45). */
export const lineHasEnded = ({ endedClaims: over }: Slot, number: string): boolean =>
  over?.includes(number) ?? false;

/** The slot with the claim added to those that compete for it. */
export function join(slot: Slot, claim: ClaimOnSlot & { readonly since: string }): Slot {
  if (slot.ended || lineHasEnded(slot, claim.number)) return touch(slot);
  const others = slot.pending.filter((other) => other.number !== claim.number);
  const { partnerId, number, since } = claim;
  return { ...touch(slot), pending: [...others, { partnerId, number, since }] };
}

/** The slot held by the claim's partner; it no longer competes. Never called while another partner holds it. */
export function hold(slot: Slot, claim: ClaimOnSlot): Slot {
  if (slot.ended || lineHasEnded(slot, claim.number)) return touch(slot);
  const claims = slot.holder?.partnerId === claim.partnerId ? slot.holder.claims : [];
  return {
    ...touch(slot),
    holder: {
      partnerId: claim.partnerId,
      claims: [...claims.filter((held) => held !== claim.number), claim.number],
    },
    pending: slot.pending.filter((other) => other.number !== claim.number),
  };
}

/** The slot without the claim, whether it competed for the slot or held it. */
export function release(slot: Slot, number: string): Slot {
  const { holder, ...rest } = touch(slot);
  const pending = slot.pending.filter((claim) => claim.number !== number);
  const claims = holder?.claims.filter((held) => held !== number) ?? [];
  if (!holder || claims.length === 0) return { ...rest, pending };
  return { ...rest, holder: { ...holder, claims }, pending };
}

/** Numbers of the partner's own claims on the slot. */
export function ownNumbers({ holder, pending }: Slot, partnerId: string): string[] {
  const held = holder?.partnerId === partnerId ? holder.claims : [];
  const undecided = pending.filter((claim) => claim.partnerId === partnerId);
  return [...new Set([...held, ...undecided.map(({ number }) => number)])];
}

/** The slot of a subscription that has ended: nobody holds it or competes for it any more (R45). */
export function endSlot(slot: Slot): Slot {
  const over = [...new Set([...(slot.endedClaims ?? []), ...claimsOn(slot)])];
  return { ...unclaimed(slot), ended: true, ...(over.length > 0 ? { endedClaims: over } : {}) };
}

/** The slot of a subscription that has come back. A new claim must be filed for it (R45). */
export const reopenSlot = (slot: Slot): Slot => ({
  ...unclaimed(slot),
  ...(slot.endedClaims ? { endedClaims: slot.endedClaims } : {}),
});

const unclaimed = ({ slot, version }: Slot): Slot => ({ slot, version: version + 1, pending: [] });

/** Numbers of the claims of other partners on the slot. */
export function competingNumbers(slot: Slot, partnerId: string): string[] {
  const holding = slot.holder && slot.holder.partnerId !== partnerId ? slot.holder.claims : [];
  const undecided = slot.pending.filter((claim) => claim.partnerId !== partnerId);
  return [...holding, ...undecided.map(({ number }) => number)];
}

/**
 * What a partner may know of a slot before it files a claim (D5): of competing claims only whether another partner
 * holds the slot (R53).
 */
export interface SlotStanding {
  /** The company's own live claims on the slot. */
  readonly own: readonly { readonly number: string; readonly activities: readonly Activity[] }[];
  /** Another partner has been approved for it. */
  readonly heldByAnother: boolean;
}
