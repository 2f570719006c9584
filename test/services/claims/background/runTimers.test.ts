// Above 200 lines: a partner who does not answer, day by day, with every interruption, on both stores.

import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/calendar/calendar.ts';
import type { Alert } from '../../../../services/domain/alert.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { aProof, contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { runTimers } from '../../../support/dueWork.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { crashingStore } from '../../../support/storeWrappers.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const ask = { name: 'requestInformation', reasons: ['DatesMissingOrOld'], comment: 'When?' } as const;
const calendar = createCalendar();

// Asked on Monday, 23 November 2026, at 10:00 in Los Angeles. Thanksgiving is the 26th: the fifth business day is Tuesday.
const answerBy = '2026-12-02T08:00:00.000Z';
const mondayMorning = '2026-11-30T17:00:00.000Z';
const tuesdayMorning = '2026-12-01T17:00:00.000Z';
// The thirtieth day after 2 December is New Year: the last two business days are the Wednesday and Thursday before.
const disputeUntil = '2027-01-02T08:00:00.000Z';

for (const { adapter, open } of adapters) {
  describe(`When the partner was asked for more and says nothing, on ${adapter} (R73, R79)`, () => {
    let world: MemoryClaims;
    let number: string;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      ({ number } = await world.submitted(ana));
      await world.did(rita, number, { name: 'startReview' });
      await world.did(rita, number, ask);
    });
    afterEach(() => world.close());

    const run = (claims = world.claims, store: DocumentStore = world.store) =>
      runTimers({ store, claims, calendar, now: world.now, onError: assert.fail });
    const goTo = (instant: string) => world.tick(Date.parse(instant) - world.now().getTime());
    const claimNow = async () => grantedValue(await world.claims.get(ana, number)) as SubmittedClaim;
    async function alerts(event: string): Promise<Alert[]> {
      const { documents } = await world.store.query<Alert>({
        type: 'alert',
        equals: { topic: number },
        order: { field: 'nextAttemptAt', direction: 'ascending' },
        limit: 100,
      });
      return documents
        .map(({ body }) => body)
        .filter((alert) => alert.kind === 'claim' && alert.event === event);
    }
    const reminders = async () => (await alerts('deadlineNear')).map(({ recipients }) => recipients[0]?.from);

    it('does nothing before the first reminder', async () => {
      goTo('2026-11-29T18:59:59.999Z');
      assert.equal(await run(), 0);
      assert.deepEqual(await reminders(), []);
    });

    it('reminds on each of the last two business days, on the reader’s morning, and then rejects', async () => {
      goTo(mondayMorning);
      assert.equal(await run(), 1);
      assert.equal(await run(), 0);
      assert.deepEqual(await reminders(), [mondayMorning]);
      goTo(tuesdayMorning);
      assert.equal(await run(), 1);
      assert.deepEqual(await reminders(), [mondayMorning, tuesdayMorning]);

      goTo('2026-12-02T07:59:59.999Z');
      assert.equal(await run(), 0);
      assert.equal((await claimNow()).status, 'PartnerActionRequired');
      goTo(answerBy);
      assert.equal(await run(), 1);
      const claim = await claimNow();
      assert(claim.status === 'Rejected');
      assert.deepEqual(
        [claim.reason, claim.rejectedAt, claim.rejectedBy.id, claim.disputeUntil],
        ['NoPartnerResponse', answerBy, 'system', disputeUntil],
      );
      const told = await alerts('rejected');
      assert.deepEqual(
        told.map(({ recipients }) => recipients[0]?.to),
        [{ kind: 'person', personId: ana.personId }],
      );
    });

    it('leaves the slot, and says in the history what happened (R96, D6)', async () => {
      goTo(answerBy);
      await run();
      const slot = await world.store.read<{ pending: unknown[] }>(contoso, 'slot:workload:exchange-online');
      assert.deepEqual(slot?.body.pending, []);
      const { entries } = grantedValue(await world.claims.lists.history(rita, number));
      const [newest] = entries;
      assert.deepEqual(
        [newest?.at, newest?.side, newest?.event],
        [answerBy, 'system', { kind: 'ClaimRejected', reason: 'NoPartnerResponse', comment: '' }],
      );
    });

    it('writes no reminder into the history, and changes nothing of the claim by it', async () => {
      const before = await claimNow();
      goTo(mondayMorning);
      await run();
      const { dueAt, version, ...after } = await claimNow();
      assert.deepEqual({ ...after, dueAt: before.dueAt, version: before.version }, before);
      assert.deepEqual([dueAt, version], ['2026-11-30T19:00:00.000Z', before.version + 1]);
    });

    it('acts as of its own time after a week of downtime, without reminders that are no longer needed', async () => {
      goTo('2026-12-09T20:00:00.000Z');
      assert.equal(await run(), 1);
      const claim = await claimNow();
      assert(claim.status === 'Rejected');
      assert.equal(claim.rejectedAt, answerBy);
      assert.deepEqual(await reminders(), []);
    });

    it('handles in the same run everything that the end itself makes due, however long the pause was', async () => {
      // The end, and both reminders of the time to dispute, which nobody is told any more.
      goTo('2027-03-01T20:00:00.000Z');
      assert.equal(await run(), 3);
      assert.equal((await claimNow()).dueAt, undefined);
      assert.equal(await run(), 0);
    });

    it('is not held up by a claim whose timer fails, names that one, and runs it the next time', async () => {
      const other = await world.submitted(ana, { lines: 'teams', claimName: 'Contoso Teams' });
      await world.did(rita, other.number, { name: 'startReview' });
      await world.did(rita, other.number, ask);
      goTo(answerBy);
      const failed: string[] = [];
      const { execute } = world.claims;
      const acted = await runTimers({
        store: world.store,
        claims: {
          execute: async (actor, target, command) => {
            if (target.number === number) throw new Error('The store is away.');
            return await execute(actor, target, command);
          },
        },
        calendar,
        now: world.now,
        onError: (_error, which) => failed.push(which),
      });
      assert.equal(acted, 1);
      assert.deepEqual([...new Set(failed)], [number]);
      assert.equal(await run(), 1);
      assert.equal((await claimNow()).status, 'Rejected');
    });

    it('lets each reminder end where the next one begins, the last at the deadline', async () => {
      goTo('2026-12-01T20:00:00.000Z');
      assert.equal(await run(), 2);
      const times = (await alerts('deadlineNear')).map(({ recipients: [ana] }) => [ana?.from, ana?.until]);
      assert.deepEqual(times, [
        [mondayMorning, tuesdayMorning],
        [tuesdayMorning, answerBy],
      ]);
    });

    it('still reminds of the first day when the pause has ended on it', async () => {
      // Tuesday's reminder is made by then too: its morning has begun on the other side of the date line.
      goTo('2026-11-30T20:00:00.000Z');
      assert.equal(await run(), 2);
      assert.deepEqual(await reminders(), [mondayMorning, tuesdayMorning]);
    });

    it('reminds of the end of the time to dispute too', async () => {
      goTo(answerBy);
      await run();
      goTo('2026-12-30T17:00:00.000Z');
      assert.equal(await run(), 1);
      goTo('2026-12-31T17:00:00.000Z');
      assert.equal(await run(), 1);
      assert.deepEqual(await reminders(), ['2026-12-30T17:00:00.000Z', '2026-12-31T17:00:00.000Z']);
      goTo('2027-03-01T17:00:00.000Z');
      assert.equal(await run(), 0);
      assert.equal((await claimNow()).dueAt, undefined);
    });

    it('acts once in two processes that look at the same moment', async () => {
      goTo(answerBy);
      const [one, other] = await Promise.all([run(world.startProcess()), run(world.startProcess())]);
      assert.equal(one + other, 1);
      assert.equal((await alerts('rejected')).length, 1);
    });

    it('reminds once in two processes that look at the same moment', async () => {
      goTo(mondayMorning);
      const [one, other] = await Promise.all([run(world.startProcess()), run(world.startProcess())]);
      assert.equal(one + other, 1);
      assert.deepEqual(await reminders(), [mondayMorning]);
    });

    it('reminds once when another process has done it between the look and the command', async () => {
      goTo(answerBy);
      await run();
      // A month after the claim's last change, when no mark of what was done is kept any more.
      goTo('2026-12-30T17:00:00.000Z');
      const { execute } = world.startProcess();
      const slow: typeof execute = async (...asked) => {
        await run();
        return await execute(...asked);
      };
      const looked = { store: world.store, calendar, now: world.now, onError: assert.fail };
      assert.equal(await runTimers({ ...looked, claims: { execute: slow } }), 0);
      assert.deepEqual(await reminders(), ['2026-12-30T17:00:00.000Z']);
    });

    for (const saved of [false, true]) {
      it(`acts once when the process dies ${saved ? 'right after' : 'before'} saving`, async () => {
        goTo(answerBy);
        const dying = crashingStore(world.store, { at: 1, saved });
        const failures: unknown[] = [];
        await runTimers({
          store: dying,
          claims: world.startProcess(dying),
          calendar,
          now: world.now,
          onError: (error) => failures.push(error),
        });
        assert.equal(failures.length, 1);
        assert.equal(await run(), saved ? 0 : 1);
        assert.equal((await claimNow()).status, 'Rejected');
        assert.equal((await alerts('rejected')).length, 1);
      });
    }

    it('takes no answer any more once the time is over, even if nobody has looked yet', async () => {
      goTo(answerBy);
      const target = { number, version: (await claimNow()).version, commandId: world.newCommandId() };
      const woken = world.committed();
      const late = await world.claims.execute(ana, target, { name: 'resubmit', answer: 'Here.' });
      assert.equal(world.committed(), woken + 1, 'the rejection is told at once');
      assert.deepEqual(refusalOf(late), { code: 'tooLate', data: { until: answerBy } });
      const claim = await claimNow();
      assert(claim.status === 'Rejected');
      assert.deepEqual([claim.reason, claim.rejectedAt], ['NoPartnerResponse', answerBy]);
      assert.equal(await run(), 0);
    });

    for (const command of [
      { name: 'addProof', proof: aProof({ id: 'late' }) },
      { name: 'edit', changes: { mpnId: '4512088' } },
    ] as const) {
      it(`takes no ${command.name} at that very instant either, whoever looks first`, async () => {
        goTo(answerBy);
        const target = { number, commandId: world.newCommandId() };
        assert.equal(refusalOf(await world.claims.execute(ana, target, command)).code, 'tooLate');
        const claim = await claimNow();
        assert.deepEqual([claim.status, claim.proofs.length], ['Rejected', 1]);
      });
    }

    it('accepts a comment at that very instant, on the claim that has just been rejected (R84)', async () => {
      goTo(answerBy);
      const claim = await world.did(ana, number, { name: 'comment', text: 'We were too slow.' });
      assert.equal(claim.status, 'Rejected');
      const { entries } = grantedValue(await world.claims.lists.history(rita, number));
      assert.deepEqual(
        entries.slice(0, 2).map(({ event }) => event.kind),
        ['Commented', 'ClaimRejected'],
      );
      assert.equal(await run(), 0);
      assert.equal(claim.dueAt, '2026-12-29T19:00:00.000Z', 'and is reminded of the time to dispute');
    });

    it('does not count an answer that was given in time as late when its press arrives again', async () => {
      goTo('2026-12-02T07:59:59.999Z');
      const target = { number, commandId: world.newCommandId() };
      const resubmit = { name: 'resubmit', answer: 'Here.' } as const;
      assert((await world.claims.execute(ana, target, resubmit)).ok);
      goTo('2026-12-02T08:00:05.000Z');
      const { repeated, claim } = grantedValue(await world.claims.execute(ana, target, resubmit));
      assert.deepEqual([repeated, claim.status], [true, 'Submitted']);
    });

    it('ends once when the clock is turned back after the end and goes on again', async () => {
      goTo(answerBy);
      await run();
      goTo('2026-11-24T18:00:00.000Z');
      assert.equal(await run(), 0);
      await world.did(ana, number, { name: 'comment', text: 'What time is it?' });
      goTo('2026-12-03T18:00:00.000Z');
      assert.equal(await run(), 0);
      const claim = await claimNow();
      assert(claim.status === 'Rejected');
      assert.deepEqual([claim.rejectedAt, claim.disputeUntil], [answerBy, disputeUntil]);
      assert.equal((await alerts('rejected')).length, 1);
      goTo('2026-12-31T20:00:00.000Z');
      assert.equal(await run(), 2);
    });

    it('accepts an answer until the last moment, and sends no reminders after it', async () => {
      goTo('2026-12-02T07:59:59.999Z');
      await world.did(ana, number, { name: 'resubmit', answer: 'Here.' });
      goTo('2027-01-31T08:00:00.000Z');
      assert.equal(await run(), 0);
      assert.equal((await claimNow()).status, 'Submitted');
    });

    it('still reminds when somebody has commented between the due time and the sweep', async () => {
      goTo(mondayMorning);
      await world.did(ana, number, { name: 'comment', text: 'We are at it.' });
      assert.equal(await run(), 1);
      assert.deepEqual(await reminders(), [mondayMorning]);
    });

    it('does nothing when the clock has been turned back', async () => {
      goTo(mondayMorning);
      await run();
      goTo('2026-11-24T18:00:00.000Z');
      assert.equal(await run(), 0);
      goTo(mondayMorning);
      assert.equal(await run(), 0);
    });
  });
}
