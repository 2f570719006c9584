// Above 200 lines: who gets an alert, at every moment between writing and sending it, on both stores.

import assert from 'node:assert/strict';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { createCalendar } from '../../../services/calendar/calendar.ts';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import { personIdOf } from '../../../services/directory/personId.ts';
import type { DirectoryPerson } from '../../../services/domain/actor.ts';
import type { Alert } from '../../../services/domain/alert.ts';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import { createDispatcher } from '../../../services/outbox/dispatcher.ts';
import { createLease } from '../../../services/outbox/lease.ts';
import type { DocumentStore } from '../../../services/storage/documents/documentStore.ts';
import { contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { runTimers } from '../../support/dueWork.ts';
import { fakeDeliver } from '../../support/fakeDeliver.ts';
import { type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';
import { saveDirectory } from '../../support/saveDirectory.ts';
import { crashingStore } from '../../support/storeWrappers.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const rita = fromDemo('Rita Svensson');
const calendar = createCalendar();
const leaseMs = 8000;
const demo = loadDemo();
const { tenantId, objectId, name, email } =
  demo.people.find(({ name }) => name === 'Ana Ruiz') ?? assert.fail();
const anaNow = { tenantId, objectId, name, email };
const names = new Map(demo.people.map((one) => [personIdOf(one.tenantId, one.objectId), one.name]));

// More is asked for on Monday, 23 November 2026. The first reminder is of Monday, 30 November, and is written on the
// evening before, in Los Angeles, when that Monday's first morning begins anywhere.
const written = '2026-11-29T19:00:00.000Z';
const inMadrid = '2026-11-30T08:00:00.000Z';
const inLosAngeles = '2026-11-30T17:00:00.000Z';

for (const { adapter, open } of adapters) {
  describe(`When an alert is sent later than it was written (R99), on ${adapter}`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    let teams: ReturnType<typeof fakeDeliver>;
    let zones: Record<string, string>;
    let asked: SubmittedClaim;
    beforeEach(async () => {
      zones = {};
      world = await memoryClaims({ open, zonesOf: async () => zones });
      teams = fakeDeliver();
      const { number } = await world.submitted(ana);
      await world.did(rita, number, { name: 'startReview' });
      asked = await world.did(rita, number, {
        name: 'requestInformation',
        reasons: ['DatesMissingOrOld'],
        comment: 'When?',
      });
    });
    afterEach(() => world.close());

    const dispatcher = (owner = 'one', store: DocumentStore = world.store) =>
      createDispatcher({
        store,
        directory: createDirectory(store, { now: world.now }),
        readersOf: world.startProcess(store).presentReaders,
        lease: createLease({ store, name: 'dispatcher', owner, holdMs: leaseMs, now: world.now }),
        deliver: teams.deliver,
        now: world.now,
        onError: assert.fail,
      });
    /** Whom messages were sent to, as `<event> <name>`. */
    const taken = () =>
      teams
        .take()
        .filter((line) => !line.endsWith('(refresh)'))
        .map((line) => line.replace(/ v\d+ → /, ' ').replace(/[^ ]+$/, (id) => names.get(id) ?? id));
    async function send(): Promise<string[]> {
      await dispatcher().sendDue();
      return taken();
    }
    async function goTo(instant: string): Promise<string[]> {
      world.tick(Date.parse(instant) - world.now().getTime());
      const { store, now, claims } = world;
      await runTimers({ store, claims, calendar, now, onError: assert.fail });
      return await send();
    }
    const join = (actor = ben) => world.did(actor, asked.number, { name: 'comment', text: 'I look.' });
    const waiting = async (): Promise<Alert[]> => {
      const { documents } = await world.store.query<Alert>({
        type: 'alert',
        equals: { topic: asked.number },
        order: { field: 'nextAttemptAt', direction: 'ascending' },
        limit: 50,
      });
      return documents.map(({ body }) => body);
    };
    const reimport = (change: (person: DirectoryPerson) => readonly DirectoryPerson[]) =>
      saveDirectory(world.store, { ...demo, people: demo.people.flatMap(change) });
    const only = (name: string, changed: readonly DirectoryPerson[]) => (person: DirectoryPerson) =>
      person.name === name ? changed : [person];

    /** Everything up to the reminder has been sent, and that is written. */
    async function reminded(): Promise<void> {
      await send();
      assert.deepEqual(await goTo(written), []);
    }

    it('a person who follows the claim by that morning is reminded with the others, once', async () => {
      await reminded();
      await join();
      await send();
      assert.deepEqual(await goTo(inLosAngeles), ['deadlineNear Ana Ruiz', 'deadlineNear Ben Okafor']);
      world.tick(60_000);
      assert.deepEqual(await send(), []);
      assert.deepEqual(await waiting(), []);
    });

    for (const [readers, first, own] of [
      ['before', { [ana.personId]: 'America/Los_Angeles', [ben.personId]: 'Europe/Madrid' }, inMadrid],
      ['after', { [ana.personId]: 'Europe/Madrid', [ben.personId]: 'America/Los_Angeles' }, inLosAngeles],
    ] as const) {
      it(`on their own morning, ${readers} the other’s`, async () => {
        zones = first;
        await reminded();
        const told: Record<string, string[]> = {};
        for (const instant of [inMadrid, inLosAngeles]) {
          const earlier = new Date(Date.parse(instant) - 3_600_000).toISOString();
          told[earlier] = await goTo(earlier);
          if (instant === own) await join();
          await send();
          told[instant] = await goTo(instant);
        }
        const other = own === inMadrid ? inLosAngeles : inMadrid;
        assert.deepEqual(Object.values(told), [
          [],
          own === inMadrid ? ['deadlineNear Ben Okafor'] : ['deadlineNear Ana Ruiz'],
          [],
          own === inMadrid ? ['deadlineNear Ana Ruiz'] : ['deadlineNear Ben Okafor'],
        ]);
        assert.notEqual(own, other);
        assert.deepEqual(await waiting(), []);
      });
    }

    it('a person who joins after their morning gets no reminder, however long the others are tried', async () => {
      await reminded();
      teams.answer({ kind: 'later' });
      assert.deepEqual(await goTo(inLosAngeles), ['deadlineNear Ana Ruiz']);
      await join();
      teams.answer({ kind: 'sent' });
      world.tick(60_000);
      assert.deepEqual(
        (await send()).filter((line) => line.startsWith('deadlineNear')),
        ['deadlineNear Ana Ruiz'],
      );
    });

    it('a reminder of a claim that has moved reaches nobody new and is dropped', async () => {
      await reminded();
      await join();
      await world.did(ben, asked.number, { name: 'resubmit' });
      await send();
      // The messenger sends nothing to her any more either (`isIrrelevant`).
      assert.deepEqual(await goTo(inLosAngeles), ['deadlineNear Ana Ruiz']);
      assert.deepEqual(await waiting(), []);
    });

    it('a person who has left the company since is not alerted', async () => {
      await reminded();
      await join();
      await send();
      await reimport(only('Ben Okafor', []));
      assert.deepEqual(await goTo(inLosAngeles), ['deadlineNear Ana Ruiz']);
    });

    for (const [what, changed] of [
      ['has left the company', []],
      ['has no role there any more', [{ ...anaNow, kind: 'partner', partnerId: 'fabrikam', roles: [] }]],
      [
        'is with another company now',
        [{ ...anaNow, kind: 'partner', partnerId: 'northwind', roles: ['IncentivesAdmin'] }],
      ],
      ['reviews now', [{ ...anaNow, kind: 'reviewer' }]],
    ] as const) {
      it(`when the only reader ${what}, the company’s other Incentives admins are told instead`, async () => {
        await reminded();
        await reimport(only('Ana Ruiz', changed));
        assert.deepEqual(await goTo(inLosAngeles), ['deadlineNear Ivan Petrov']);
        assert.deepEqual(await waiting(), []);
      });
    }

    it('any alert goes to the people who follow the claim at the first attempt', async () => {
      await join();
      assert.deepEqual(await send(), [
        'newClaim reviewers',
        'actionRequired Ana Ruiz',
        'actionRequired Ben Okafor',
        'partnerComment reviewers',
      ]);
    });

    it('the person who pressed is not alerted, even if they follow the claim by now', async () => {
      const readers = await world.claims.presentReaders(
        { ...(await theRequest()), actorId: ben.personId },
        world.now().toISOString(),
      );
      assert.deepEqual(readers.joined, []);
      async function theRequest(): Promise<Alert> {
        await join();
        return (
          (await waiting()).find((alert) => alert.kind === 'claim' && alert.event === 'actionRequired') ??
          assert.fail()
        );
      }
    });

    it('what is tried again does not overtake what came later', async () => {
      teams.answer(({ version }, { to }) => ({
        kind: version === asked.version && to.kind === 'person' ? 'later' : 'sent',
      }));
      assert.deepEqual(await send(), ['newClaim reviewers', 'actionRequired Ana Ruiz']);
      await join();
      await world.did(rita, asked.number, { name: 'comment', text: 'Thanks.' });
      assert.deepEqual(await send(), ['partnerComment reviewers', 'reviewerComment Ben Okafor']);
      teams.answer({ kind: 'sent' });
      world.tick(60_000);
      assert.deepEqual(await send(), ['actionRequired Ana Ruiz', 'reviewerComment Ana Ruiz']);
    });

    it('two processes together alert each reader once', async () => {
      await reminded();
      await join();
      await send();
      world.tick(Date.parse(inLosAngeles) - world.now().getTime());
      await Promise.allSettled([dispatcher('one').sendDue(), dispatcher('other').sendDue()]);
      assert.deepEqual(taken(), ['deadlineNear Ana Ruiz', 'deadlineNear Ben Okafor']);
    });

    // The lease, one for each reader, and what has come of it all.
    for (const at of [1, 2, 3, 4]) {
      for (const saved of [false, true]) {
        it(`nobody is lost or listed twice when a process dies ${saved ? 'after' : 'before'} its write ${at}`, async () => {
          await reminded();
          await join();
          await send();
          world.tick(Date.parse(inLosAngeles) - world.now().getTime());
          const dying = dispatcher('dying', crashingStore(world.store, { at, saved })).sendDue();
          await assert.rejects(dying, /Batch|dead/);
          const before = taken();
          world.tick(leaseMs);
          await dispatcher('after').sendDue();
          const told = [...before, ...taken()].sort();
          assert.deepEqual([...new Set(told)], ['deadlineNear Ana Ruiz', 'deadlineNear Ben Okafor']);
          // At most the one person who was being alerted when it died.
          assert(told.length <= 3, told.join());
          const all = await reminders();
          assert.deepEqual(
            all.flatMap(({ recipients }) =>
              recipients.map(({ to, result }) => [to.kind === 'person' && names.get(to.personId), result]),
            ),
            [
              ['Ana Ruiz', 'sent'],
              ['Ben Okafor', 'sent'],
            ],
          );
        });
      }
    }

    async function reminders(): Promise<Alert[]> {
      const ids = Array.from(
        { length: 20 },
        (_, version) => `alert:${asked.number}:${String(version).padStart(6, '0')}`,
      );
      const read = await Promise.all(ids.map((id) => world.store.read<Alert>(contoso, id)));
      return read.flatMap((stored) =>
        stored?.body.kind === 'claim' && stored.body.event === 'deadlineNear' ? [stored.body] : [],
      );
    }
  });
}
