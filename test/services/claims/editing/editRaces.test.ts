import assert from 'node:assert/strict';
import { slotId } from '../../../../services/claims/documents.ts';
import type { Actor } from '../../../../services/domain/actor.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { Outcome } from '../../../../services/domain/refusal.ts';
import { isContested, type Slot } from '../../../../services/domain/slot.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { demoWithMoreWorkloads } from '../../../support/freeLines.ts';
import {
  claimEdited,
  goodAnswers,
  grantedValue,
  type MemoryClaims,
  memoryClaims,
} from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { interleavingStore } from '../../../support/storeWrappers.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
const seeds = [1, 8, 19, 33, 57, 101];
const twenty = (from: number) => Array.from({ length: 20 }, (_, index) => `more-${from + index}`);

for (const { adapter, open } of adapters) {
  describe(`When an edit meets something else on ${adapter}`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open, directory: demoWithMoreWorkloads() });
    });
    afterEach(() => world.close());

    const slotFor = async (line: string) =>
      (await world.store.read<Slot>(contoso, slotId(`workload:${line}`)))?.body;
    const present = async (number: string): Promise<SubmittedClaim> => {
      const claim = grantedValue(await world.claims.get(rita, number));
      assert(claim.status !== 'Editing');
      return claim;
    };
    const edit = (
      actor: Actor,
      { number, version }: SubmittedClaim,
      { lines, seed }: { readonly lines: string; readonly seed?: number },
    ): Promise<Outcome<SubmittedClaim>> => {
      const claims = seed ? world.startProcess(interleavingStore(world.store, seed)) : world.claims;
      const target = { number, version, commandId: world.newCommandId() };
      return claims.edits.save(actor, target, { part: 'lines', typed: { lines } }).then(claimEdited);
    };

    it('moves forty slots in one batch, all of them contested, and alerts every competing claim (R46)', async () => {
      const [before, after] = [twenty(0), twenty(20)];
      for (const lines of [before, after])
        await world.submitted(nils, { mpnId: '6104418', lines: lines.join(',') });
      const claim = await world.submitted(ana, { lines: before.join(',') });
      const edited = grantedValue(await edit(ana, claim, { lines: after.join(',') }));
      assert.equal(edited.details.lines.length, 20);
      for (const line of before) assert.equal((await slotFor(line))?.pending.length, 1, line);
      for (const line of after) assert(isContested((await slotFor(line)) ?? assert.fail(line)), line);
      const { entries } = grantedValue(await world.claims.lists.history(rita, claim.number));
      assert.equal(entries.filter(({ event }) => event.kind === 'ArbitrationAnnounced').length, 1);
    });

    for (const seed of seeds) {
      it(`accepts one of two admins who edit at once, and shows the other why (${seed})`, async () => {
        const claim = await world.submitted(ana);
        const outcomes = await Promise.all([
          edit(ana, claim, { lines: 'exchange-online,teams', seed }),
          edit(ben, claim, { lines: 'exchange-online,onedrive', seed: seed + 3 }),
        ]);
        const [won, lost] = [outcomes.filter(({ ok }) => ok), outcomes.filter(({ ok }) => !ok)];
        assert.deepEqual([won.length, lost.length], [1, 1]);
        assert.equal(refusalOf(lost[0] ?? assert.fail()).code, 'changedMeanwhile');
        const { details } = await present(claim.number);
        for (const line of ['teams', 'onedrive'])
          assert.equal(
            (await slotFor(line))?.pending.length ?? 0,
            details.lines.some((own) => own.kind === 'workload' && own.workload === line) ? 1 : 0,
            line,
          );
      });

      it(`is saved before the review or not at all (${seed})`, async () => {
        const claim = await world.submitted(ana);
        const reviewing = world.startProcess(interleavingStore(world.store, seed + 5));
        const target = { number: claim.number, version: claim.version, commandId: world.newCommandId() };
        const [edited, started] = await Promise.all([
          edit(ana, claim, { lines: 'teams', seed }),
          reviewing.execute(rita, target, { name: 'startReview' }),
        ]);
        const reviewed = grantedValue(started).claim;
        const { details } = await present(claim.number);
        assert.deepEqual(details, reviewed.details, 'who reviews has seen what stands');
        if (!edited.ok)
          assert.deepEqual(edited.refusal, {
            code: 'wrongStatus',
            data: { command: 'edit', status: 'UnderReview' },
          });
        assert.equal(details.lines.length, 1);
        assert.deepEqual(details.lines[0], {
          kind: 'workload',
          workload: edited.ok ? 'teams' : goodAnswers.lines,
        });
      });

      it(`sees a competing claim submitted at the same instant, and is seen by it (${seed})`, async () => {
        const claim = await world.submitted(ana);
        const rival = await world.draft(nils, { mpnId: '6104418', lines: 'teams' });
        const filing = world.startProcess(interleavingStore(world.store, seed + 11));
        const [edited, filed] = await Promise.all([
          edit(ana, claim, { lines: 'exchange-online,teams', seed }),
          filing.submit(nils, { number: rival, commandId: world.newCommandId() }),
        ]);
        const told = [grantedValue(edited), grantedValue(filed)].filter(
          (each) => each.arbitrationAnnouncedAt,
        );
        assert.equal(told.length, 1, 'whoever came second is told at once');
        assert.equal((await slotFor('teams'))?.pending.length, 2);
      });
    }

    it('is refused while a reviewer works on the claim, and the decision stands', async () => {
      const claim = await world.submitted(ana);
      await world.did(rita, claim.number, { name: 'startReview' });
      const approving = world.did(rita, claim.number, { name: 'approve', confirmed: true });
      const edited = await edit(ana, claim, { lines: 'teams', seed: 4 });
      assert.equal(refusalOf(edited).code, 'wrongStatus');
      assert.deepEqual((await approving).details, claim.details);
      assert.equal((await slotFor('teams'))?.pending.length ?? 0, 0);
    });

    it('never lets a reviewer decide on lines that were not seen', async () => {
      const claim = await world.submitted(ana);
      const edited = grantedValue(await edit(ana, claim, { lines: 'teams' }));
      // Starting from the older card shows what stands now; deciding from it is refused.
      const older = { number: claim.number, version: claim.version };
      const started = grantedValue(
        await world.claims.execute(
          rita,
          { ...older, commandId: world.newCommandId() },
          { name: 'startReview' },
        ),
      ).claim;
      assert.deepEqual(started.details, edited.details);
      for (const version of [claim.version, edited.version])
        assert.equal(
          refusalOf(
            await world.claims.execute(
              rita,
              { number: claim.number, version, commandId: world.newCommandId() },
              { name: 'approve', confirmed: true },
            ),
          ).code,
          'changedMeanwhile',
        );
    });

    it('has one effect when the same press comes twice, at once or later', async () => {
      const claim = await world.submitted(ana);
      const target = { number: claim.number, version: claim.version, commandId: 'one-press' };
      const press = () =>
        world.claims.edits.save(ana, target, { part: 'lines', typed: { lines: 'exchange-online,teams' } });
      const [first, second] = await Promise.all([press(), press()]);
      const later = await press();
      for (const outcome of [first, second, later])
        assert.equal(grantedValue(outcome).claim.version, claim.version + 1);
      assert.equal((await slotFor('teams'))?.version, 1);
    });
  });
}
