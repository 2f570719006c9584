import assert from 'node:assert/strict';
import { claimId, draftId, partnerPartition } from '../../../services/claims/documents.ts';
import type { Answers } from '../../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import type { Outcome } from '../../../services/domain/refusal.ts';
import { contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';
import { Crash, crashingStore, losingStore, pausingStore } from '../../support/storeWrappers.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const adventureWorks = '814ab6a7-683f-42cb-be3b-b5e45d2aa75a';

/** Where submitting can break off: after so many of its four batches (draft marked, pointer, claim with all its own, draft deleted). */
const interruptions = [
  { when: 'before anything is written', at: 1, saved: false, created: false },
  { when: 'after the draft is marked', at: 1, saved: true, created: false },
  { when: 'after the pointer has moved', at: 2, saved: true, created: false },
  { when: 'before the claim is created', at: 3, saved: false, created: false },
  { when: 'after the claim is created', at: 3, saved: true, created: true },
  { when: 'before the draft is deleted', at: 4, saved: false, created: true },
  { when: 'after the draft is deleted', at: 4, saved: true, created: true },
] as const;

for (const { adapter, open } of adapters) {
  describe(`When the process dies while a claim is submitted on ${adapter}`, () => {
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open });
    });
    afterEach(() => world.close());

    async function interrupted(interruption: { at: number; saved: boolean }): Promise<string> {
      const number = await world.draft(ana);
      const dying = world.startProcess(crashingStore(world.store, interruption));
      await assert.rejects(dying.submit(ana, { number, commandId: 'the press' }), Crash);
      return number;
    }

    for (const { when, created, ...interruption } of interruptions) {
      it(`finds the claim exactly once in every list, ${when}`, async () => {
        const number = await interrupted(interruption);
        const { lists, get: find } = world.startProcess();
        const status = created ? 'Submitted' : 'Editing';
        assert.equal(grantedValue(await find(ana, number)).status, status);
        const mine = grantedValue(await lists.mine(ana)).claims;
        assert.deepEqual(
          mine.map((claim) => [claim.number, claim.status]),
          [[number, status]],
        );
        assert.equal(grantedValue(await lists.queue(rita)).claims.length, created ? 1 : 0);
        const drafts = await lists.openDrafts(ana);
        assert.deepEqual(
          drafts.map((draft) => draft.number),
          created ? [] : [number],
        );
        const left = await world.store.read(partnerPartition('fabrikam'), draftId(number));
        assert.equal(left === undefined, created, 'what is left of the draft goes with the first list');
      });

      it(`has submitted it once when the same press arrives again, ${when}`, async () => {
        const number = await interrupted(interruption);
        const claims = world.startProcess();
        const claim = grantedValue(await claims.submit(ana, { number, commandId: 'the press' }));
        assert.equal(claim.status, 'Submitted');
        const history = grantedValue(await claims.lists.history(ana, number)).entries;
        assert.deepEqual(
          history.map(({ event }) => event.kind),
          ['ClaimSubmitted', 'DraftCreated'],
        );
        const slot = await world.store.read<{ pending: unknown[] }>(contoso, 'slot:workload:exchange-online');
        assert.equal(slot?.body.pending.length, 1);
      });

      it(`answers a different press with the claim as it is, ${when}`, async () => {
        const number = await interrupted(interruption);
        const outcome = await world.startProcess().submit(ana, { number, commandId: 'another press' });
        if (created) assert.deepEqual(refusalOf(outcome), { code: 'alreadySubmitted' });
        else assert.equal(grantedValue(outcome).status, 'Submitted');
      });
    }

    it('still accepts changes to a draft whose pointer had moved, even to its customer', async () => {
      const number = await interrupted({ at: 2, saved: true });
      const claims = world.startProcess();
      const other: Answers = { customerTenantId: adventureWorks, customerDomain: 'adventure-works.com' };
      grantedValue(await claims.drafts.save(ana, { number, commandId: 'correcting' }, other));
      const claim = grantedValue(await claims.submit(ana, { number, commandId: 'once more' }));
      assert.equal(claim.details.customerTenantId, adventureWorks);
      assert.deepEqual(grantedValue(await claims.get(rita, number)), claim);
      assert.equal((await world.store.read(contoso, claimId(number)))?.type, 'abandoned');
      assert.equal(await world.store.read(contoso, 'slot:workload:exchange-online'), undefined);
      assert.equal(grantedValue(await claims.lists.mine(ana)).claims.length, 1);
    });

    it('never makes two claims of one draft that another process changes while it is submitted', async () => {
      // Process 1 stands still between its n-th and the next batch; process 2 saves another customer and submits.
      for (const standsStillAfter of [1, 2]) {
        // Another workload each time: a company claims the same only once (D5).
        const number = await world.draft(ana, { lines: standsStillAfter === 1 ? 'teams' : 'intune' });
        const other: Answers = { customerTenantId: adventureWorks, customerDomain: 'adventure-works.com' };
        let second: Outcome<SubmittedClaim> | undefined;
        const slow = world.startProcess(
          pausingStore(world.store, standsStillAfter, async () => {
            const claims = world.startProcess();
            grantedValue(await claims.drafts.save(ana, { number, commandId: `saving ${number}` }, other));
            second = await claims.submit(ana, { number, commandId: `second ${number}` });
          }),
        );
        const first = await slow.submit(ana, { number, commandId: `first ${number}` });
        assert.deepEqual(refusalOf(first), { code: 'alreadySubmitted' });
        assert.equal(second && grantedValue(second).details.customerTenantId, adventureWorks);
        assert.notEqual((await world.store.read(contoso, claimId(number)))?.type, 'claim');
        for (const line of ['teams', 'intune'])
          assert.equal(await world.store.read(contoso, `slot:workload:${line}`), undefined);
      }
    });

    it('refuses changes to a draft that has become a claim', async () => {
      const number = await interrupted({ at: 3, saved: true });
      const outcome = await world
        .startProcess()
        .drafts.save(ana, { number, commandId: 'typing on' }, { claimName: 'Late' });
      assert.deepEqual(refusalOf(outcome), { code: 'alreadySubmitted' });
    });

    for (const commandId of ['the press', 'another press'])
      it(`removes the draft that was left next to the claim when submit is pressed again (${commandId})`, async () => {
        const number = await interrupted({ at: 4, saved: false });
        await world.startProcess().submit(ana, { number, commandId });
        assert.equal(await world.store.read(partnerPartition('fabrikam'), draftId(number)), undefined);
      });

    it('saves all of a command or nothing (invariant 2)', async () => {
      const { number } = await world.submitted(ana);
      await world.did(rita, number, { name: 'startReview' });
      const approve = { name: 'approve', confirmed: true } as const;
      for (const saved of [false, true]) {
        const dying = world.startProcess(crashingStore(world.store, { at: 1, saved }));
        await assert.rejects(dying.execute(rita, { number, commandId: 'approving' }, approve), Crash);
        const { documents } = await world.store.query({
          type: 'alert',
          equals: { topic: number },
          order: { field: 'nextAttemptAt', direction: 'ascending' },
          limit: 10,
        });
        const slot = await world.store.read<{ holder?: unknown }>(contoso, 'slot:workload:exchange-online');
        const claim = await world.store.read<SubmittedClaim>(contoso, claimId(number));
        const { entries } = grantedValue(await world.claims.lists.history(rita, number));
        assert.deepEqual(
          [claim?.body.status, slot?.body.holder !== undefined, entries.length, documents.length],
          saved ? ['Approved', true, 4, 3] : ['UnderReview', false, 3, 2],
        );
      }
      const again = await world.claims.execute(rita, { number, commandId: 'approving' }, approve);
      assert.equal(grantedValue(again).repeated, true);
    });
  });
}

describe('When every race is lost', () => {
  it('gives up after three seconds of waiting, with pauses that grow, and says that nothing was saved', async () => {
    const world = await memoryClaims();
    const { number } = await world.submitted(ana);
    const losing = world.startProcess(losingStore(world.store, (write) => write.kind === 'replace'));
    const outcome = await losing.execute(rita, { number, commandId: 'x' }, { name: 'startReview' });
    assert.deepEqual(refusalOf(outcome), { code: 'notSaved' });
    const total = world.waits.reduce((sum, ms) => sum + ms, 0);
    assert(total >= 3000 && total < 3000 + 600, `waited ${total} ms`);
    assert((world.waits[0] ?? 0) <= 15 && Math.max(...world.waits) <= 600);
    assert.equal(grantedValue(await world.claims.get(rita, number)).status, 'Submitted');
    await world.close();
  });

  it('carries a command out once the race is won', async () => {
    const world = await memoryClaims();
    const { number } = await world.submitted(ana);
    let losses = 3;
    const unlucky = losingStore(world.store, ({ kind }) => kind === 'replace' && losses-- > 0);
    const outcome = await world
      .startProcess(unlucky)
      .execute(rita, { number, commandId: 'x' }, { name: 'startReview' });
    assert.equal(grantedValue(outcome).claim.status, 'UnderReview');
    assert.equal(world.waits.length, 3);
    await world.close();
  });
});
