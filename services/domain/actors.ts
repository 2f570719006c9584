/** What follows from who acts or reads: each question once. Another kind of actor has to answer all of them to compile. */

import type { Actor, DirectoryPerson, PersonActor } from './actor.ts';
import { assertNever } from './assertNever.ts';

/** Whoever can act on a claim. */
export type ActorKind = Actor['kind'];

/** Whoever can read a claim, and say something about it. */
export type PersonKind = PersonActor['kind'];

/** Somebody of a partner company. */
export type PartnerActor = Extract<Actor, { kind: 'partner' }>;

/** The actor as somebody of a partner company; undefined for everybody else, who has no company. */
export function partnerPersonOf(actor: Actor): PartnerActor | undefined {
  switch (actor.kind) {
    case 'partner':
      return actor;
    case 'reviewer':
    case 'system':
      return undefined;
    default:
      return assertNever(actor);
  }
}

/** The actor as an admin of a partner company (R97); without a role somebody of a company may do nothing. */
export function partnerAdminOf(actor: Actor): PartnerActor | undefined {
  const person = partnerPersonOf(actor);
  return person && person.roles.length > 0 ? person : undefined;
}

/** The list that the actor can look through: a company's claims for its admins (R68, R97), the queue for reviewers. */
export function listOf(actor: Actor): 'mine' | 'queue' | undefined {
  switch (actor.kind) {
    case 'partner':
      return partnerAdminOf(actor) ? 'mine' : undefined;
    case 'reviewer':
      return 'queue';
    case 'system':
      return undefined;
    default:
      return assertNever(actor);
  }
}

/** Whether contests and the claims in them are told (R54); a partner never learns of a rival (R53). */
export function seesContests(kind: ActorKind): boolean {
  switch (kind) {
    case 'reviewer':
      return true;
    case 'partner':
    case 'system':
      return false;
    default:
      return assertNever(kind);
  }
}

/** Whether the reviewers' channel is theirs: who works in it reads every claim there (R53). */
export function belongsInChannel(kind: PersonKind): boolean {
  switch (kind) {
    case 'reviewer':
      return true;
    case 'partner':
      return false;
    default:
      return assertNever(kind);
  }
}

/** The company of somebody in the directory; reviewers are of none. */
export function companyOf(person: DirectoryPerson): string | undefined {
  switch (person.kind) {
    case 'partner':
      return person.partnerId;
    case 'reviewer':
      return undefined;
    default:
      return assertNever(person);
  }
}

/** Whether somebody in the directory may create and submit claims for their company (R98). */
export function isIncentivesAdmin(person: DirectoryPerson): boolean {
  switch (person.kind) {
    case 'partner':
      return person.roles.includes('IncentivesAdmin');
    case 'reviewer':
      return false;
    default:
      return assertNever(person);
  }
}

/** Whether somebody acts for the partner: what they do answers a reviewer's request (D3). */
export const isPartner = (actor: Actor): boolean => partnerPersonOf(actor) !== undefined;

/** Whether somebody acts for the review centre. */
export function isReviewer(actor: Actor): boolean {
  switch (actor.kind) {
    case 'reviewer':
      return true;
    case 'partner':
    case 'system':
      return false;
    default:
      return assertNever(actor);
  }
}
