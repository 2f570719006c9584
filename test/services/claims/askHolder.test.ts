import assert from 'node:assert/strict';
import { createCalendar } from '../../../services/calendar/calendar.ts';
import type { PersonComment, SubmittedClaim } from '../../../services/domain/claim.ts';
import { contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { runTimers } from '../../support/dueWork.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
/** Somebody else claims what is held, and goes on to arbitration (D5). */
const competing = { mpnId: '6104418', arbitration: `${contoso}/workload:exchange-online` };
/** Tuesday 1 December, five business days after the Monday of Thanksgiving week, 24:00 in Los Angeles. */
const fiveDaysAhead = '2026-12-02T08:00:00.000Z';

for (const { adapter, open } of adapters) {
  describe(`When a reviewer asks the holder of a contested slot on ${adapter} (D7)`, () => {
    let world: MemoryClaims;
    let holder: string;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      ({ number: holder } = await world.submitted(ana));
      await world.did(rita, holder, { name: 'startReview' });
      await world.did(rita, holder, { name: 'approve', confirmed: true });
    });
    afterEach(() => world.close());

    const asks = async (number: string, actor = rita): Promise<SubmittedClaim> =>
      await world.did(actor, number, { name: 'comment', text: 'Can you show the kick-off?' });
    const newest = (claim: SubmittedClaim) => claim.comments.at(-1) as PersonComment;

    it('shows a date five business days ahead with the comment and in the history; no clock runs', async () => {
      await world.submitted(nils, competing);
      const claim = await asks(holder);
      assert.equal(newest(claim).answerBy, fiveDaysAhead);
      assert.deepEqual([claim.status, claim.deadline, claim.dueAt], ['Approved', undefined, undefined]);
      const page = grantedValue(await world.claims.lists.history(ana, holder));
      assert.deepEqual(page.entries[0]?.event, {
        kind: 'Commented',
        text: 'Can you show the kick-off?',
        answerBy: fiveDaysAhead,
      });
      world.tick(60 * 24 * 60 * 60_000);
      const { store, claims, now } = world;
      await runTimers({ store, claims, calendar: createCalendar(), now, onError: assert.fail });
      assert.equal(grantedValue(await world.claims.get(ana, holder)).status, 'Approved');
    });

    it('refuses what was typed on a form that said otherwise: the contest began or ended meanwhile', async () => {
      const says = async (dated: boolean) =>
        await world.claims.execute(rita, world.target(holder), {
          name: 'comment',
          text: 'Thanks.',
          withDeadline: dated,
        });
      assert.deepEqual(refusalOf(await says(true)), { code: 'changedMeanwhile' });
      await world.submitted(nils, competing);
      assert.deepEqual(refusalOf(await says(false)), { code: 'changedMeanwhile' });
      assert((await says(true)).ok);
    });

    it('shows no date without a contest, on a partner’s comment, or to the competing partner', async () => {
      assert.equal(newest(await asks(holder)).answerBy, undefined);
      const { number: rival } = await world.submitted(nils, competing);
      assert.equal(newest(await asks(holder, ana)).answerBy, undefined);
      assert.equal(newest(await asks(rival)).answerBy, undefined);
    });
  });
}
