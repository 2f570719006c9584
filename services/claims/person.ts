import { assertNever } from '../assertNever.ts';
import type { Actor } from '../directory/directory.ts';
import type { Person } from './claim.ts';

/** An actor as a claim remembers them. */
export const personOf = (actor: Actor): Person => ({ id: actor.personId, name: actor.name });

/** People with one more, each once. */
export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some((known) => known.id === person.id) ? people : [...people, person];

/** Whether somebody acts for the partner: what they do answers a reviewer's request (D3). */
export function isPartner(actor: Actor): boolean {
  switch (actor.kind) {
    case 'partner':
      return true;
    case 'reviewer':
    case 'programme':
      return false;
    default:
      return assertNever(actor);
  }
}

/** Whether somebody acts for the review centre. */
export function isReviewer(actor: Actor): boolean {
  switch (actor.kind) {
    case 'reviewer':
      return true;
    case 'partner':
    case 'programme':
      return false;
    default:
      return assertNever(actor);
  }
}
