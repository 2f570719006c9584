import type { Actor } from '../../domain/actor.ts';
import { partnerPersonOf } from '../../domain/actors.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Claim, ClaimDetails, EditingClaim, FiledClaim } from '../../domain/claim.ts';
import { answersFrom } from '../../domain/form/answersFrom.ts';
import { correctAnswers } from '../../domain/form/correctAnswers.ts';
import { subscriptionField } from '../../domain/form/formRules.ts';
import { type Outcome, refused } from '../../domain/refusal.ts';
import { mayIssue } from '../../domain/rules/moves.ts';
import type { ClaimView } from '../views.ts';
import type { Drafts } from './drafts.ts';
import { type Admins, mayFile, submittersOf } from './mayFile.ts';

export interface CopyDependencies {
  readonly open: (actor: Actor, number: string) => Promise<Outcome<Claim>>;
  readonly endedSubscriptions: (claim: FiledClaim) => Promise<readonly string[]>;
  readonly drafts: Pick<Drafts, 'createFrom'>;
  readonly directory: Admins;
}

/** D14: for every rejected claim, and for an approved one of which a subscription has ended (R45). */
export const canBeCopied = ({ status }: Claim, ended: readonly string[]): boolean =>
  status === 'Rejected' || (status === 'Approved' && ended.length > 0);

/** What the partner's cards say of it: that the reader can begin it, or who can (R98). */
export async function copyOptions(
  directory: Admins,
  actor: Actor,
): Promise<Pick<ClaimView, 'mayCopy' | 'whoMayCopy'>> {
  const person = partnerPersonOf(actor);
  if (!person) return {};
  if (mayIssue(person, 'submit')) return { mayCopy: true };
  return { whoMayCopy: await submittersOf(directory, person.partnerId) };
}

/** "New claim from this one" (R45, R91): a new draft with all that an old claim says. */
export function createCopyClaim({ open, endedSubscriptions, drafts, directory }: CopyDependencies) {
  /** R98: Incentives admins only. The same activity twice makes one draft; `alreadySubmitted` when that is submitted by now. */
  return async function copyClaim(
    actor: Actor,
    number: string,
    commandId: string,
  ): Promise<Outcome<EditingClaim>> {
    const found = await open(actor, number);
    if (!found.ok) return found;
    const allowed = await mayFile(directory, actor);
    if (!allowed.ok) return allowed;
    const claim = found.value;
    const ended = claim.status === 'Editing' ? [] : await endedSubscriptions(claim);
    if (claim.status === 'Editing' || !canBeCopied(claim, ended))
      return refused('wrongStatus', { command: 'submit', status: claim.status });
    const content = { answers: copiedAnswers(claim.details, ended), from: number };
    return await drafts.createFrom(actor, content, commandId);
  };
}

/**
 * Of an ended line only the product is kept (D14); neither PoE, comments nor a choice of arbitration are among the
 * details. A product that stands twice in an old claim is marked in the draft (R17).
 */
function copiedAnswers(details: ClaimDetails, ended: readonly string[]): Answers {
  const products = details.lines.filter((line) => line.kind === 'product');
  const standing = products.filter(({ subscriptionId }) => !ended.includes(subscriptionId));
  const fields: readonly string[] = products.map(({ product }) => subscriptionField(product));
  const others = Object.entries(answersFrom(details)).filter(([field]) => !fields.includes(field));
  const kept = standing.map(({ product, subscriptionId }) => [subscriptionField(product), subscriptionId]);
  return correctAnswers(Object.fromEntries([...others, ...kept]));
}
