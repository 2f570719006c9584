import assert from 'node:assert/strict';
import {
  claimId,
  draftDocument,
  draftId,
  numberPartition,
  partnerPartition,
} from '../../../../services/claims/documents.ts';
import type { Draft } from '../../../../services/domain/claim.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { draftAlerts, tellAll } from '../../../support/draftAlerts.ts';
import { sweepDrafts } from '../../../support/dueWork.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { Crash, crashingStore, interleavingStore, pausingStore } from '../../../support/storeWrappers.ts';

// Above 200 lines: a draft's life on both stores, and every point at which it can be interrupted.

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const greta = fromDemo('Greta Lindqvist');
const dayMs = 86_400_000;
const pk = partnerPartition('fabrikam');

for (const { adapter, open } of adapters) {
  describe(`When nobody changes a draft on ${adapter} (D13)`, function () {
    this.timeout(30_000);
    let world: MemoryClaims;
    let number: string;
    beforeEach(async () => {
      world = await memoryClaims({ open });
      number = await world.draft(ana);
    });
    afterEach(() => world.close());

    const days = (count: number) => world.tick(count * dayMs);
    const sweep = (store: DocumentStore = world.store) =>
      sweepDrafts({ ...world, store }, world.startProcess(store));
    const draft = async () => (await world.store.read<Draft>(pk, draftId(number)))?.body;
    const isThere = async () => (await world.claims.get(ana, number)).ok;
    const waiting = async () => (await draftAlerts(world.store, number)).map(({ event }) => event);
    /** What has been said since the last time. */
    const said = async () => {
      const events = await waiting();
      await tellAll(world.store, number);
      return events;
    };

    it('reminds after 14 days, gives notice on day 83, deletes after day 90, each of them once', async () => {
      const course: string[] = [];
      for (let day = 1; day <= 95; day += 1) {
        days(1);
        await sweep();
        await sweep();
        course.push(...(await said()).map((event) => `${event} on day ${day}`));
        if (!(await isThere())) {
          course.push(`gone on day ${day}`);
          break;
        }
      }
      // Each sweep is at ten in the morning: a day that ends at 24:00 is over on the next.
      assert.deepEqual(course, [
        'draftReminder on day 15',
        'draftNotice on day 83',
        'draftDeleted on day 91',
        'gone on day 91',
      ]);
    });

    it('keeps its version and the time of its last change, so an open form stays valid', async () => {
      const before = await draft();
      days(15);
      await sweep();
      const { due: _due, dueAt: _dueAt, ...after } = (await draft()) ?? assert.fail();
      const { due: _before, dueAt: _beforeAt, ...same } = before ?? assert.fail();
      assert.deepEqual(after, same);
    });

    it('starts its clock anew with every change of any kind', async () => {
      days(13);
      const target = () => world.target(number);
      for (const change of [
        () => world.claims.drafts.save(ana, target(), {}),
        () => world.claims.drafts.removeProof(ana, target(), 'file-1'),
        () => world.claims.drafts.takeOver(ben, target()),
      ]) {
        grantedValue(await change());
        days(13);
        await sweep();
        assert.deepEqual(await waiting(), []);
      }
      days(2);
      await sweep();
      assert.deepEqual(await waiting(), ['draftReminder']);
    });

    it('tells who keeps it and who filed it (R99)', async () => {
      grantedValue(await world.claims.drafts.takeOver(ben, { number, commandId: 'mine now' }));
      days(15);
      await sweep();
      const [reminder] = await draftAlerts(world.store, number);
      assert.deepEqual(
        reminder?.recipients,
        [ben, ana].map(({ personId }) => ({
          to: { kind: 'person', personId },
          notify: true,
          result: 'waiting',
          from: '2026-12-08T17:00:00.000Z',
          until: '2027-02-14T08:00:00.000Z',
        })),
      );
    });

    it('updates the cards of both when it is gone, but not the card of the person who deleted it (R99)', async () => {
      const refreshed: Record<string, unknown> = {};
      for (const actor of [ana, ben, greta]) {
        number = await world.draft(ana, { claimName: actor.name });
        const { version } = grantedValue(await world.claims.drafts.takeOver(ben, world.target(number)));
        const target = { ...world.target(number), version };
        grantedValue(await world.claims.deleteDraft(actor, target));
        const [alert] = await draftAlerts(world.store, number);
        refreshed[actor.name] = alert?.recipients.map(({ to, notify }) => ({ ...to, notify }));
      }
      const card = ({ personId }: typeof ana) => ({ kind: 'person', personId, notify: false });
      assert.deepEqual(refreshed, {
        'Ana Ruiz': [card(ben)],
        'Ben Okafor': [card(ana)],
        'Greta Lindqvist': [card(ben), card(ana)],
      });
    });

    for (const pause of [40, 100, 400]) {
      it(`is not deleted without notice after a pause of ${pause} days, and nobody is alerted twice`, async () => {
        days(pause);
        await sweep();
        const isNear = pause > 83;
        assert.deepEqual(await said(), [isNear ? 'draftNotice' : 'draftReminder']);
        if (!isNear) return;
        days(7);
        await sweep();
        assert(await isThere());
        days(1);
        await sweep();
        assert(!(await isThere()));
      });
    }

    it('waits seven days more when its notice was written but nobody has been told by the end', async () => {
      days(83);
      await sweep();
      days(30);
      await sweep();
      assert(await isThere());
      assert.deepEqual(await said(), ['draftNotice']);
      days(7);
      await sweep();
      assert(await isThere());
      days(1);
      await sweep();
      assert(!(await isThere()));
    });

    for (const seed of [1, 2, 3]) {
      it(`is told and deleted once by processes that sweep at once (${seed})`, async () => {
        const together = () =>
          Promise.all([0, 50, 100].map((more) => sweep(interleavingStore(world.store, seed + more))));
        days(15);
        const reminded = await together();
        days(68);
        const noticed = await together();
        assert.deepEqual(await said(), ['draftReminder', 'draftNotice']);
        days(8);
        const deleted = await together();
        for (const counts of [reminded, noticed, deleted])
          assert.deepEqual(
            counts.reduce((sum, count) => sum + count),
            1,
          );
        assert(!(await isThere()));
      });
    }

    for (const saved of [false, true]) {
      for (const [what, day, event] of [
        ['reminding', 15, 'draftReminder'],
        ['giving notice', 83, 'draftNotice'],
        ['deleting', 91, 'draftDeleted'],
      ] as const) {
        it(`is done once when the process dies ${saved ? 'after' : 'before'} ${what}`, async () => {
          for (const earlier of [15, 83].filter((known) => known < day)) {
            days(earlier === 15 ? 15 : 68);
            await sweep();
            await tellAll(world.store, number);
          }
          days(day === 15 ? 15 : day === 83 ? 68 : 8);
          const dying = sweep(crashingStore(world.store, { at: 1, saved }));
          await assert.rejects(dying, ({ errors }: AggregateError) => errors[0] instanceof Crash);
          assert.deepEqual(await waiting(), saved ? [event] : []);
          await sweep();
          assert.deepEqual(await waiting(), [event]);
          assert.equal(await isThere(), day !== 91);
        });
      }
    }

    it('causes no alert and is not deleted when it is changed at that very moment', async () => {
      for (const after of [15, 83]) {
        days(after);
        const seen = await draft();
        const changing = pausingReads(world.store, draftId(number), async () => {
          grantedValue(await world.claims.drafts.save(ana, { number, commandId: `saving ${after}` }, {}));
        });
        assert.equal(await sweep(changing), 0);
        assert.deepEqual(await waiting(), []);
        assert.equal((await draft())?.version, (seen?.version ?? 0) + 1);
      }
    });

    it('with a submission that broke off, is deleted and cannot appear any more', async () => {
      const dying = world.startProcess(crashingStore(world.store, { at: 2, saved: true }));
      await assert.rejects(dying.submit(ana, { number, commandId: 'the press' }), Crash);
      await toTheEnd();
      assert(!(await isThere()));
      assert.equal((await world.store.read(contoso, claimId(number)))?.type, 'abandoned');
    });

    it('with a submission under way in another process, is a claim or gone, never both', async () => {
      for (const standsStillAfter of [1, 2]) {
        number = await world.draft(ana, { lines: standsStillAfter === 1 ? 'teams' : 'intune' });
        const slow = world.startProcess(pausingStore(world.store, standsStillAfter, () => toTheEnd()));
        const submitted = await slow.submit(ana, { number, commandId: `the press ${number}` });
        assert.equal(refusalOf(submitted).code, 'draftDeleted');
        assert(!(await isThere()));
      }
    });

    it('left next to its claim by a crash, is removed without an alert', async () => {
      const dying = world.startProcess(crashingStore(world.store, { at: 4, saved: false }));
      await assert.rejects(dying.submit(ana, { number, commandId: 'the press' }), Crash);
      days(15);
      await sweep();
      assert.deepEqual([await waiting(), await draft()], [[], undefined]);
      assert.equal(grantedValue(await world.claims.get(ana, number)).status, 'Submitted');
    });

    it('has a clock too when it was stored before there was one', async () => {
      const { due: _due, dueAt: _dueAt, ...old } = (await draft()) ?? assert.fail();
      await world.store.batch(pk, [{ kind: 'upsert', document: draftDocument(old) }]);
      days(83);
      assert.equal(await sweep(), 1);
      assert.deepEqual(await waiting(), ['draftNotice']);
    });

    it('is forgotten thirty days after its end, its number too, also when a process dies over that', async () => {
      for (const point of [1, 2].flatMap((at) => [false, true].map((saved) => ({ at, saved })))) {
        number = await world.draft(ana);
        await toTheEnd();
        assert.equal(refusalOf(await world.claims.get(ana, number)).code, 'draftDeleted');
        days(30);
        await assert.rejects(sweep(crashingStore(world.store, point)));
        await sweep();
        assert.equal(refusalOf(await world.claims.get(ana, number)).code, 'notFound');
        assert.equal(await world.store.read(pk, draftId(number)), undefined);
        assert.equal(await world.store.read(numberPartition(number), 'number'), undefined);
      }
    });

    it('does not hold up the others when one cannot be saved', async () => {
      const other = await world.draft(ana);
      days(15);
      const failing: DocumentStore = {
        ...world.store,
        batch: (into, writes) =>
          JSON.stringify(writes).includes(number)
            ? Promise.reject(new Error('The store is away.'))
            : world.store.batch(into, writes),
      };
      await assert.rejects(sweep(failing), /1 of type draft failed/);
      assert.deepEqual(await waiting(), []);
      assert.equal((await draftAlerts(world.store, other)).length, 1);
      await sweep();
      assert.deepEqual(await waiting(), ['draftReminder']);
    });

    /** Lets its time run out: noticed, told, and over. */
    async function toTheEnd(): Promise<void> {
      days(83);
      await sweep();
      await tellAll(world.store, number);
      days(8);
      await sweep();
    }
  });
}

describe('When many drafts are due at once', function () {
  this.timeout(30_000);

  it('are all reminded of, more than a page of them', async () => {
    const world = await memoryClaims();
    const numbers: string[] = [];
    for (let count = 0; count < 120; count += 1) {
      const made = await world.claims.drafts.create(ana, {}, world.newCommandId());
      numbers.push(grantedValue(made).number);
    }
    world.tick(15 * dayMs);
    assert.equal(await sweepDrafts(world, world.claims), 120);
    for (const number of numbers) assert.equal((await draftAlerts(world.store, number)).length, 1);
    await world.close();
  });
});

describe('When a draft’s day begins at midnight in the centre (D13, R78)', () => {
  // Its fourteenth day and its eighty-second end at 24:00 in Los Angeles, which is 08:00 UTC.
  const midnights = { draftReminder: '2026-12-08T08:00:00.000Z', draftNotice: '2027-02-14T08:00:00.000Z' };
  for (const [zone, reminder, notice] of [
    [undefined, '2026-12-08T17:00:00.000Z', '2027-02-14T17:00:00.000Z'],
    ['America/New_York', '2026-12-08T14:00:00.000Z', '2027-02-14T14:00:00.000Z'],
    ['Pacific/Honolulu', '2026-12-08T19:00:00.000Z', '2027-02-14T19:00:00.000Z'],
    ['Europe/Madrid', '2026-12-08T08:00:00.000Z', '2027-02-14T08:00:00.000Z'],
    // Nine o'clock of that date is over there: the next morning still lies within the centre's day.
    ['Asia/Tokyo', '2026-12-09T00:00:00.000Z', '2027-02-15T00:00:00.000Z'],
  ] as const) {
    it(`its owner is told at nine of their own morning: ${zone ?? 'no zone known, so the centre’s'}`, async () => {
      const world = await memoryClaims({ zonesOf: async () => (zone ? { [ana.personId]: zone } : {}) });
      const number = await world.draft(ana);
      const told = [];
      for (const midnight of Object.values(midnights)) {
        world.tick(Date.parse(midnight) - world.now().getTime());
        await sweepDrafts(world, world.claims);
        const [alert] = await draftAlerts(world.store, number);
        const [to] = alert?.recipients ?? [];
        told.push([alert?.event, alert?.nextAttemptAt, to?.from, to?.until]);
        await tellAll(world.store, number);
      }
      assert.deepEqual(told, [
        ['draftReminder', reminder, reminder, midnights.draftNotice],
        ['draftNotice', notice, notice, undefined],
      ]);
      const left = (await world.store.read<Draft>(pk, draftId(number)))?.body;
      assert.equal(left?.dueAt, '2027-02-22T08:00:00.000Z', 'seven days after the notice’s');
      await world.close();
    });
  }
});

describe('When a draft has a owner and a filer in two zones (R99, R78)', () => {
  it('each of them is alerted on their own morning, starting with the earlier one', async () => {
    const zones = { [ana.personId]: 'Europe/Madrid', [ben.personId]: 'America/New_York' };
    const world = await memoryClaims({ zonesOf: async () => zones });
    const number = await world.draft(ana);
    grantedValue(await world.claims.drafts.takeOver(ben, world.target(number)));
    world.tick(Date.parse('2026-12-08T08:00:00.000Z') - world.now().getTime());
    await sweepDrafts(world, world.claims);
    const [alert] = await draftAlerts(world.store, number);
    assert.deepEqual(
      [alert?.nextAttemptAt, alert?.recipients.map(({ from }) => from)],
      ['2026-12-08T08:00:00.000Z', ['2026-12-08T14:00:00.000Z', '2026-12-08T08:00:00.000Z']],
    );
    await world.close();
  });
});

/** A store in which `meanwhile` happens elsewhere right after the document was read for the first time. */
function pausingReads(store: DocumentStore, id: string, meanwhile: () => Promise<void>): DocumentStore {
  let over = false;
  return {
    ...store,
    async read<T>(partition: string, read: string) {
      const found = await store.read<T>(partition, read);
      if (read === id && !over) {
        over = true;
        await meanwhile();
      }
      return found;
    },
  };
}
