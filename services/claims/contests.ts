import type { Directory } from '../directory/directoryService.ts';
import type { DocumentStore } from '../storage/documentStore.ts';
import type { FiledClaim, Line } from './claim.ts';
import { slotOf } from './claim.ts';
import { claimId, slotId } from './documents.ts';
import { claimsOn, isContested, type Slot, slotsOf } from './slot.ts';
import type { Contest } from './views.ts';

/** What reviewers may know of a slot, and partners must not (R53): who holds it and who contends for it. */
export function createContests({ store, directory }: { store: DocumentStore; directory: Directory }) {
  /** The slot as it stands; undefined when nobody has ever claimed it, or only in a claim that is gone. */
  async function find(customerTenantId: string, slot: string): Promise<Contest | undefined> {
    const stored = await store.read<Slot>(customerTenantId, slotId(slot));
    return stored ? await contestOf(customerTenantId, stored.body) : undefined;
  }

  /** The contested ones among the claim's slots. */
  async function contestedSlots(claim: FiledClaim): Promise<Slot[]> {
    const pk = claim.details.customerTenantId;
    const read = await Promise.all(slotsOf(claim.details).map((slot) => store.read<Slot>(pk, slotId(slot))));
    return read.flatMap((stored) => (stored && isContested(stored.body) ? [stored.body] : []));
  }

  /** The contests that the claim is part of. */
  async function ofClaim(claim: FiledClaim): Promise<Contest[]> {
    const slots = await contestedSlots(claim);
    const contests = await Promise.all(slots.map((slot) => contestOf(claim.details.customerTenantId, slot)));
    return contests.filter((contest) => contest !== undefined);
  }

  async function contestOf(customerTenantId: string, slot: Slot): Promise<Contest | undefined> {
    const claims = await Promise.all(
      claimsOn(slot).map((number) => store.read<FiledClaim>(customerTenantId, claimId(number))),
    );
    const found = claims.flatMap((stored) => (stored ? [stored.body] : []));
    const line = lineFor(slot, found);
    const customer = await directory.customer(customerTenantId);
    return {
      customerTenantId,
      slot: slot.slot,
      line,
      customer: customer?.name ?? found[0]?.details.customerDomain ?? customerTenantId,
      contested: isContested(slot),
      claims: await Promise.all(found.map((claim) => contenderOf(claim, slot))),
    };
  }

  async function contenderOf(claim: FiledClaim, { holder }: Slot): Promise<Contest['claims'][number]> {
    const { number, status, partnerId, submittedAt, details } = claim;
    const partner = await directory.partner(partnerId);
    return {
      number,
      status,
      claimName: details.claimName,
      partnerId,
      partnerName: partner?.name ?? partnerId,
      submittedAt,
      holds: holder?.claims.includes(number) ?? false,
    };
  }

  return { find, contestedSlots, ofClaim };
}

/** A subscription's product is named by the claims on it. */
function lineFor({ slot }: Slot, claims: readonly FiledClaim[]): Line {
  const lines = claims.flatMap(({ details }) => details.lines);
  const [kind = '', id = ''] = slot.split(':', 2);
  const unnamed: Line =
    kind === 'workload'
      ? { kind: 'workload', workload: id }
      : { kind: 'product', product: id, subscriptionId: id };
  return lines.find((line) => slotOf(line) === slot) ?? unnamed;
}
