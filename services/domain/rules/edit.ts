import type { ClaimDetails, SubmittedClaim } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { granted, type Outcome, refused } from '../refusal.ts';
import { competingNumbers, join, ownNumbers, release, type Slot, slotsOf } from '../slot.ts';
import { answeredBy } from './answer.ts';
import { areValidLines } from './areValidLines.ts';
import { changesBetween } from './changesBetween.ts';
import { decision } from './effects.ts';
import { claimsTheSame } from './submit.ts';
import { announcement, noticeOfArbitration } from './system.ts';

type Edit = Extract<Command, { name: 'edit' }>;

/**
 * R88, R89: the partner corrects the claim. It competes for the added slots, and leaves slots on which it has no line
 * left (D6).
 */
export function edit(
  state: State,
  claim: SubmittedClaim,
  command: Edit,
  context: Context,
): Outcome<Decision> {
  const details = detailsAfter(claim, command);
  const changes = changesBetween(claim.details, details);
  if (Object.values(changes).every(({ length }) => length === 0)) return refused('nothingEdited');
  // R17, R26, R89; the form shows the error at the field.
  if (!areValidLines(details, claim.details.lines)) return refused('incomplete');
  const held = slotsOf(claim.details);
  const added = state.slots.filter(({ slot }) => !held.includes(slot));
  if (added.some((slot) => claimedAlready(slot, claim, state))) return refused('incomplete');

  const contested =
    !claim.arbitrationAnnouncedAt && added.some((slot) => competingNumbers(slot, claim.partnerId).length > 0);
  const { partnerId, number } = claim;
  const edited = decision(
    state,
    answeredBy(claim, context.actor),
    {
      set: {
        details,
        editedVersion: claim.version + 1,
        ...(contested ? noticeOfArbitration(claim.comments, context) : {}),
      },
      event: { kind: 'ClaimEdited', ...changes },
      news: 'edited',
      slotAfter: (slot) =>
        added.includes(slot) ? join(slot, { partnerId, number, since: context.at }) : release(slot, number),
    },
    context,
  );
  return granted(contested ? announcement(edited, context) : edited);
}

/**
 * The slots that an edit changes, forty at most: those on which the claim no longer has a line, and those on which it
 * had none. A slot on which it had a line and still has one does not change (D6).
 */
export function slotsEdited(claim: SubmittedClaim, command: Edit): string[] {
  const [before, after] = [slotsOf(claim.details), slotsOf(detailsAfter(claim, command))];
  return [
    ...before.filter((slot) => !after.includes(slot)),
    ...after.filter((slot) => !before.includes(slot)),
  ];
}

const detailsAfter = ({ details }: SubmittedClaim, { changes }: Edit): ClaimDetails => ({
  ...details,
  ...changes,
});

/** Checks E5 (D5) once more, under the slots' ETags: a colleague may have claimed the same since it was checked. */
const claimedAlready = (
  slot: Slot,
  { number, partnerId, details }: SubmittedClaim,
  { own = [] }: State,
): boolean =>
  own.some(
    (other) =>
      other.number !== number &&
      ownNumbers(slot, partnerId).includes(other.number) &&
      claimsTheSame(other, details),
  );
