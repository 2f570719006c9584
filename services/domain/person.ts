import type { Actor } from '../directory/directory.ts';
import type { Person } from './claim.ts';

/** An actor as a claim remembers them. */
export const personOf = (actor: Actor): Person => ({ id: actor.personId, name: actor.name });

/** People with one more, each once. */
export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some((known) => known.id === person.id) ? people : [...people, person];
