import type { Actor } from '../../domain/actor.ts';
import { partnerPersonOf } from '../../domain/actors.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Claim, ClaimDetails, Draft, SubmittedClaim } from '../../domain/claim.ts';
import { answersFrom } from '../../domain/form/answersFrom.ts';
import { subscriptionField } from '../../domain/form/formRules.ts';
import { normaliseAnswers } from '../../domain/form/normaliseAnswers.ts';
import { type Outcome, refused } from '../../domain/refusal.ts';
import { mayIssue } from '../../domain/rules/moves.ts';
import type { ClaimView } from '../views.ts';
import type { Drafts } from './drafts.ts';
import { type Admins, mayFile, submittersOf } from './mayFile.ts';

export interface CopyDependencies {
  readonly get: (actor: Actor, number: string) => Promise<Outcome<Claim>>;
  readonly endedSubscriptions: (claim: SubmittedClaim) => Promise<readonly string[]>;
  readonly drafts: Pick<Drafts, 'createFrom'>;
  readonly directory: Admins;
}

/**
 * D14: whether a new claim can start from this one: from every rejected claim, and from an approved one with an ended
 * subscription (R45).
 */
export const canBeCopied = ({ status }: Claim, ended: readonly string[]): boolean =>
  status === 'Rejected' || (status === 'Approved' && ended.length > 0);

/** What the partner's cards say about a new claim from this one: that the reader can start it, or who can (R98). */
export async function copyOptions(
  directory: Admins,
  actor: Actor,
): Promise<Pick<ClaimView, 'mayCopy' | 'whoMayCopy'>> {
  const person = partnerPersonOf(actor);
  if (!person) return {};
  if (mayIssue(person, 'submit')) return { mayCopy: true };
  return { whoMayCopy: await submittersOf(directory, person.partnerId) };
}

/** "New claim from this one" (R45, R91): a new draft with the details of an old claim. */
export function createCopyClaim({ get, endedSubscriptions, drafts, directory }: CopyDependencies) {
  /**
   * R98: Incentives admins only. A repeated activity makes only one draft; `alreadySubmitted` if that draft has been
   * submitted meanwhile.
   */
  return async function copyClaim(actor: Actor, number: string, commandId: string): Promise<Outcome<Draft>> {
    const found = await get(actor, number);
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
 * Of a line whose subscription has ended only the product is copied (D14). PoE, comments and accepted arbitration are
 * not part of the details. A product that an old claim has twice is marked in the draft (R17).
 */
function copiedAnswers(details: ClaimDetails, ended: readonly string[]): Answers {
  const products = details.lines.filter((line) => line.kind === 'product');
  const standing = products.filter(({ subscriptionId }) => !ended.includes(subscriptionId));
  const fields: readonly string[] = products.map(({ product }) => subscriptionField(product));
  const others = Object.entries(answersFrom(details)).filter(([field]) => !fields.includes(field));
  const kept = standing.map(({ product, subscriptionId }) => [subscriptionField(product), subscriptionId]);
  return normaliseAnswers(Object.fromEntries([...others, ...kept]));
}
