import type { Actor } from './actor.ts';

/** A person as stored in a claim: directory ID and the name at that time. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The actor as stored in a claim. */
export const personOf = (actor: Actor): Person => ({ id: actor.personId, name: actor.name });

/** The people with one added, each of them once. */
export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some((known) => known.id === person.id) ? people : [...people, person];
