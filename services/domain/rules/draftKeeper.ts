import type { EditingClaim } from '../claim.ts';
import type { Person } from '../person.ts';

/** More of them would make the batch of a submission too large; the newest stay. */
const mostTakeOvers = 30;

/** Who is filling the draft in, and hears of it. */
export const keeperOf = ({ keptBy, filedBy }: EditingClaim): Person => keptBy ?? filedBy;

/** What changes in the draft when this person goes on with it: nothing for who has it already. */
export function takenOverBy(
  draft: EditingClaim,
  by: Person,
  at: string,
): Pick<EditingClaim, 'keptBy' | 'takenOver'> {
  if (keeperOf(draft).id === by.id) return {};
  return { keptBy: by, takenOver: [...(draft.takenOver ?? []), { at, by }].slice(-mostTakeOvers) };
}
