import assert from 'node:assert/strict';
import { slotId } from '../../../../services/claims/documents.ts';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { Slot } from '../../../../services/domain/slot.ts';
import { aReviewer, fromDemo } from '../../../support/aPerson.ts';
import {
  claimEdited,
  goodAnswers,
  grantedValue,
  type MemoryClaims,
  memoryClaims,
} from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const ana = fromDemo('Ana Ruiz');
const nils = fromDemo('Nils Berg');
const rita = aReviewer();
const [sales, insights] = ['dynamics-365-sales', 'dynamics-365-customer-insights'];
/** Tailspin Toys has one subscription for both products, and no other of either. */
const customerTenantId = 'f7f18f65-1ace-483e-b384-3cf774cfe2cb';
const id = '6c5e0f1d-83b7-4a29-9d40-2e71b8c4f5a6';
const slot = `subscription:${id}`;
const bothProducts: Answers = {
  customerDomain: 'tailspintoys.com',
  customerTenantId,
  solutionArea: 'BusinessApplications',
  activities: 'Usage',
  lines: `${sales},${insights}`,
  ...technicalContact,
};
const onlySales: Answers = { ...bothProducts, lines: sales };
const northwind: Answers = { mpnId: '6104418' };
const approve = { name: 'approve', confirmed: true } as const;

for (const { adapter, open } of adapters)
  describe(`When a claim is for several products of one subscription, on ${adapter} (R38, D6)`, () => {
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open });
    });
    afterEach(() => world.close());

    const slotNow = async () => (await world.store.read<Slot>(customerTenantId, slotId(slot)))?.body;
    const pending = async () => (await slotNow())?.pending.map(({ number }) => number);
    const typing = (lines: string) => ({ part: 'lines', typed: { lines } }) as const;
    const edited = async (claim: SubmittedClaim, lines: string): Promise<SubmittedClaim> =>
      grantedValue(
        claimEdited(
          await world.claims.edits.save(ana, world.target(claim.number, claim.version), typing(lines)),
        ),
      );

    it('takes the subscription for each of its products, and contends for it once', async () => {
      const { number, details } = await world.submitted(ana, bothProducts);
      assert.deepEqual(
        details.lines,
        [sales, insights].map((product) => ({ kind: 'product', product, subscriptionId: id })),
      );
      assert.deepEqual(await pending(), [number]);
    });

    it('adds a second product without contending again: its own claim is no obstacle (E5)', async () => {
      const claim = await world.submitted(ana, onlySales);
      const before = await slotNow();
      world.tick(60_000);
      const after = await edited(claim, `${sales},${insights}`);
      assert.equal(after.details.lines.length, 2);
      assert.deepEqual(await slotNow(), before);
    });

    it('leaves the slot when its last line there is removed, and not before', async () => {
      const elsewhere = `${sales},${insights},dynamics-365-human-resources`;
      const claim = await world.submitted(ana, { ...bothProducts, lines: elsewhere });
      const less = await edited(claim, `${insights},dynamics-365-human-resources`);
      assert.deepEqual(await pending(), [claim.number]);
      const other = await edited(less, `${sales},dynamics-365-human-resources`);
      assert.deepEqual(await pending(), [claim.number]);
      await edited(other, 'dynamics-365-human-resources');
      assert.deepEqual(await pending(), []);
    });

    it('is refused where another claim of the company stands on the subscription, for whichever product (E5)', async () => {
      const { number } = await world.submitted(ana, onlySales);
      const errors = await world.claims
        .checkForm('fabrikam', {
          ...goodAnswers,
          ...bothProducts,
          lines: insights,
        })
        .errorsAt('lines');
      const data = { number, activity: 'Usage' };
      assert.deepEqual(errors, { [`line.${insights}`]: { code: 'alreadyClaimed', data } });
    });

    it('names on the contest’s card what each claim names (R54)', async () => {
      await world.submitted(ana, onlySales);
      await world.submitted(nils, { ...bothProducts, ...northwind, lines: insights });
      const { contest } = grantedValue(await world.claims.contest(rita, { customerTenantId, slot }));
      const products = contest.lines.map((line) => line.kind === 'product' && line.product);
      assert.deepEqual(products, [sales, insights]);
    });

    it('asks once about arbitration, and not at all if another line contends for the slot already (D5)', async () => {
      const claim = await world.submitted(ana, onlySales);
      const theirs = await world.submitted(nils, { ...bothProducts, ...northwind, lines: insights });
      await world.did(rita, theirs.number, { name: 'startReview' });
      await world.did(rita, theirs.number, approve);
      const arbitration = `${customerTenantId}/${slot}`;
      const draft: Answers = { ...goodAnswers, ...bothProducts, activities: 'Presales' };
      const errorsOf = (answers: Answers) => world.claims.checkForm('fabrikam', answers).errorsAt('lines');
      assert.deepEqual(await errorsOf(draft), { arbitration: { code: 'arbitrationNeeded' } });
      assert.deepEqual(await errorsOf({ ...draft, arbitration }), {});
      const after = await edited(claim, `${sales},${insights}`);
      assert.equal(after.details.lines.length, 2);
    });
  });
