import assert from 'node:assert/strict';
import { createCalendar } from '../../../services/calendar/calendar.ts';
import { writeDigest } from '../../../services/claims/background/digest.ts';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import { createDispatcher } from '../../../services/outbox/dispatcher.ts';
import { createLease } from '../../../services/outbox/lease.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { runTimers, sweepDrafts } from '../../support/dueWork.ts';
import { fakeDeliver } from '../../support/fakeDeliver.ts';
import { type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const calendar = createCalendar();
const leaseMs = 8000;

for (const { adapter, open } of adapters) {
  describe(`When two programs keep the clocks of one store, ${adapter}`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    let teams: ReturnType<typeof fakeDeliver>;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      teams = fakeDeliver();
    });
    afterEach(() => world.close());

    /** A process of its own: everything that runs beside the turns, as its loops would run it. */
    function program(owner: string) {
      const { store, now } = world;
      const claims = world.startProcess();
      const dispatcher = createDispatcher({
        store,
        directory: createDirectory(store, { now }),
        readersOf: claims.presentReaders,
        lease: createLease({ store, name: 'dispatcher', owner, holdMs: leaseMs, now }),
        deliver: teams.deliver,
        now,
        onError: assert.fail,
      });
      return {
        sweep: () =>
          Promise.all([
            runTimers({ store, claims, calendar, now, onError: assert.fail }),
            sweepDrafts(world, claims),
            writeDigest({ store, calendar, now }),
          ]),
        send: () => dispatcher.sendDue(),
      };
    }
    const goTo = (instant: string) => world.tick(Date.parse(instant) - world.now().getTime());

    it('everything is done once and told once, whichever of them is first', async () => {
      const silent = await world.submitted(ana);
      await world.did(rita, silent.number, { name: 'startReview' });
      await world.did(rita, silent.number, {
        name: 'requestInformation',
        reasons: ['DatesMissingOrOld'],
        comment: 'When?',
      });
      await world.submitted(ana, { lines: 'teams', claimName: 'Contoso Teams' });
      await world.draft(ana, { claimName: 'Half a claim' });
      const programs = [program('one'), program('other')];
      const both = async () => {
        await Promise.all(programs.map(({ sweep }) => sweep()));
        await Promise.all(programs.map(({ send }) => send()));
      };
      await both();
      teams.take();

      const told: Record<string, string[]> = {};
      for (const instant of [
        '2026-11-30T17:00:00.000Z',
        '2026-12-01T17:00:00.000Z',
        '2026-12-02T08:00:00.000Z',
        '2026-12-02T17:00:00.000Z',
        '2026-12-08T08:00:00.000Z',
        '2026-12-08T17:00:00.000Z',
      ]) {
        // The reminder of a morning is made the evening before.
        goTo(new Date(Date.parse(instant) - 1000).toISOString());
        await both();
        const before = teams.take();
        goTo(instant);
        await both();
        await both();
        told[instant] = [...before, ...teams.take()]
          .filter((line) => !line.endsWith('(refresh)'))
          .map((line) => line.replace(/ v\d+ → .*/, ''))
          // They go to different people, side by side.
          .sort();
      }
      assert.deepEqual(told, {
        '2026-11-30T17:00:00.000Z': ['deadlineNear', 'digest'],
        '2026-12-01T17:00:00.000Z': ['deadlineNear', 'digest'],
        '2026-12-02T08:00:00.000Z': ['rejected'],
        '2026-12-02T17:00:00.000Z': ['digest'],
        // Of the mornings that were missed, only the current day's.
        '2026-12-08T08:00:00.000Z': ['digest'],
        // D13: a draft's day begins at midnight, and its owner hears of it in the morning.
        '2026-12-08T17:00:00.000Z': ['digest', 'draft'],
      });
    });

    it('the other takes over from one that dies while sending, once its lease is over', async () => {
      const number = await world.draft(ana);
      const [one, other] = [program('one'), program('other')];
      goTo('2026-12-08T17:00:00.000Z');
      await one.sweep();
      const died = Promise.withResolvers<{ kind: 'sent' }>();
      const begun = Promise.withResolvers<void>();
      teams.answer(() => {
        begun.resolve();
        return died.promise;
      });
      // It hangs for ever; its store is closed under it.
      one.send().catch(() => undefined);
      await begun.promise;
      assert.equal(await other.send(), false);
      world.tick(leaseMs);
      teams.answer({ kind: 'sent' });
      teams.take();
      assert.equal(await other.send(), true);
      assert.equal(teams.take().length, 1, number);
    });
  });
}
