import assert from 'node:assert/strict';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import { aReviewer, fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const raj = fromDemo('Raj Mehta');
const rosa = aReviewer({ name: 'Rosa Lind' });
const takeOver = { name: 'takeOverReview' } as const;

for (const { adapter, open } of adapters) {
  describe(`When a review is taken over, on ${adapter} (R98)`, () => {
    let world: MemoryClaims;
    let begun: SubmittedClaim;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      const { number } = await world.submitted(ana);
      begun = await world.did(rita, number, { name: 'startReview' });
    });
    afterEach(() => world.close());

    /** As a button of the card of that version does. */
    const press = (actor: typeof raj, claims = world.claims, commandId = world.newCommandId()) =>
      claims.execute(actor, { number: begun.number, version: begun.version, commandId }, takeOver);
    const reviewerNow = async () => {
      const claim = grantedValue(await world.claims.get(rita, begun.number));
      assert(claim.status === 'UnderReview');
      return claim.reviewer.name;
    };
    const takenOver = async () => {
      const { entries } = grantedValue(await world.claims.lists.history(rita, begun.number));
      return entries.filter(({ event }) => event.kind === 'ReviewTakenOver').length;
    };

    it('is done once when one press arrives twice, or is pressed twice on the same card', async () => {
      const commandId = world.newCommandId();
      assert.equal(grantedValue(await press(raj, world.claims, commandId)).repeated, false);
      assert.equal(grantedValue(await press(raj, world.claims, commandId)).repeated, true);
      assert.equal(refusalOf(await press(raj)).code, 'changedMeanwhile');
      assert.deepEqual([await reviewerNow(), await takenOver()], [raj.name, 1]);
    });

    it('is refused to the reviewer who has it already, on a current card', async () => {
      const target = { number: begun.number, version: begun.version, commandId: world.newCommandId() };
      assert.deepEqual(refusalOf(await world.claims.execute(rita, target, takeOver)), {
        code: 'reviewIsYours',
      });
      assert.equal(await takenOver(), 0);
    });

    it('succeeds for one only when two press at the same moment in two processes', async () => {
      const outcomes = await Promise.all([
        press(raj, world.startProcess()),
        press(rosa, world.startProcess()),
      ]);
      const [granted, refused] = outcomes.toSorted((one, other) => Number(other.ok) - Number(one.ok));
      assert(granted?.ok && refused);
      assert.equal(refusalOf(refused).code, 'changedMeanwhile');
      assert.equal(await takenOver(), 1);
    });

    it('is refused once the review is over, and names the status (R70)', async () => {
      await world.did(rita, begun.number, { name: 'approve', confirmed: true });
      const target = { number: begun.number, commandId: world.newCommandId() };
      assert.deepEqual(refusalOf(await world.claims.execute(raj, target, takeOver)), {
        code: 'wrongStatus',
        data: { command: 'takeOverReview', status: 'Approved' },
      });
    });

    it('moves no deadline, also when it is overdue (D10)', async () => {
      assert(begun.status === 'UnderReview');
      world.tick(20 * 86_400_000);
      const taken = grantedValue(await press(raj)).claim;
      assert(taken.status === 'UnderReview');
      assert.deepEqual([taken.decideBy, taken.deadline], [begun.decideBy, begun.decideBy]);
      assert.deepEqual(taken.clock, begun.clock);
    });
  });
}
