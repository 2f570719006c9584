import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import { type Actor, system } from '../../../../services/domain/actor.ts';
import { type Claim, claimStatuses, type SubmittedClaim } from '../../../../services/domain/claim.ts';
import { type CommandName, commandNames } from '../../../../services/domain/command.ts';
import { decide } from '../../../../services/domain/rules/decide.ts';
import { allowedCommands } from '../../../../services/domain/rules/moves.ts';
import { aClaimIn, aContestedSlot } from '../../../support/aClaim.ts';
import { anAdmin, aReviewer } from '../../../support/aPerson.ts';
import { commandOn, everyMove } from '../../../support/everyMove.ts';

const at = '2026-11-05T18:00:00.000Z';
const calendar = createCalendar();
const actors: readonly Actor[] = [anAdmin(), aReviewer({ name: 'Raj Mehta' }), system];

function claimAfter(claim: Claim, name: CommandName): SubmittedClaim {
  const actor = actors.find((one) => allowedCommands(one, claim, { at, contested: true }).includes(name));
  assert(actor, `${name} is nobody's`);
  const state = { claim, slots: [aContestedSlot()], competing: [] };
  const outcome = decide(state, commandOn(claim, name), { actor, at, calendar });
  assert(outcome.ok, JSON.stringify(outcome));
  return outcome.value.claim;
}

/** What only a status has, written out from the rows; nothing of it may outlive the status. */
const ownFields: Readonly<Record<(typeof claimStatuses)[number], readonly string[]>> = {
  Editing: ['answers', 'from', 'commentBy', 'ownedBy', 'takenOver', 'submittingTo', 'due'],
  Submitted: ['resubmitted', 'beginBy'],
  UnderReview: ['reviewer', 'reviewStartedAt', 'startedBy', 'decideBy'],
  PartnerActionRequired: ['reviewer', 'request', 'answerBy', 'answered'],
  Approved: ['approvedBy', 'approvedAt', 'declineUntil'],
  Rejected: ['rejectedBy', 'rejectedAt', 'reason', 'comment', 'disputeUntil'],
};

describe('When a command makes the next claim', () => {
  for (const status of claimStatuses) {
    for (const name of commandNames) {
      const target = everyMove[status][name];
      // A file for a draft goes through the drafts.
      if (target === '-' || target === 'Editing') continue;

      it(`keeps what every claim has, even fields added later: ${name} in ${status}`, () => {
        const invented = { invented: 'kept' };
        const claim: Claim = Object.assign({}, aClaimIn(status), invented);
        assert.equal(
          Object.entries(claimAfter(claim, name)).find(([key]) => key === 'invented')?.[1],
          'kept',
        );
      });

      if (target === status) continue;
      it(`drops what only ${status} had: ${name}`, () => {
        const fields = Object.fromEntries(ownFields[status].map((field) => [field, []]));
        const claim: Claim = Object.assign({}, fields, aClaimIn(status));
        const outlived = Object.keys(claimAfter(claim, name)).filter((field) =>
          ownFields[status].includes(field),
        );
        assert.deepEqual(
          outlived.filter((field) => !ownFields[target].includes(field)),
          [],
        );
      });
    }
  }
});
