import type { Actor } from './actor.ts';

/** Somebody as a claim remembers them: directory ID and the name at that time. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** An actor as a claim remembers them. */
export const personOf = (actor: Actor): Person => ({ id: actor.personId, name: actor.name });

/** People with one more, each once. */
export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some((known) => known.id === person.id) ? people : [...people, person];
