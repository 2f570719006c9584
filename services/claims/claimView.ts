import type { PersonActor } from '../domain/actor.ts';
import { seesContests } from '../domain/actors.ts';
import type { Names } from '../domain/catalogue.ts';
import type { FiledClaim } from '../domain/claim.ts';
import { granted, type Outcome } from '../domain/refusal.ts';
import { clockOf } from '../domain/rules/claimClock.ts';
import { allowedCommands, asksHolder, mayIssue, needsContest } from '../domain/rules/moves.ts';
import { notFoundFor } from '../domain/rules/notFound.ts';
import type { ClaimsContext } from './claimsContext.ts';
import type { createContests } from './contests.ts';
import { canBeCopied, copyOptions } from './drafts/copyClaim.ts';
import type { ClaimView, ContestView } from './views.ts';

/** What a view is made from. */
export interface ClaimViewDependencies extends Pick<ClaimsContext, 'directory' | 'now' | 'calendar'> {
  readonly contests: ReturnType<typeof createContests>;
  readonly names: () => Promise<Names>;
}

/** A submitted claim, or a contest, as one reader may see it. */
export function createClaimView({ directory, now, calendar, contests, names }: ClaimViewDependencies) {
  async function view(actor: PersonActor, claim: FiledClaim): Promise<ClaimView> {
    const [called, mayAddToContest, ended] = await Promise.all([
      namesIn(claim),
      isContested(actor, claim),
      endedSubscriptions(claim),
    ]);
    const at = now().toISOString();
    const clock = clockOf(claim, at, calendar);
    const contested = seesContests(actor.kind) ? await contests.ofClaim(claim) : undefined;
    return {
      claim,
      viewer: actor.kind,
      may: allowedCommands(actor, claim, { at, contested: mayAddToContest }),
      ...called,
      names: await names(),
      ...(clock ? { clock } : {}),
      ...(ended.length > 0 ? { endedSubscriptions: ended } : {}),
      ...(canBeCopied(claim, ended) ? await copyOptions(directory, actor) : {}),
      ...(contested ? { contests: contested } : {}),
      ...(asksHolder(actor, claim, (contested ?? []).length > 0) ? { asksHolder: true } : {}),
    };
  }

  /** The directory's names for the claim's partner, its location and its customer. */
  async function namesIn({
    partnerId,
    details,
  }: FiledClaim): Promise<Pick<ClaimView, 'partnerName' | 'customerName' | 'locationName'>> {
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
  async function endedSubscriptions({ details, endedSubscriptions: remembered = [] }: FiledClaim) {
    const named = details.lines.flatMap((line) => (line.kind === 'product' ? [line.subscriptionId] : []));
    const ids = [...new Set(named)];
    const found = await Promise.all(ids.map((id) => directory.subscription(details.customerTenantId, id)));
    return ids.filter((id, index) => remembered.includes(id) || found[index]?.state === 'Ended');
  }

  /** Read only where it makes a difference to what this person may do (R60). */
  async function isContested(actor: PersonActor, claim: FiledClaim): Promise<boolean> {
    if (!mayIssue(actor, 'addProof') || !needsContest('addProof', claim)) return false;
    return (await contests.contestedSlots(claim)).length > 0;
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
