// Above 200 lines: everything that can happen to one slot, a pure function of what came before.

import assert from 'node:assert/strict';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import {
  competingNumbers,
  emptySlot,
  endSlot,
  hold,
  join,
  release,
  reopenSlot,
  type Slot,
  slotsOf,
} from '../../../services/domain/slot.ts';
import { aClaim, aDraft, someDetails, workload } from '../../support/aClaim.ts';
import { anAdmin, aReviewer } from '../../support/aPerson.ts';
import { deciding, decisionOf, refusalOf } from '../../support/deciding.ts';

const name = 'workload:exchange-online';
const empty = emptySlot(name);
const since = '2026-11-02T18:00:00.000Z';
const ours = { partnerId: 'fabrikam', number: 'C-0000-0001' };
const ourOther = { partnerId: 'fabrikam', number: 'C-0000-0002' };
const theirs = { partnerId: 'northwind', number: 'C-0000-0009' };
const numbers = (slot: Slot) => slot.pending.map(({ number }) => number);

describe('When partners want the same slot (R46, D6)', () => {
  it('counts a claim that submits twice once', () => {
    const slot = join(join(empty, { ...ours, since }), { ...ours, since });
    assert.deepEqual(numbers(slot), [ours.number]);
  });

  it('makes the approved claim the holder and leaves the others contending', () => {
    const contested = join(join(empty, { ...ours, since }), { ...theirs, since });
    assert.deepEqual(hold(contested, ours), {
      slot: name,
      version: 3,
      holder: { partnerId: 'fabrikam', claims: [ours.number] },
      pending: [{ ...theirs, since }],
    });
  });

  it('is held for the partner: it lists each of its claims, and is free when the last one goes', () => {
    const held = hold(hold(empty, ours), ourOther);
    assert.deepEqual(held.holder?.claims, [ours.number, ourOther.number]);
    const left = release(held, ours.number);
    assert.deepEqual(left.holder, { partnerId: 'fabrikam', claims: [ourOther.number] });
    assert.deepEqual(release(left, ourOther.number), { ...empty, version: 4 });
  });

  it('removes a rejected claim and no other', () => {
    const contested = join(join(empty, { ...ours, since }), { ...theirs, since });
    assert.deepEqual(numbers(release(contested, ours.number)), [theirs.number]);
    assert.deepEqual(release(contested, 'C-ZZZZ-ZZZZ'), { ...contested, version: 3 });
  });

  it('knows the competing claims of each side, including holders, but none of the same partner', () => {
    const slot = join(join(hold(empty, ours), { ...ourOther, since }), { ...theirs, since });
    assert.deepEqual(competingNumbers(slot, 'fabrikam'), [theirs.number]);
    assert.deepEqual(competingNumbers(slot, 'northwind'), [ours.number, ourOther.number]);
  });

  it('has one slot for each workload and each subscription, however often it is named', () => {
    const product = { kind: 'product', product: 'dynamics-365-sales', subscriptionId: 'aaaa' } as const;
    const lines = [workload('teams'), product, workload('teams')];
    assert.deepEqual(slotsOf(someDetails({ lines })), ['workload:teams', 'subscription:aaaa']);
  });
});

describe('When the subscription of a slot has ended (R45)', () => {
  const ended = endSlot(join(hold(empty, ours), { ...theirs, since }));

  const endedClaims = [ours.number, theirs.number];

  it('removes its holder and the claims that contend for it, and remembers them', () => {
    assert.deepEqual(ended, { slot: name, version: 3, ended: true, endedClaims, pending: [] });
  });

  it('gives it to nobody who submits or is approved, and stays ended when a claim is rejected', () => {
    const expected = { ...ended, version: 4 };
    assert.deepEqual(join(ended, { ...ours, since }), expected);
    assert.deepEqual(hold(ended, ours), expected);
    assert.deepEqual(release(ended, ours.number), expected);
  });

  it('becomes free when the subscription is active again', () => {
    const again = reopenSlot(ended);
    assert.deepEqual(again, { slot: name, version: 4, endedClaims, pending: [] });
    assert.deepEqual(numbers(join(again, { ...ourOther, since })), [ourOther.number]);
    assert.deepEqual(hold(again, ourOther).holder?.claims, [ourOther.number]);
  });

  it('is never taken again by a claim whose line ended on it, and counts another end as well', () => {
    const again = reopenSlot(ended);
    assert.deepEqual(join(again, { ...ours, since }), { ...again, version: 5 });
    assert.deepEqual(hold(again, theirs), { ...again, version: 5 });
    assert.deepEqual(endSlot(hold(again, ourOther)).endedClaims, [...endedClaims, ourOther.number]);
  });
});

describe('When a claim is approved that others want as well (D6)', () => {
  const reviewer = aReviewer();
  const claim = aClaim({ status: 'UnderReview' });
  const slot: Slot = {
    slot: name,
    version: 2,
    pending: [
      { partnerId: 'fabrikam', number: claim.number, since },
      { ...theirs, since },
    ],
  };
  const rival = { partnerId: 'northwind', number: theirs.number };
  const approving = (competing: readonly SubmittedClaim[], confirmed: boolean) =>
    deciding(claim, { name: 'approve', confirmed }, { actor: reviewer, slots: [slot], competing });

  const blocking: SubmittedClaim[] = [
    aClaim({ status: 'UnderReview', ...rival }),
    aClaim({ status: 'PartnerActionRequired', ...rival }),
    aClaim({ status: 'Submitted', resubmitted: true, ...rival }),
  ];
  for (const each of blocking) {
    const state = each.status === 'Submitted' ? 'resubmitted' : each.status;
    it(`is refused while a competing claim is ${state}, confirmed or not`, () => {
      for (const confirmed of [false, true])
        assert.deepEqual(refusalOf(approving([each], confirmed)), {
          code: 'competingBlocks',
          data: { competing: 1, numbers: rival.number },
        });
    });
  }

  it('is refused while a competing claim holds it, confirmed or not', () => {
    for (const confirmed of [false, true])
      assert.deepEqual(refusalOf(approving([aClaim({ status: 'Approved', ...rival })], confirmed)), {
        code: 'competingHolds',
        data: { numbers: rival.number },
      });
  });

  it('asks to confirm while competing claims are only Submitted, and says how many', () => {
    const waiting = [
      aClaim({ status: 'Submitted', ...rival }),
      aClaim({ status: 'Submitted', ...rival, number: 'C-0000-0008' }),
    ];
    assert.deepEqual(refusalOf(approving(waiting, false)), {
      code: 'approvalUnconfirmed',
      data: { competing: 2 },
    });
    assert(approving(waiting, true).ok);
  });

  it('asks to confirm even where nobody competes (D15)', () => {
    assert.deepEqual(refusalOf(approving([], false)), {
      code: 'approvalUnconfirmed',
      data: { competing: 0 },
    });
    assert(approving([], true).ok);
  });

  it('is not held up by a rejected competing claim', () => {
    assert(approving([aClaim({ status: 'Rejected', ...rival })], true).ok);
  });

  it('names the competing claims being decided first, when others only wait', () => {
    const both = [aClaim({ status: 'Submitted', ...rival }), aClaim({ status: 'UnderReview', ...rival })];
    assert.deepEqual(refusalOf(approving(both, true)), {
      code: 'competingBlocks',
      data: { competing: 1, numbers: rival.number },
    });
  });
});

describe('When a reviewer has confirmed despite competing claims that were waiting (D6)', () => {
  const claim = aClaim({ status: 'UnderReview' });
  const waiting = ['C-0000-0009', 'C-0000-0010'].map((number) =>
    aClaim({ status: 'Submitted', partnerId: 'northwind', number }),
  );
  const approving = (competing: number) => {
    const command = { name: 'approve', confirmed: true, competing } as const;
    return deciding(claim, command, { actor: aReviewer(), competing: waiting });
  };

  it('asks again when one more has come since', () => {
    assert.deepEqual(refusalOf(approving(1)), { code: 'approvalUnconfirmed', data: { competing: 2 } });
  });

  it('approves when it was all of them', () => {
    assert(approving(2).ok);
    assert(approving(3).ok);
  });
});

describe('When a command touches slots (D6)', () => {
  const lines = [workload('exchange-online'), workload('teams')];
  const details = someDetails({ lines });
  const slots = ['workload:exchange-online', 'workload:teams'].map(emptySlot);

  it('contends for every line when it is submitted', () => {
    const decision = decisionOf(aDraft(), { name: 'submit', details }, { actor: anAdmin(), slots });
    assert.deepEqual(
      decision.slots.map(({ slot, pending }) => [slot, pending.map(({ number }) => number)]),
      slots.map(({ slot }) => [slot, ['C-7F3K-9Q2M']]),
    );
  });

  it('leaves the slots as they are while the claim is reviewed and asked for more', () => {
    const claim = aClaim({ status: 'UnderReview', details });
    const ask = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
    assert.deepEqual(decisionOf(claim, ask, { actor: aReviewer(), slots }).slots, []);
  });

  it('frees every line when it is rejected', () => {
    const claim = aClaim({ status: 'UnderReview', details });
    const mine = { partnerId: 'fabrikam', number: claim.number, since };
    const wanted = slots.map((slot) => join(slot, mine));
    const reject = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' } as const;
    assert.deepEqual(
      decisionOf(claim, reject, { actor: aReviewer(), slots: wanted }).slots.map(({ pending }) => pending),
      [[], []],
    );
  });
});
