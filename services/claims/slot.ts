import type { ClaimDetails } from './claim.ts';
import { slotOf } from './claim.ts';

/**
 * Who has, and who wants, one workload of a customer or one subscription (R46). Submitting makes a partner a
 * contender, approval the holder (D6). Written under its ETag, so that two partners who act at once see each other.
 */
export interface Slot {
  /** `workload:<id>` or `subscription:<GUID>`. */
  readonly slot: string;
  readonly holder?: { readonly partnerId: string; readonly claims: readonly string[] };
  readonly contenders: readonly {
    readonly partnerId: string;
    readonly number: string;
    readonly since: string;
  }[];
}

/** The slots of a claim, each once. */
export const slotsOf = (details: ClaimDetails): string[] => [...new Set(details.lines.map(slotOf))];

/** The slot with the claim among its contenders. */
export function contend(slot: Slot, claim: { partnerId: string; number: string; since: string }): Slot {
  const others = slot.contenders.filter((contender) => contender.number !== claim.number);
  return { ...slot, contenders: [...others, claim] };
}

/** The slot held by the claim's partner; the claim no longer contends. Never called while a rival holds it. */
export function hold(slot: Slot, claim: { partnerId: string; number: string }): Slot {
  const claims = slot.holder?.partnerId === claim.partnerId ? slot.holder.claims : [];
  return {
    ...slot,
    holder: {
      partnerId: claim.partnerId,
      claims: [...claims.filter((held) => held !== claim.number), claim.number],
    },
    contenders: slot.contenders.filter((contender) => contender.number !== claim.number),
  };
}

/** The slot without the claim, as contender and as holder. */
export function release(slot: Slot, number: string): Slot {
  const { holder, ...rest } = slot;
  const contenders = slot.contenders.filter((contender) => contender.number !== number);
  const claims = holder?.claims.filter((held) => held !== number) ?? [];
  if (!holder || claims.length === 0) return { ...rest, contenders };
  return { ...rest, holder: { ...holder, claims }, contenders };
}

/** Numbers of the claims of other partners on the slot. */
export function rivalNumbers(slot: Slot, partnerId: string): string[] {
  const holding = slot.holder && slot.holder.partnerId !== partnerId ? slot.holder.claims : [];
  const contending = slot.contenders.filter((contender) => contender.partnerId !== partnerId);
  return [...holding, ...contending.map((contender) => contender.number)];
}
