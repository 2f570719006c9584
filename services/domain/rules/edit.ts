import type { ClaimDetails, FiledClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { slotOf } from '../line.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import { contend, ownNumbers, release, rivalNumbers, type Slot } from '../slot.ts';
import { answeredBy } from './answer.ts';
import { changesBetween } from './changesBetween.ts';
import { decision } from './effects.ts';
import { fitLines } from './fitLines.ts';
import { claimsTheSame } from './submit.ts';
import { announcedAtOnce, toldOfArbitration } from './system.ts';

type Edit = Extract<Command, { name: 'edit' }>;

/** R88, R89: the partner puts right what it stated; added lines contend for their slots, removed ones leave them (D6). */
export function edit(state: State, claim: FiledClaim, command: Edit, context: Context): Outcome<Decision> {
  const details = detailsAfter(claim, command);
  const changes = changesBetween(claim.details, details);
  if (Object.values(changes).every(({ length }) => length === 0)) return refused('nothingEdited');
  // R17, R26, R89; the form says it at the field.
  if (!fitLines(details, claim.details.lines)) return refused('incomplete');
  const added = state.slots.filter(({ slot }) => changes.added.some((line) => slotOf(line) === slot));
  if (added.some((slot) => claimedAlready(slot, claim, state))) return refused('incomplete');

  const contested =
    !claim.toldOfArbitrationAt && added.some((slot) => rivalNumbers(slot, claim.partnerId).length > 0);
  const { partnerId, number } = claim;
  const edited = decision(
    state,
    answeredBy(claim, context.actor),
    {
      set: {
        details,
        editedVersion: claim.version + 1,
        ...(contested ? toldOfArbitration(claim.comments, context) : {}),
      },
      event: { kind: 'ClaimEdited', ...changes },
      news: 'edited',
      slotAfter: (slot) =>
        added.includes(slot)
          ? contend(slot, { partnerId, number, since: context.at })
          : release(slot, number),
    },
    context,
  );
  return granted(contested ? announcedAtOnce(edited, context) : edited);
}

/** The slots that an edit moves: of the lines it brings and of those it takes away, forty at most. */
export function slotsEdited(claim: FiledClaim, command: Edit): string[] {
  const { added, removed } = changesBetween(claim.details, detailsAfter(claim, command));
  return [...new Set([...removed, ...added].map(slotOf))];
}

const detailsAfter = ({ details }: FiledClaim, { changes }: Edit): ClaimDetails => ({
  ...details,
  ...changes,
});

/** E5 (D5) once more, under the slots' ETags: a colleague may have claimed the same since it was checked. */
const claimedAlready = (
  slot: Slot,
  { number, partnerId, details }: FiledClaim,
  { own = [] }: State,
): boolean =>
  own.some(
    (other) =>
      other.number !== number &&
      ownNumbers(slot, partnerId).includes(other.number) &&
      claimsTheSame(other, details),
  );
