import type { Directory } from '../directory/directoryService.ts';
import type { SubmittedClaim } from '../domain/claim.ts';
import { isSameLine, type Line, slotOf } from '../domain/line.ts';
import { claimsOn, isContested, lineHasEnded, type Slot, slotsOf } from '../domain/slot.ts';
import type { DocumentStore } from '../storage/documents/documentStore.ts';
import { claimId, slotId } from './documents.ts';
import type { Contest } from './views.ts';

/** What reviewers may know of a slot, and partners must not (R53): who holds it and who competes for it. */
export function createContests({ store, directory }: { store: DocumentStore; directory: Directory }) {
  /** The slot's contest; undefined when nobody has ever claimed it. */
  async function find(customerTenantId: string, slot: string): Promise<Contest | undefined> {
    const stored = await store.read<Slot>(customerTenantId, slotId(slot));
    return stored ? await contestOf(customerTenantId, stored.body) : undefined;
  }

  /** The claim's contested slots, except those on which its line has ended (R45). Slots in `known` are not read again. */
  async function contestedSlots(claim: SubmittedClaim, known: readonly Slot[] = []): Promise<Slot[]> {
    const pk = claim.details.customerTenantId;
    const slotNamed = async (name: string) =>
      known.find(({ slot }) => slot === name) ?? (await store.read<Slot>(pk, slotId(name)))?.body;
    const read = await Promise.all(slotsOf(claim.details).map(slotNamed));
    const slots = read.filter((slot) => slot !== undefined);
    return slots.filter((slot) => isContested(slot) && !lineHasEnded(slot, claim.number));
  }

  /** The contests that the claim is part of; `contested` are its contested slots. */
  async function ofClaim(claim: SubmittedClaim, contested: readonly Slot[]): Promise<Contest[]> {
    return await Promise.all(contested.map((slot) => contestOf(claim.details.customerTenantId, slot, claim)));
  }

  async function contestOf(customerTenantId: string, slot: Slot, known?: SubmittedClaim): Promise<Contest> {
    const numbers = slot.ended ? (slot.endedClaims ?? []) : claimsOn(slot);
    const claimOf = async (number: string) =>
      number === known?.number
        ? known
        : (await store.read<SubmittedClaim>(customerTenantId, claimId(number)))?.body;
    const found = (await Promise.all(numbers.map(claimOf))).filter((claim) => claim !== undefined);
    const lines = await linesFor(customerTenantId, slot, found);
    const customer = await directory.customer(customerTenantId);
    return {
      customerTenantId,
      slot: slot.slot,
      lines,
      customer: customer?.name ?? found[0]?.details.customerDomain ?? customerTenantId,
      contested: isContested(slot),
      ...(slot.ended ? { ended: true } : {}),
      claims: await Promise.all(found.map((claim) => claimInContest(claim, slot))),
    };
  }

  async function claimInContest(claim: SubmittedClaim, { holder }: Slot): Promise<Contest['claims'][number]> {
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

  /** Every line that claims have on the slot, each once (D6); if none is left, the products in the directory. */
  async function linesFor(
    customerTenantId: string,
    { slot }: Slot,
    claims: readonly SubmittedClaim[],
  ): Promise<Line[]> {
    const claimed = claims.flatMap(({ details }) => details.lines.filter((line) => slotOf(line) === slot));
    const named = claimed.filter((line, at) => claimed.findIndex((one) => isSameLine(one, line)) === at);
    if (named.length > 0) return named;
    const [kind = '', id = ''] = slot.split(':', 2);
    if (kind === 'workload') return [{ kind: 'workload', workload: id }];
    const { products = [id] } = (await directory.subscription(customerTenantId, id)) ?? {};
    return products.map((product) => ({ kind: 'product', product, subscriptionId: id }));
  }

  return { find, contestedSlots, ofClaim };
}
