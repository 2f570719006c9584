import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { Context } from '../../../../services/domain/command.ts';
import { slotOf } from '../../../../services/domain/line.ts';
import { effects } from '../../../../services/domain/rules/effects.ts';
import { applyUpdate, evolve } from '../../../../services/domain/rules/evolve.ts';
import { isContested, release } from '../../../../services/domain/slot.ts';
import { aClaim, aContestedSlot, workload } from '../../../support/aClaim.ts';
import { aReviewer } from '../../../support/aPerson.ts';

const context: Context = {
  at: '2026-11-05T18:00:00.000Z',
  actor: aReviewer(),
  calendar: createCalendar(),
};

describe('When one decision concerns many claims on one slot', () => {
  const numbers = Array.from({ length: 30 }, (_, index) => `C-AAAA-${String(index).padStart(4, '0')}`);
  const claims = numbers.map((number, index) =>
    aClaim({ status: 'UnderReview', number, partnerId: `partner-${index}` }),
  );
  const slot = aContestedSlot({
    pending: claims.map(({ number, partnerId }) => ({ number, partnerId, since: context.at })),
  });

  const rejected = (before: SubmittedClaim) => {
    const event = { kind: 'ClaimRejected', reason: 'InsufficientProof', comment: '' } as const;
    const to = {
      status: 'Rejected',
      rejectedBy: { id: 'rita', name: 'Rita' },
      rejectedAt: context.at,
      reason: 'InsufficientProof',
      comment: '',
      disputeUntil: context.at,
    } as const;
    const after = evolve(before, applyUpdate(before, { to }), { event, context });
    return { before, after, event, news: 'rejected' } as const;
  };
  const [first, ...others] = claims.map(rejected);
  assert(first);
  const losing = claims.slice(0, -1).map(({ number }) => number);
  const decision = effects(
    [first, ...others.slice(0, -1)],
    { slots: [slot], change: (before) => losing.reduce((left, number) => release(left, number), before) },
    context,
  );

  it('saves each claim with its history and an alert of its own', () => {
    const saved = [decision.claim, ...decision.others].map(({ number }) => number);
    assert.deepEqual(saved, losing);
    assert.deepEqual(
      decision.history.map(({ number }) => number),
      losing,
    );
    const told = decision.alerts.filter(({ kind }) => kind === 'claim').map(({ topic }) => topic);
    assert.deepEqual(told, losing);
  });

  it('writes the slot once, with one alert for its contest', () => {
    assert.deepEqual(
      decision.slots.map((after) => [after.slot, after.pending.length, isContested(after)]),
      [[slotOf(workload('exchange-online')), 1, false]],
    );
    assert.equal(decision.alerts.filter(({ kind }) => kind === 'contest').length, 1);
  });
});
