import assert from 'node:assert/strict';
import { system } from '../../../../services/domain/actor.ts';
import type { ContestAlert } from '../../../../services/domain/alert.ts';
import type { Claim } from '../../../../services/domain/claim.ts';
import type { Command, Decision } from '../../../../services/domain/command.ts';
import { emptySlot, hold, join, type Slot } from '../../../../services/domain/slot.ts';
import { aClaim, aDraft, aProof, contoso, someDetails, workload } from '../../../support/aClaim.ts';
import { anAdmin, aReviewer } from '../../../support/aPerson.ts';
import { deciding, decisionOf, refusalOf } from '../../../support/deciding.ts';

const since = '2026-11-02T18:00:00.000Z';
const name = 'workload:exchange-online';
const empty = emptySlot(name);
const ours = { partnerId: 'fabrikam', number: 'C-7F3K-9Q2M', since };
const theirs = { partnerId: 'northwind', number: 'C-0000-0009', since };
const third = { partnerId: 'tailspin', number: 'C-0000-0033', since };
const submit: Command = { name: 'submit', details: someDetails() };
const reject: Command = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' };
const ana = anAdmin();
const rita = aReviewer();

const contestsOf = ({ alerts }: Decision): ContestAlert[] =>
  alerts.flatMap((alert) => (alert.kind === 'contest' ? [alert] : []));
const submitOn = (slot: Slot) => decisionOf(aDraft(), submit, { actor: ana, slots: [slot] });
/** Whom an alert names: `!` is told, the others' cards are brought up to date. */
const toldBy = (decision: Decision) =>
  contestsOf(decision).map(({ joined: newcomer, recipients }) => [
    newcomer ?? '-',
    ...recipients.map(({ to, notify }) =>
      [to.kind === 'claim' ? to.number : to.kind, notify ? '!' : ''].join(''),
    ),
  ]);

describe('When a claim comes to a slot (R48, R54)', () => {
  it('makes no contest while nobody else claims it', () => {
    assert.deepEqual(toldBy(submitOn(empty)), []);
  });

  it('makes none with another claim of the same partner (R46)', () => {
    const own = join(empty, { ...ours, number: 'C-0000-0002' });
    assert.deepEqual(toldBy(submitOn(own)), []);
    assert.equal(submitOn(own).claim.arbitrationAnnouncedAt, undefined);
  });

  it('begins a contest where another partner contends: reviewers and the claim that was there are informed', () => {
    assert.deepEqual(toldBy(submitOn(join(empty, theirs))), [[ours.number, 'reviewers!', theirs.number]]);
  });

  it('begins one where another partner holds the slot', () => {
    assert.deepEqual(toldBy(submitOn(hold(empty, theirs))), [[ours.number, 'reviewers!', theirs.number]]);
  });

  it('tells every claim that the other partner has there', () => {
    const second = join(join(empty, theirs), { ...theirs, number: 'C-0000-0010' });
    assert.deepEqual(toldBy(submitOn(second)), [[ours.number, 'reviewers!', theirs.number, 'C-0000-0010']]);
  });

  it('joins a contest that has begun: only the reviewers hear of it', () => {
    const contested = join(join(empty, theirs), third);
    assert.deepEqual(toldBy(submitOn(contested)), [[ours.number, 'reviewers!']]);
  });

  it('makes one alert for each contested slot and none for the others', () => {
    const details = someDetails({ lines: ['exchange-online', 'teams', 'intune'].map(workload) });
    const slots = [
      join(empty, theirs),
      emptySlot('workload:teams'),
      hold(emptySlot('workload:intune'), theirs),
    ];
    const decision = decisionOf(aDraft(), { name: 'submit', details }, { actor: ana, slots });
    assert.deepEqual(
      contestsOf(decision).map(({ slot, topic, version }) => [slot, topic, version]),
      [
        ['workload:exchange-online', `${contoso}/workload:exchange-online`, 2],
        ['workload:intune', `${contoso}/workload:intune`, 2],
      ],
    );
  });
});

describe('When something happens to a contested claim', () => {
  const contested = join(join(empty, ours), theirs);
  const underReview = aClaim({ status: 'UnderReview' });
  const on = (command: Command, slot: Slot = contested, claim: Claim = underReview) =>
    decisionOf(claim, command, { actor: rita, slots: [slot] });

  it('brings the contest’s card up to date when it moves, and tells nobody', () => {
    const start = on({ name: 'startReview' }, contested, aClaim({ status: 'Submitted' }));
    const ask = on({ name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' });
    for (const decision of [start, ask]) {
      assert.deepEqual(toldBy(decision), [['-', 'reviewers']]);
      assert.deepEqual(decision.slots, [{ ...contested, version: contested.version + 1 }]);
    }
  });

  it('ends the contest when it is rejected and one partner is left', () => {
    const decision = on(reject);
    assert.deepEqual(toldBy(decision), [['-', 'reviewers']]);
    assert.deepEqual(decision.slots[0]?.pending, [theirs]);
  });

  it('says nothing of a slot that was not contested', () => {
    assert.deepEqual(toldBy(on(reject, join(empty, ours))), []);
  });

  it('keeps the contest going when it is approved over a competing claim that waits (D6)', () => {
    const decision = on({ name: 'approve', confirmed: true });
    assert.deepEqual(toldBy(decision), [['-', 'reviewers']]);
    assert.equal(decision.slots[0]?.holder?.partnerId, 'fabrikam');
  });

  it('does not touch the slot for a comment or a file', () => {
    for (const [command, claim] of [
      [{ name: 'comment', text: 'Hello' }, underReview],
      [{ name: 'addProof', proof: aProof({ id: 'file-2' }) }, aClaim({ status: 'Approved' })],
    ] as const) {
      const decision = decisionOf(claim, command, { actor: ana, slots: [contested] });
      assert.deepEqual([toldBy(decision), decision.slots], [[], []]);
    }
  });
});

describe('When a claim is contested, its partner reads so in its comments (R52)', () => {
  const notice = (decision: Decision) => decision.claim.comments.filter(({ side }) => side === 'system');

  it('at once when it came second, in comments and history', () => {
    const decision = submitOn(join(empty, theirs));
    assert.equal(notice(decision).length, 1);
    assert.deepEqual(
      decision.history.map(({ seq, side, event }) => [seq, side, event.kind]),
      [
        [1, 'partner', 'DraftCreated'],
        [2, 'partner', 'ClaimSubmitted'],
        [3, 'system', 'ArbitrationAnnounced'],
      ],
    );
    assert.equal(decision.claim.historySeq, 3);
  });

  it('by a command of the system when it came first, and only once', () => {
    const slots = [join(join(empty, ours), theirs)];
    const told = decisionOf(
      aClaim({ status: 'Submitted' }),
      { name: 'announceArbitration' },
      { actor: system, slots },
    );
    assert.equal(notice(told).length, 1);
    assert.deepEqual(told.slots, []);
    const again = deciding(told.claim, { name: 'announceArbitration' }, { actor: system, slots });
    assert.deepEqual(refusalOf(again), { code: 'changedMeanwhile' });
  });

  it('keeps what was said with the submission in front of it', () => {
    const withComment: Command = { name: 'submit', details: someDetails(), comment: 'All signed.' };
    const { claim } = decisionOf(aDraft(), withComment, { actor: ana, slots: [join(empty, theirs)] });
    assert.deepEqual(
      claim.comments.map(({ side }) => side),
      ['partner', 'system'],
    );
  });

  it('keeps it through every later move', () => {
    const slots = [join(join(empty, ours), theirs)];
    const { claim } = submitOn(join(empty, theirs));
    const started = decisionOf(claim, { name: 'startReview' }, { actor: rita, slots }).claim;
    const rejected = decisionOf(started, reject, { actor: rita, slots }).claim;
    assert.equal(rejected.arbitrationAnnouncedAt, claim.arbitrationAnnouncedAt);
    assert(rejected.comments.some(({ side }) => side === 'system'));
  });
});
