// Above 200 lines: each thing that a jump stops at, on both stores.

import assert from 'node:assert/strict';
import { createTimeMachine } from '../../../local/clock/timeMachine.ts';
import type { Reached } from '../../../local/teams/views.ts';
import { createCalendar } from '../../../services/calendar/calendar.ts';
import { claimDocument } from '../../../services/claims/documents.ts';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import { clockOf } from '../../../services/domain/rules/claimClock.ts';
import { allowedCommands } from '../../../services/domain/rules/moves.ts';
import { contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { tellAll } from '../../support/draftAlerts.ts';
import { runTimers, sweepDrafts } from '../../support/dueWork.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const calendar = createCalendar();

for (const { adapter, open } of adapters) {
  describe(`When the time machine is used, on ${adapter}`, () => {
    let world: MemoryClaims;
    let caughtUp: string[];
    beforeEach(async () => {
      world = await memoryClaims({ open });
      caughtUp = [];
    });
    afterEach(() => world.close());

    /** What the bot does by itself, without the messages. */
    async function catchUp(): Promise<void> {
      const { store, claims, now } = world;
      await runTimers({ store, claims, calendar, now, onError: assert.fail });
      await sweepDrafts(world, claims);
      caughtUp.push(now().toISOString());
    }
    function machine() {
      const start = world.now().getTime();
      const clock = {
        now: world.now,
        aheadMs: () => world.now().getTime() - start,
        advanceTo: (instant: string) => world.tick(Math.max(0, Date.parse(instant) - world.now().getTime())),
      };
      return createTimeMachine({ clock, calendar, timeZone: 'UTC', store: world.store, catchUp });
    }
    /** Jumps to what is next, and says what and when that was (Pacific time is eight hours behind). */
    async function nextDeadline(times = machine()) {
      const { reached } = await times.jump('deadline', () => undefined);
      return [reached?.what, world.now().toISOString()];
    }
    async function asked(lines = 'exchange-online'): Promise<string> {
      const { number } = await world.submitted(ana, { lines, claimName: lines });
      await world.did(rita, number, { name: 'startReview' });
      await world.did(rita, number, {
        name: 'requestInformation',
        reasons: ['DatesMissingOrOld'],
        comment: 'When?',
      });
      return number;
    }

    it('goes to 09:00 of the next business day, and by a week, and catches up there', async () => {
      const times = machine();
      const moved: number[] = [];
      assert.deepEqual(await times.jump('businessDay', ({ aheadMs }) => moved.push(aheadMs)), {
        clock: { aheadMs: 23 * 3_600_000, timeZone: 'UTC' },
      });
      await times.jump('week', () => undefined);
      await times.jump('businessDay', () => undefined);
      assert.deepEqual(caughtUp, [
        '2026-11-24T17:00:00.000Z',
        '2026-12-01T17:00:00.000Z',
        '2026-12-02T17:00:00.000Z',
      ]);
      assert.deepEqual(moved, [23 * 3_600_000]);
    });

    it('keeps the hour of the centre over a week in which its clocks are changed (R78)', async () => {
      const times = machine();
      // 14 March 2027 begins summer time, 7 November ends it: 09:00 is 17:00 UTC in winter and 16:00 in summer.
      for (const [monday, weekLater] of [
        ['2027-03-08T17:00:00.000Z', '2027-03-15T16:00:00.000Z'],
        ['2027-11-01T16:00:00.000Z', '2027-11-08T17:00:00.000Z'],
      ] as const) {
        world.tick(Date.parse(monday) - world.now().getTime());
        await times.jump('week', () => undefined);
        assert.equal(world.now().toISOString(), weekLater);
      }
    });

    it('says that nothing is due, and stays', async () => {
      assert.deepEqual(await nextDeadline(), ['nothing', '2026-11-23T18:00:00.000Z']);
    });

    /** What the claim's card offers the partner now. */
    const offered = async (number: string) => {
      const claim = grantedValue(await world.claims.get(ana, number));
      assert(claim.status !== 'Editing');
      const at = world.now().toISOString();
      const may = allowedCommands(ana, claim, { at, contested: false });
      return { word: may.includes('comment'), over: clockOf(claim, at, calendar)?.overdue };
    };

    it('follows a silent partner: two mornings, the end, two more for the dispute, its end; then nothing', async () => {
      const number = await asked();
      const course = [];
      for (let times = 0; times < 5; times += 1) course.push(await nextDeadline());
      assert.deepEqual(await offered(number), { word: true, over: false });
      for (let times = 0; times < 2; times += 1) course.push(await nextDeadline());
      assert.deepEqual(await offered(number), { word: false, over: true }, 'R76, R84');
      assert.deepEqual(course, [
        ['reminder', '2026-11-30T17:00:00.000Z'],
        ['reminder', '2026-12-01T17:00:00.000Z'],
        ['answerDeadline', '2026-12-02T08:00:00.000Z'],
        ['reminder', '2026-12-30T17:00:00.000Z'],
        ['reminder', '2026-12-31T17:00:00.000Z'],
        ['disputeDeadline', '2027-01-02T08:00:00.000Z'],
        ['nothing', '2027-01-02T08:00:00.000Z'],
      ]);
    });

    it('says how many more things happen at the same time, counting only those that somebody notices', async () => {
      const [first, second] = [await asked(), await asked('teams')];
      await world.submitted(ana, { lines: 'intune', claimName: 'Elsewhere' });
      const times = machine();
      const course = [];
      for (let jumps = 0; jumps < 10; jumps += 1) {
        const { reached, more } = await times.jump('deadline', () => undefined);
        assert(reached);
        course.push([reached.what, world.now().toISOString(), more]);
        if (reached.what === 'answerDeadline') assert([first, second].includes(reached.number));
      }
      // The third claim waits for the reviewers, who are told of it each morning from 30 November on.
      assert.deepEqual(course.slice(0, 4), [
        ['reminder', '2026-11-30T17:00:00.000Z', 2],
        ['reminder', '2026-12-01T17:00:00.000Z', 2],
        ['answerDeadline', '2026-12-02T08:00:00.000Z', 2],
        ['digest', '2026-12-02T17:00:00.000Z', undefined],
      ]);
    });

    it('counts all whose time ends at once, also more than a page holds', async () => {
      const number = await asked();
      const last = grantedValue(await world.claims.get(ana, number)) as SubmittedClaim;
      const others = Array.from({ length: 120 }, (_, index): SubmittedClaim => {
        const dueAt = '2026-11-25T08:00:00.000Z';
        return {
          ...last,
          dueAt,
          answerBy: dueAt,
          number: `C-1111-${String(index).padStart(4, '0')}`,
        } as SubmittedClaim;
      });
      const writes = others.map((claim) => ({ kind: 'upsert', document: claimDocument(claim) }) as const);
      for (const part of [writes.slice(0, 60), writes.slice(60)])
        assert((await world.store.batch(contoso, part)).ok);
      const { reached, more } = await machine().jump('deadline', () => undefined);
      assert.deepEqual([reached?.what, more], ['answerDeadline', 119]);
    });

    it('stops at the end of each time to dispute, whatever was said on the claim meanwhile (R76)', async () => {
      const rejected = async (lines: string) => {
        const { number } = await world.submitted(ana, { lines, claimName: lines });
        await world.did(rita, number, { name: 'startReview' });
        const reject = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' } as const;
        return (await world.did(rita, number, reject)).number;
      };
      const first = await rejected('teams');
      world.tick(86_400_000);
      const second = await rejected('exchange-online');
      world.tick(86_400_000);
      await world.did(ana, first, { name: 'comment', text: 'Why?' });
      world.tick(Date.parse('2026-12-23T20:00:00.000Z') - world.now().getTime());
      await catchUp();
      const times = machine();
      const ends = [];
      for (let reached: Reached | undefined; reached?.what !== 'nothing'; ) {
        ({ reached } = await times.jump('deadline', () => undefined));
        if (reached?.what === 'disputeDeadline') ends.push([reached.number, world.now().toISOString()]);
      }
      assert.deepEqual(ends, [
        [first, '2026-12-24T08:00:00.000Z'],
        [second, '2026-12-25T08:00:00.000Z'],
      ]);
    });

    it('finds the nearest end of a time to dispute among more rejected claims than a page holds', async () => {
      const { number } = await world.submitted(ana);
      await world.did(rita, number, { name: 'startReview' });
      const reject = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' } as const;
      const { dueAt: _told, ...last } = await world.did(rita, number, reject);
      const others = Array.from({ length: 100 }, (_, index): SubmittedClaim => {
        const later = { disputeUntil: '2026-12-30T08:00:00.000Z', updatedAt: '2026-11-22T18:00:00.000Z' };
        return { ...last, ...later, number: `C-1111-${String(index).padStart(4, '0')}` } as SubmittedClaim;
      });
      for (const claims of [others, [last]]) {
        const writes = claims.map((claim) => ({ kind: 'upsert', document: claimDocument(claim) }) as const);
        assert((await world.store.batch(contoso, writes)).ok);
      }
      world.tick(Date.parse('2026-12-24T07:59:59.999Z') - world.now().getTime());
      assert.deepEqual(await nextDeadline(), ['disputeDeadline', '2026-12-24T08:00:00.000Z']);
    });

    it('goes on from what is due already, although nobody has looked since', async () => {
      await asked();
      world.tick(Date.parse('2026-12-01T00:00:00.000Z') - world.now().getTime());
      assert.deepEqual(await nextDeadline(), ['reminder', '2026-12-01T17:00:00.000Z']);
    });

    it('does not stop for a reminder that is no longer needed', async () => {
      const number = await asked();
      // The reminder is made the evening before, and waits for the morning.
      world.tick(Date.parse('2026-11-29T20:00:00.000Z') - world.now().getTime());
      await catchUp();
      await world.did(ana, number, { name: 'resubmit', answer: 'Here.' });
      const [what] = await nextDeadline();
      assert.equal(what, 'digest');
    });

    it('stops for the digests of a review, from the business day before, and for its deadline', async () => {
      await world.submitted(ana);
      assert.deepEqual(
        [await nextDeadline(), await nextDeadline(), await nextDeadline(), await nextDeadline()],
        [
          ['digest', '2026-11-30T17:00:00.000Z'],
          ['digest', '2026-12-01T17:00:00.000Z'],
          ['reviewOverdue', '2026-12-02T08:00:00.000Z'],
          ['digest', '2026-12-02T17:00:00.000Z'],
        ],
      );
    });

    it('stops where a decision is overdue, as where a beginning is (R72, D10)', async () => {
      const { number } = await world.submitted(ana);
      world.tick(2 * 86_400_000);
      await world.did(rita, number, { name: 'startReview' });
      const times = machine();
      let reached: Reached | undefined;
      while (reached?.what !== 'reviewOverdue' && reached?.what !== 'nothing')
        ({ reached } = await times.jump('deadline', () => undefined));
      assert.deepEqual(reached, { what: 'reviewOverdue', number });
      assert.equal(world.now().toISOString(), '2026-12-04T08:00:00.000Z');
      const { claims } = grantedValue(await world.claims.lists.queue(rita));
      assert.equal(claims[0]?.clock?.overdue, true);
    });

    it('follows a draft that nobody changes to its end (D13)', async () => {
      const number = await world.draft(ana);
      assert.deepEqual(
        [await nextDeadline(), await nextDeadline()],
        [
          ['draftReminder', '2026-12-08T17:00:00.000Z'],
          ['draftNotice', '2027-02-14T17:00:00.000Z'],
        ],
      );
      await tellAll(world.store, number);
      assert.deepEqual(
        [await nextDeadline(), await nextDeadline()],
        [
          ['draftEnd', '2027-02-22T08:00:00.000Z'],
          ['nothing', '2027-02-22T08:00:00.000Z'],
        ],
      );
      assert.equal((await world.claims.get(ana, number)).ok, false);
    });

    it('stops for a draft at once where its owner’s morning begins with the centre’s day (D13)', async () => {
      const zonesOf = async () => ({ [ana.personId]: 'Europe/Madrid' });
      const madrid = await memoryClaims({ open, zonesOf });
      const number = await madrid.draft(ana);
      const times = createTimeMachine({
        clock: {
          now: madrid.now,
          aheadMs: () => 0,
          advanceTo: (instant) => madrid.tick(Date.parse(instant) - madrid.now().getTime()),
        },
        calendar,
        timeZone: 'UTC',
        store: madrid.store,
        catchUp: async () => {
          await sweepDrafts(madrid, madrid.claims);
          await tellAll(madrid.store, number);
        },
      });
      const { reached } = await times.jump('deadline', () => undefined);
      assert.deepEqual(reached, { what: 'draftReminder', number });
      assert.equal(madrid.now().toISOString(), '2026-12-08T08:00:00.000Z');
      await madrid.close();
    });

    it('does not stop for a draft’s reminder that is no longer needed (D13)', async () => {
      const number = await world.draft(ana);
      world.tick(Date.parse('2026-12-08T08:00:00.000Z') - world.now().getTime());
      await catchUp();
      await world.claims.drafts.save(ana, world.target(number), { claimName: 'Changed at night' });
      assert.deepEqual(await nextDeadline(), ['draftReminder', '2026-12-23T17:00:00.000Z']);
    });

    it('does one jump after the other, whoever asks, also after one that failed', async () => {
      let fails = true;
      const times = createTimeMachine({
        clock: {
          now: world.now,
          aheadMs: () => 0,
          advanceTo: (instant) => world.tick(Date.parse(instant) - world.now().getTime()),
        },
        calendar,
        timeZone: 'UTC',
        store: world.store,
        catchUp: async () => {
          await catchUp();
          if (fails) throw new Error('The store is away.');
        },
      });
      const first = times.jump('week', () => undefined);
      const second = times.jump('week', () => {
        fails = false;
      });
      await assert.rejects(first);
      await second;
      assert.deepEqual(caughtUp, ['2026-11-30T18:00:00.000Z', '2026-12-07T18:00:00.000Z']);
    });
  });
}
