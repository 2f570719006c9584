import assert from 'node:assert/strict';
import { slotId } from '../../../services/claims/documents.ts';
import { type PersonActor, system } from '../../../services/domain/actor.ts';
import type { ContestAlert } from '../../../services/domain/alert.ts';
import type { Answers } from '../../../services/domain/answers.ts';
import { isContested, type Slot } from '../../../services/domain/slot.ts';
import { contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { importing } from '../../support/importing.ts';
import { type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';
import { technicalContact } from '../../support/technicalContact.ts';

// Above 200 lines: the whole way of a subscription that ends, comes back and ends again, on both stores.

const id = '8ac52edf-933a-4628-bbef-fb224e054158';
const product = 'dynamics-365-field-service';
const slot = `subscription:${id}`;
const ana = fromDemo('Ana Ruiz') as PersonActor;
const nils = fromDemo('Nils Berg') as PersonActor;
const rita = fromDemo('Rita Svensson') as PersonActor;
const reviewing = { name: 'startReview' } as const;

/** Field service at Contoso, which has one subscription of it. */
const fieldService: Answers = {
  solutionArea: 'BusinessApplications',
  activities: 'Usage',
  lines: product,
  ...technicalContact,
};
const northwind: Answers = { ...fieldService, mpnId: '6104418' };

for (const { adapter, open } of adapters) {
  describe(`When an import says that a claimed subscription has ended, on ${adapter} (R45)`, () => {
    let memory: MemoryClaims;
    let files: ReturnType<typeof importing>;

    beforeEach(async () => {
      memory = await memoryClaims({ open });
      files = importing(memory.store);
    });
    afterEach(async () => {
      files.remove();
      await memory.close();
    });

    const subscriptionIn = (state: string) => [
      {
        tenantId: contoso,
        id,
        product,
        family: 'Dynamics365',
        channel: 'WebDirect',
        state,
        provisioned: true,
      },
    ];
    const says = (state: string) => files.done('subscriptions', subscriptionIn(state), { now: memory.now });
    const slotNow = async () => (await memory.store.read<Slot>(contoso, slotId(slot)))?.body;
    const alerts = async () => {
      const { documents } = await memory.store.query<ContestAlert>({
        type: 'alert',
        range: { to: memory.now().toISOString() },
        order: { field: 'nextAttemptAt', direction: 'ascending' },
        limit: 50,
      });
      return documents.map(({ body }) => body);
    };
    const endings = async () => (await alerts()).filter(({ ended }) => ended);
    const claimNow = async (number: string) => {
      const found = await memory.claims.get(rita, number);
      assert(found.ok && found.value.status !== 'Editing');
      return found.value;
    };

    it('takes the slot from its holder, leaves the claim as it is, and tells its partner once', async () => {
      const { number } = await memory.submitted(ana, fieldService);
      await memory.did(rita, number, reviewing);
      const approved = await memory.did(rita, number, { name: 'approve', confirmed: true });
      assert.deepEqual((await slotNow())?.holder?.claims, [number]);

      await says('Ended');
      assert.deepEqual(await slotNow(), {
        slot,
        version: 3,
        ended: true,
        endedClaims: [number],
        pending: [],
      });
      const [told, ...others] = await endings();
      assert.deepEqual(others, []);
      assert.deepEqual(told?.recipients, [
        { to: { kind: 'claim', number }, notify: false, result: 'waiting' },
      ]);
      await memory.announce([told ?? assert.fail()]);
      await memory.announce([told]);

      const claim = await claimNow(number);
      assert.deepEqual([claim.status, claim.details], ['Approved', approved.details]);
      assert.equal(claim.version, approved.version + 1);
      const history = await memory.claims.lists.history(ana, number);
      assert(history.ok);
      const { event, side } = history.value.entries[0] ?? assert.fail();
      assert.deepEqual([side, event], ['system', { kind: 'SubscriptionEnded', subscriptionId: id }]);
      const news = (await alerts()).filter(
        ({ topic, version }) => topic === number && version === claim.version,
      );
      assert.deepEqual(
        news.map(({ recipients }) => recipients),
        [[{ to: { kind: 'person', personId: ana.personId }, notify: true, result: 'waiting' }]],
      );
      assert.deepEqual((await memory.claims.view(ana, claim)).endedSubscriptions, [id]);

      const written = files.batches.length;
      await says('Ended');
      assert.equal(files.batches.length, written, 'the second import');
      assert.equal((await endings()).length, 1);
    });

    it('ends a contest: both partners and the reviewers’ card, whoever held or contended', async () => {
      const first = await memory.submitted(ana, fieldService);
      const second = await memory.submitted(nils, northwind);
      assert(isContested((await slotNow()) ?? assert.fail()));
      await files.done('customers', [
        {
          tenantId: contoso,
          name: 'Contoso',
          domains: ['contoso.com'],
          subscriptions: subscriptionIn('Ended').map(({ tenantId: _customer, ...rest }) => rest),
        },
      ]);
      const [told] = await endings();
      assert.deepEqual(
        told?.recipients.map(({ to }) => to),
        [
          { kind: 'reviewers' },
          { kind: 'claim', number: first.number },
          { kind: 'claim', number: second.number },
        ],
      );
      await memory.announce(await alerts());
      for (const { number, status } of [first, second]) {
        assert.equal((await claimNow(number)).status, status);
        const history = await memory.claims.lists.history(rita, number);
        assert(history.ok);
        assert.equal(history.value.entries[0]?.event.kind, 'SubscriptionEnded');
      }
      const contest = await memory.claims.contest(rita, { customerTenantId: contoso, slot });
      assert(contest.ok);
      const { contested, ended, claims, lines } = contest.value.contest;
      assert.deepEqual([contested, ended], [false, true]);
      assert.deepEqual(
        claims.map((claim) => claim.number),
        [first.number, second.number],
      );
      assert.deepEqual(lines, [{ kind: 'product', product, subscriptionId: id }]);
    });

    it('lets a claim be approved without taking a slot, and the competing claim too', async () => {
      const first = await memory.submitted(ana, fieldService);
      const second = await memory.submitted(nils, northwind);
      await says('Ended');
      for (const { number } of [first, second]) {
        await memory.did(rita, number, reviewing);
        const claim = await memory.did(rita, number, { name: 'approve', confirmed: true });
        assert.equal(claim.status, 'Approved');
      }
      const after = await slotNow();
      assert.deepEqual([after?.ended, after?.holder, after?.pending], [true, undefined, []]);
    });

    it('alerts nobody if nobody claimed it, and nobody can claim it later (E7)', async () => {
      await says('Ended');
      assert.deepEqual(await endings(), []);
      const target = { number: await memory.draft(ana, fieldService), commandId: memory.newCommandId() };
      assert.equal(refusalOf(await memory.claims.submit(ana, target)).code, 'incomplete');
      assert.deepEqual((await slotNow())?.pending, []);
    });

    it('opens the slot again when the subscription is there again, and can be told of another end', async () => {
      const { number } = await memory.submitted(ana, fieldService);
      await says('Ended');
      await says('Active');
      assert.deepEqual(await slotNow(), { slot, version: 3, endedClaims: [number], pending: [] });
      const { number: again } = await memory.submitted(nils, northwind);
      assert.deepEqual(
        (await slotNow())?.pending.map((contender) => contender.number),
        [again],
      );
      await says('Ended');
      assert.equal((await endings()).length, 2);
      assert.equal((await memory.claims.view(ana, await claimNow(number))).endedSubscriptions?.length, 1);
    });

    it('remembers the end when the subscription is there again: an approval takes no slot, a new claim does', async () => {
      const old = await memory.submitted(ana, fieldService);
      const rival = await memory.submitted(nils, northwind);
      await says('Ended');
      await memory.announce(await alerts());
      await says('Active');
      assert.deepEqual(await slotNow(), {
        slot,
        version: 4,
        endedClaims: [old.number, rival.number],
        pending: [],
      });

      await memory.did(rita, old.number, reviewing);
      const approved = await memory.did(rita, old.number, { name: 'approve', confirmed: true });
      assert.deepEqual(approved.endedSubscriptions, [id], 'kept from status to status');
      assert.deepEqual((await memory.claims.view(ana, approved)).endedSubscriptions, [id]);
      assert.equal((await slotNow())?.holder, undefined);

      // No E5: the company's ended claim is not on the slot.
      const { number } = await memory.submitted(ana, fieldService);
      assert.deepEqual(
        (await slotNow())?.pending.map((contender) => contender.number),
        [number],
      );
      assert.equal((await memory.claims.view(ana, await claimNow(number))).endedSubscriptions, undefined);
      await memory.did(rita, number, reviewing);
      await memory.did(rita, number, { name: 'approve', confirmed: true });
      assert.deepEqual((await slotNow())?.holder, { partnerId: 'fabrikam', claims: [number] });

      // A claim that holds it since does not compete with the other ended claim.
      await memory.did(rita, rival.number, reviewing);
      await memory.did(rita, rival.number, { name: 'approve', confirmed: true });
      assert.deepEqual((await slotNow())?.holder, { partnerId: 'fabrikam', claims: [number] });
      assert.deepEqual((await memory.claims.view(rita, await claimNow(rival.number))).contests, []);
    });

    it('keeps an ended claim out of the contest that begins on the slot later', async () => {
      const old = await memory.submitted(ana, fieldService);
      await says('Ended');
      await says('Active');
      await memory.submitted(ana, fieldService);
      await memory.submitted(nils, northwind);
      assert(isContested((await slotNow()) ?? assert.fail()));
      const ofContest = async () => (await alerts()).filter(({ topic }) => topic.endsWith(slot)).length;
      const before = await ofContest();
      await memory.did(rita, old.number, reviewing);
      await memory.did(rita, old.number, { name: 'approve', confirmed: true });
      assert.equal(await ofContest(), before, 'nothing is told about the contest');
      const approved = await claimNow(old.number);
      assert.deepEqual((await memory.claims.view(rita, approved)).contests, []);
      assert(!(await memory.claims.view(ana, approved)).may.includes('addProof'), 'R60: it holds nothing');
    });

    it('informs a claim of an end once, however often the system is asked to', async () => {
      const { number } = await memory.submitted(ana, fieldService);
      const ending = { name: 'announceSubscriptionEnd', subscriptionId: id } as const;
      const told = await memory.did(system, number, ending);
      assert.deepEqual(
        told.comments.map((comment) => 'notice' in comment && comment.notice),
        ['subscriptionEnded'],
      );
      const again = await memory.claims.execute(system, { number, commandId: memory.newCommandId() }, ending);
      assert.equal(refusalOf(again).code, 'changedMeanwhile');
    });

    it('misses no claim that is submitted while the import runs', async () => {
      const draft = await memory.draft(ana, fieldService);
      const elsewhere = memory.startProcess();
      // The slot is not there yet when the import looks; the claim comes before it writes.
      let submitted = false;
      const beaten = {
        ...memory.store,
        async batch(...asked: Parameters<typeof memory.store.batch>) {
          if (!submitted) {
            submitted = true;
            const target = { number: draft, commandId: memory.newCommandId() };
            assert((await elsewhere.submit(ana, target)).ok);
          }
          return await memory.store.batch(...asked);
        },
      };
      const racing = importing(beaten);
      await racing.done('subscriptions', subscriptionIn('Ended'), { now: memory.now });
      racing.remove();
      assert.deepEqual(await slotNow(), {
        slot,
        version: 2,
        ended: true,
        endedClaims: [draft],
        pending: [],
      });
      assert.deepEqual(
        (await endings()).flatMap(({ recipients }) => recipients.map(({ to }) => to)),
        [{ kind: 'claim', number: draft }],
      );
    });
  });
}
