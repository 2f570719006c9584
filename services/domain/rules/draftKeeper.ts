import type { EditingClaim } from '../claim.ts';
import type { Person } from '../person.ts';

/** More of them would make the batch of a submission too large; the newest stay. */
const mostTakeOvers = 30;

/** Who is filling the draft in, and hears of it. */
export const keeperOf = ({ keptBy, filedBy }: EditingClaim): Person => keptBy ?? filedBy;

/** R99: who hears of the draft: whoever keeps it now, and who filed it. */
export const readersOfDraft = (draft: EditingClaim): readonly Person[] =>
  distinct([keeperOf(draft), draft.filedBy]);

/** The draft's workers with one more; who filed it is known anyway. */
export function withWorker(
  { workedOnBy = [], filedBy }: EditingClaim,
  by: Person,
): Pick<EditingClaim, 'workedOnBy'> {
  return by.id === filedBy.id ? {} : { workedOnBy: distinct([...workedOnBy, by]) };
}

/**
 * R99: who filed the draft, then everybody who has worked on it. Drafts stored before that was kept tell of it by whom
 * they were taken over and who added their files.
 */
export function workersOn(draft: EditingClaim): readonly Person[] {
  const { filedBy, workedOnBy = [], takenOver = [], proofs } = draft;
  const earlier = [
    ...takenOver.map(({ by }) => by),
    keeperOf(draft),
    ...proofs.map(({ addedBy }) => addedBy),
  ];
  return distinct([filedBy, ...workedOnBy, ...earlier]);
}

/** Each person once, where they stand first. */
const distinct = (people: readonly Person[]): readonly Person[] =>
  people.filter(({ id }, index) => people.findIndex((known) => known.id === id) === index);

/** What changes in the draft when this person goes on with it: nothing for who has it already. */
export function takenOverBy(
  draft: EditingClaim,
  by: Person,
  at: string,
): Pick<EditingClaim, 'keptBy' | 'takenOver'> {
  if (keeperOf(draft).id === by.id) return {};
  return { keptBy: by, takenOver: [...(draft.takenOver ?? []), { at, by }].slice(-mostTakeOvers) };
}
