import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import { type Actor, system } from '../../../../services/domain/actor.ts';
import { type ClaimStatus, claimStatuses, type SubmittedClaim } from '../../../../services/domain/claim.ts';
import { type CommandName, commandNames } from '../../../../services/domain/command.ts';
import { refused } from '../../../../services/domain/refusal.ts';
import { decide } from '../../../../services/domain/rules/decide.ts';
import { allowedCommands, targetOf } from '../../../../services/domain/rules/moves.ts';
import { notFoundFor } from '../../../../services/domain/rules/notFound.ts';
import { aClaim, aClaimIn, aContestedSlot } from '../../../support/aClaim.ts';
import { anAdmin, anAdminWith, aReviewer } from '../../../support/aPerson.ts';
import { claimAfter, decisionOf, refusalOf } from '../../../support/deciding.ts';
import { commandOn, commands, everyMove } from '../../../support/everyMove.ts';

const everyAdmin: readonly CommandName[] = ['resubmit', 'comment', 'addProof', 'edit'];
const incentives: readonly CommandName[] = ['submit', ...everyAdmin];
const reviewing: readonly CommandName[] = [
  'startReview',
  'takeOverReview',
  'requestInformation',
  'approve',
  'reject',
  'comment',
];

/** R97, R98: who sees the claim, and what their role lets them do. */
const people: readonly {
  readonly who: string;
  readonly actor: Actor;
  readonly may: readonly CommandName[];
  readonly sees: (status: ClaimStatus) => boolean;
}[] = [
  { who: 'an Incentives admin', actor: anAdminWith('IncentivesAdmin'), may: incentives, sees: () => true },
  { who: 'a Billing admin', actor: anAdminWith('BillingAdmin'), may: everyAdmin, sees: () => true },
  { who: 'a Global admin', actor: anAdminWith('GlobalAdmin'), may: everyAdmin, sees: () => true },
  {
    who: 'an admin with several roles',
    actor: anAdminWith('GlobalAdmin', 'BillingAdmin', 'IncentivesAdmin'),
    may: incentives,
    sees: () => true,
  },
  {
    who: 'an admin with both roles that cannot submit',
    actor: anAdminWith('BillingAdmin', 'GlobalAdmin'),
    may: everyAdmin,
    sees: () => true,
  },
  { who: 'somebody without a role', actor: anAdminWith(), may: [], sees: () => false },
  {
    who: 'an admin of another partner',
    actor: anAdmin({ partnerId: 'northwind', name: 'Nils Berg', roles: ['IncentivesAdmin', 'GlobalAdmin'] }),
    may: [],
    sees: () => false,
  },
  // The review has been begun by somebody else: Rita (see below for her own).
  {
    who: 'a reviewer',
    actor: aReviewer({ name: 'Raj Mehta' }),
    may: reviewing,
    sees: (status) => status !== 'Editing',
  },
  {
    who: 'the system itself',
    actor: system,
    may: ['announceArbitration', 'announceSubscriptionEnd', 'remind', 'expire'],
    sees: (status) => status !== 'Editing',
  },
];

const calendar = createCalendar();
const at = '2026-11-05T18:00:00.000Z';

function outcomeOf(actor: Actor, status: ClaimStatus, name: CommandName): unknown {
  const claim = aClaimIn(status);
  const state = { claim, slots: [aContestedSlot()], competing: [] };
  const outcome = decide(state, commandOn(claim, name), { actor, at, calendar });
  return outcome.ok ? outcome.value.claim.status : outcome.refusal;
}

describe('When anybody does anything to a claim in any status (R69, R70, R97, R98)', () => {
  it('knows exactly six statuses (R61) and every command, all of them in the table', () => {
    assert.deepEqual(Object.keys(everyMove), [...claimStatuses]);
    for (const status of claimStatuses)
      assert.deepEqual(Object.keys(everyMove[status]).sort(), [...commandNames].sort());
  });

  it('names the same target as the rows for each of them, also where no decision is made (R60)', () => {
    for (const status of claimStatuses)
      for (const name of commandNames)
        assert.equal(targetOf(status, name) ?? '-', everyMove[status][name], `${name} in ${status}`);
  });

  for (const { who, actor, may, sees } of people) {
    for (const status of claimStatuses) {
      for (const name of commandNames) {
        const leadsTo = everyMove[status][name];
        if (!sees(status)) {
          it(`hides a claim in ${status} from ${who} who tries ${name}`, () =>
            assert.deepEqual(outcomeOf(actor, status, name), refusalOf(notFoundFor(actor))));
        } else if (!may.includes(name)) {
          it(`refuses ${name} in ${status} to ${who}, for the role`, () =>
            assert.deepEqual(outcomeOf(actor, status, name), {
              code: 'notAllowed',
              data: { command: name },
            }));
        } else if (leadsTo === '-' || (status === 'Editing' && name === 'addProof')) {
          // A file for a draft goes through the drafts, which have no history (see drafts.test.ts).
          it(`refuses ${name} to ${who}, naming ${status}`, () =>
            assert.deepEqual(outcomeOf(actor, status, name), {
              code: 'wrongStatus',
              data: { command: name, status },
            }));
        } else {
          it(`lets ${who} ${name}: ${status} becomes ${leadsTo}`, () =>
            assert.equal(outcomeOf(actor, status, name), leadsTo));
        }
      }

      it(`offers ${who} in ${status} exactly what would be allowed`, () => {
        const expected = commandNames.filter(
          (name) => sees(status) && may.includes(name) && everyMove[status][name] !== '-',
        );
        assert.deepEqual(
          allowedCommands(actor, aClaimIn(status), { at, contested: true }).sort(),
          [...expected].sort(),
        );
      });
    }
  }
});

describe('When nobody else wants the slot of a claim', () => {
  const quiet = (name: CommandName, status: ClaimStatus, actor: Actor) =>
    decide({ claim: aClaimIn(status), slots: [], competing: [] }, commands[name], { actor, at, calendar });

  it('takes no more proof of execution once it is approved (R60)', () => {
    const admin = anAdmin();
    const data = { command: 'addProof', status: 'Approved' } as const;
    assert.deepEqual(quiet('addProof', 'Approved', admin), refused('wrongStatus', data));
    const offered = allowedCommands(admin, aClaimIn('Approved'), { at, contested: false });
    assert(!offered.includes('addProof'));
  });

  it('announces no arbitration (R52)', () => {
    for (const status of ['Submitted', 'UnderReview', 'PartnerActionRequired'] as const)
      assert.deepEqual(quiet('announceArbitration', status, system), refused('changedMeanwhile'));
  });
});

describe('When a reviewer takes a review over (R98)', () => {
  const rita = aReviewer();
  const raj = aReviewer({ name: 'Raj Mehta' });
  const person = ({ personId, name }: Actor) => ({ id: personId, name });
  const begun = aClaim({ status: 'UnderReview', reviewer: person(rita) });
  const takenBy = (claim: SubmittedClaim, actor: Actor) =>
    claimAfter('UnderReview', decisionOf(claim, { name: 'takeOverReview' }, { actor }));

  it('is refused, and not offered, to the reviewer who has it', () => {
    const outcome = decide({ claim: begun, slots: [], competing: [] }, commands.takeOverReview, {
      actor: rita,
      at,
      calendar,
    });
    assert.deepEqual(outcome, refused('reviewIsYours'));
    const offered = (actor: Actor) => allowedCommands(actor, begun, { at, contested: false });
    assert(!offered(rita).includes('takeOverReview'));
    assert(offered(raj).includes('takeOverReview'));
  });

  it('keeps the deadline, and says who began however often it is taken over', () => {
    const taken = takenBy(begun, raj);
    assert.deepEqual(
      [taken.reviewer, taken.startedBy, taken.reviewStartedAt, taken.decideBy],
      [person(raj), person(rita), begun.reviewStartedAt, begun.decideBy],
    );
    const back = takenBy(taken, rita);
    assert.deepEqual([back.reviewer, back.startedBy], [person(rita), person(rita)]);
  });

  it('says in the history from whom it was taken over', () => {
    const { history } = decisionOf(begun, { name: 'takeOverReview' }, { actor: raj });
    assert.deepEqual(history[0]?.event, { kind: 'ReviewTakenOver', from: person(rita) });
  });

  it('leaves the decision to any reviewer (R98)', () => {
    const taken = takenBy(begun, raj);
    const approved = decisionOf(taken, { name: 'approve', confirmed: true }, { actor: rita });
    assert.equal(claimAfter('Approved', approved).approvedBy.name, rita.name);
  });
});
