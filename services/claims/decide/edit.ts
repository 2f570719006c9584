import { granted, type Outcome, refused } from '../../refusal.ts';
import type { FieldName } from '../answers.ts';
import { answersFrom } from '../answersFrom.ts';
import { type ClaimDetails, type FiledClaim, type Line, limits, slotOf } from '../claim.ts';
import type { Command, Context, Decision, State } from '../command.ts';
import { decided } from '../decided.ts';
import type { FieldChange } from '../history.ts';
import { contend, ownNumbers, release, rivalNumbers, type Slot } from '../slot.ts';
import { answeredBy } from './partner.ts';
import { announcedAtOnce, toldOfArbitration } from './programme.ts';
import { claimsTheSame } from './submit.ts';

type Edit = Extract<Command, { name: 'edit' }>;

/** Lines that an edit brings and takes away. Those that stay are as they were, in any order. */
interface LineChanges {
  readonly added: readonly Line[];
  readonly removed: readonly Line[];
}

/** R88, R89: the partner puts right what it stated; added lines contend for their slots, removed ones leave them (D6). */
export function edit(state: State, claim: FiledClaim, command: Edit, context: Context): Outcome<Decision> {
  const details: ClaimDetails = { ...claim.details, ...command.changes };
  const lines = lineChanges(claim, command);
  const changes = fieldChanges(claim.details, details);
  if (changes.length + lines.added.length + lines.removed.length === 0) return refused('nothingEdited');
  // R17, R89; the form says it at the field.
  if (details.lines.length === 0 || details.lines.length > limits.lines) return refused('incomplete');
  const added = state.slots.filter(({ slot }) => lines.added.some((line) => slotOf(line) === slot));
  if (added.some((slot) => claimedAlready(slot, claim, state))) return refused('incomplete');

  const contested =
    !claim.toldOfArbitrationAt && added.some((slot) => rivalNumbers(slot, claim.partnerId).length > 0);
  const edited: FiledClaim = {
    ...answeredBy(claim, context.actor),
    details,
    editedVersion: claim.version + 1,
    ...(contested ? toldOfArbitration(claim.comments, context) : {}),
  };
  const { partnerId, number } = claim;
  const decision = decided(
    state,
    edited,
    { kind: 'ClaimEdited', changes, ...lines },
    {
      event: 'edited',
      slots: (slot) =>
        added.includes(slot)
          ? contend(slot, { partnerId, number, since: context.at })
          : release(slot, number),
      context,
    },
  );
  return granted(contested ? announcedAtOnce(decision, context) : decision);
}

/** The slots that an edit moves: of the lines it brings and of those it takes away, forty at most. */
export function slotsEdited(claim: FiledClaim, command: Edit): string[] {
  const { added, removed } = lineChanges(claim, command);
  return [...new Set([...removed, ...added].map(slotOf))];
}

function lineChanges({ details }: FiledClaim, { changes }: Edit): LineChanges {
  const { lines = details.lines } = changes;
  const without = (some: readonly Line[], others: readonly Line[]): Line[] =>
    some.filter((line) => !others.some((other) => slotOf(other) === slotOf(line)));
  return { added: without(lines, details.lines), removed: without(details.lines, lines) };
}

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

const editedFields: readonly FieldName[] = [
  'mpnId',
  'customerContact.name',
  'customerContact.title',
  'customerContact.email',
  'customerContact.language',
  'technicalContact.name',
  'technicalContact.title',
  'technicalContact.email',
  'partnerContact.name',
  'partnerContact.email',
];

/** R96: from what to what. */
function fieldChanges(before: ClaimDetails, after: ClaimDetails): FieldChange[] {
  const [was, is] = [answersFrom(before), answersFrom(after)];
  return editedFields.flatMap((field) => {
    const [from, to] = [was[field] ?? '', is[field] ?? ''];
    return from === to ? [] : [{ field, from, to }];
  });
}
