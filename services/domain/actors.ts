/**
 * Questions that depend on who acts or reads, each answered once. A new kind of actor must answer all of them to
 * compile.
 */

import type { Actor, DirectoryPerson, PersonActor } from './actor.ts';
import { assertNever } from './assertNever.ts';

/** The kinds of actors that can act on a claim. */
export type ActorKind = Actor['kind'];

/** The kinds of people who can read a claim and comment on it. */
export type PersonKind = PersonActor['kind'];

/** Somebody of a partner company. */
export type PartnerActor = Extract<Actor, { kind: 'partner' }>;

/** The actor, if it is a person of a partner company; otherwise undefined. */
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

/** The actor, if it is an admin of a partner company (R97). A person of a company who has no role may do nothing. */
export function partnerAdminOf(actor: Actor): PartnerActor | undefined {
  const person = partnerPersonOf(actor);
  return person && person.roles.length > 0 ? person : undefined;
}

/** The list that the actor can open: a company's claims for its admins (R68, R97), the queue for reviewers. */
export function listKindFor(actor: Actor): 'mine' | 'queue' | undefined {
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

/**
 * Whether this kind of actor sees contests and their claims (R54). A partner never learns of a competing claim (R53).
 */
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

/** Whether this kind of person belongs in the reviewers' channel, where every claim can be read (R53). */
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

/** The company of somebody in the directory; reviewers have none. */
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

/** Whether the actor is of a partner company. What they do counts as an answer to a reviewer's request (D3). */
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
