import type { Draft } from '../claim.ts';
import type { Person } from '../person.ts';

/** More of them would make the batch of a submission too large; the newest are stored. */
const mostTakeOvers = 30;

/** The person who is filling in the draft and gets its alerts. */
export const ownerOf = ({ ownedBy, filedBy }: Draft): Person => ownedBy ?? filedBy;

/** R99: who gets the draft's alerts: the person filling it in now, and the person who filed it. */
export const readersOfDraft = (draft: Draft): readonly Person[] => distinct([ownerOf(draft), draft.filedBy]);

/** The people who have worked on the draft, with one added; the filer is recorded separately. */
export function withContributor({ workedOnBy = [], filedBy }: Draft, by: Person): Pick<Draft, 'workedOnBy'> {
  return by.id === filedBy.id ? {} : { workedOnBy: distinct([...workedOnBy, by]) };
}

/**
 * R99: who filed the draft, then everybody who has worked on it. For drafts stored before this was recorded, it follows
 * from who took them over and who added their files.
 */
export function contributorsOf(draft: Draft): readonly Person[] {
  const { filedBy, workedOnBy = [], takenOver = [], proofs } = draft;
  const earlier = [...takenOver.map(({ by }) => by), ownerOf(draft), ...proofs.map(({ addedBy }) => addedBy)];
  return distinct([filedBy, ...workedOnBy, ...earlier]);
}

/** Each person once, at their first place in the list. */
const distinct = (people: readonly Person[]): readonly Person[] =>
  people.filter(({ id }, index) => people.findIndex((known) => known.id === id) === index);

/** What changes in the draft when this person takes it over; nothing if they already have it. */
export function takenOverBy(draft: Draft, by: Person, at: string): Pick<Draft, 'ownedBy' | 'takenOver'> {
  if (ownerOf(draft).id === by.id) return {};
  return { ownedBy: by, takenOver: [...(draft.takenOver ?? []), { at, by }].slice(-mostTakeOvers) };
}
