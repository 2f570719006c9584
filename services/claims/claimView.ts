import type { PersonActor } from '../domain/actor.ts';
import { seesContests } from '../domain/actors.ts';
import type { Names } from '../domain/catalogue.ts';
import type { SubmittedClaim } from '../domain/claim.ts';
import { granted, type Outcome } from '../domain/refusal.ts';
import { clockOf } from '../domain/rules/claimClock.ts';
import { allowedCommands, asksHolder, mayIssue, needsContest } from '../domain/rules/moves.ts';
import { notFoundFor } from '../domain/rules/notFound.ts';
import type { Slot } from '../domain/slot.ts';
import type { ClaimsContext } from './claimsContext.ts';
import type { createContests } from './contests.ts';
import { canBeCopied, copyOptions } from './drafts/copyClaim.ts';
import type { ClaimView, Contest, ContestView } from './views.ts';

/** What a view is made from. */
export interface ClaimViewDependencies extends Pick<ClaimsContext, 'directory' | 'now' | 'calendar'> {
  readonly contests: ReturnType<typeof createContests>;
  readonly names: () => Promise<Names>;
}

/** A submitted claim, or a contest, as one reader may see it. */
export function createClaimView({ directory, now, calendar, contests, names }: ClaimViewDependencies) {
  /** `slots` are known from a command that has just been saved; others are read if needed. */
  async function view(
    actor: PersonActor,
    claim: SubmittedClaim,
    slots: readonly Slot[] = [],
  ): Promise<ClaimView> {
    const [called, named, { contested, contests: rivalling }, ended] = await Promise.all([
      namesIn(claim),
      names(),
      contestsFor(actor, claim, slots),
      endedSubscriptions(claim),
    ]);
    const at = now().toISOString();
    const clock = clockOf(claim, at, calendar);
    return {
      claim,
      viewer: actor.kind,
      may: allowedCommands(actor, claim, { at, contested }),
      ...called,
      names: named,
      ...(clock ? { clock } : {}),
      ...(ended.length > 0 ? { endedSubscriptions: ended } : {}),
      ...(canBeCopied(claim, ended) ? await copyOptions(directory, actor) : {}),
      ...(rivalling ? { contests: rivalling } : {}),
      ...(asksHolder(actor, claim, contested) ? { asksHolder: true } : {}),
    };
  }

  /** The directory's names for the claim's partner, its location and its customer. */
  async function namesIn({
    partnerId,
    details,
  }: SubmittedClaim): Promise<Pick<ClaimView, 'partnerName' | 'customerName' | 'locationName'>> {
    const [partner, customer] = await Promise.all([
      directory.partner(partnerId),
      directory.customer(details.customerTenantId),
    ]);
    const location = partner?.locations.find(({ mpnId }) => mpnId === details.mpnId);
    return {
      partnerName: partner?.name ?? partnerId,
      ...(customer ? { customerName: customer.name } : {}),
      ...(location ? { locationName: location.name } : {}),
    };
  }

  /** R45: as stored in the claim, or as the directory says now, because the claim is updated a moment later. */
  async function endedSubscriptions({ details, endedSubscriptions: remembered = [] }: SubmittedClaim) {
    const named = details.lines.flatMap((line) => (line.kind === 'product' ? [line.subscriptionId] : []));
    const ids = [...new Set(named)];
    const found = await Promise.all(ids.map((id) => directory.subscription(details.customerTenantId, id)));
    return ids.filter((id, index) => remembered.includes(id) || found[index]?.state === 'Ended');
  }

  /** Read only where it makes a difference to what this person may do (R60) or sees (R53). */
  async function contestsFor(
    actor: PersonActor,
    claim: SubmittedClaim,
    known: readonly Slot[],
  ): Promise<{ readonly contested: boolean; readonly contests?: readonly Contest[] }> {
    const sees = seesContests(actor.kind);
    const matters = mayIssue(actor, 'addProof') && needsContest('addProof', claim);
    if (!sees && !matters) return { contested: false };
    const slots = await contests.contestedSlots(claim, known);
    const contested = slots.length > 0;
    return sees ? { contested, contests: await contests.ofClaim(claim, slots) } : { contested };
  }

  /** A slot and its claims, for reviewers only (R53, R54). */
  async function contest(
    actor: PersonActor,
    { customerTenantId, slot }: { readonly customerTenantId: string; readonly slot: string },
  ): Promise<Outcome<ContestView>> {
    if (!seesContests(actor.kind)) return notFoundFor(actor);
    const found = await contests.find(customerTenantId, slot);
    return found ? granted({ contest: found, names: await names() }) : notFoundFor(actor);
  }

  return { view, contest, endedSubscriptions };
}
