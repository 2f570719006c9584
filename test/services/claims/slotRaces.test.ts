// Above 200 lines: the races for one slot, with the crowd and the bookkeeping that all of them need.

import assert from 'node:assert/strict';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { claimId, slotId } from '../../../services/claims/documents.ts';
import type { DirectoryData } from '../../../services/directory/import/directoryFile.ts';
import type { Actor } from '../../../services/domain/actor.ts';
import { type ContestAlert, contestTopic } from '../../../services/domain/alert.ts';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import { isContested, type Slot } from '../../../services/domain/slot.ts';
import { contoso } from '../../support/aClaim.ts';
import { anAdmin, fromDemo } from '../../support/aPerson.ts';
import { goodAnswers, grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';
import { interleavingStore } from '../../support/storeWrappers.ts';

const ana = fromDemo('Ana Ruiz');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
const raj = fromDemo('Raj Mehta');
const workloads = loadDemo().catalogue.workloads.map(({ id }) => id);
const approve = { name: 'approve', confirmed: true } as const;

/** The alerts of a contest, in the order in which they are told. */
async function contestAlerts({ store }: MemoryClaims, slot: string): Promise<ContestAlert[]> {
  const { documents } = await store.query<ContestAlert>({
    type: 'alert',
    equals: { topic: contestTopic(contoso, slot) },
    order: { field: 'nextAttemptAt', direction: 'ascending' },
    limit: 200,
  });
  return documents.map(({ body }) => body).sort((one, other) => one.version - other.version);
}

/** Claims of two partners on one line. */
async function bothSubmitted(world: MemoryClaims, line: string): Promise<[string, string]> {
  const ours = await world.submitted(ana, { lines: line });
  const theirs = await world.submitted(nils, { lines: line, mpnId: '6104418' });
  return [ours.number, theirs.number];
}

async function underReview(world: MemoryClaims, line: string): Promise<[string, string]> {
  const numbers = await bothSubmitted(world, line);
  for (const number of numbers) await world.did(rita, number, { name: 'startReview' });
  return numbers;
}

const claimOf = async ({ store }: MemoryClaims, number: string) =>
  (await store.read<SubmittedClaim>(contoso, claimId(number)))?.body;
const statusOf = async ({ store }: MemoryClaims, number: string) =>
  (await store.read<SubmittedClaim>(contoso, claimId(number)))?.body.status;
const slotFor = async ({ store }: MemoryClaims, line: string) =>
  (await store.read<Slot>(contoso, slotId(`workload:${line}`)))?.body;

/** So many partners of one Incentives admin each. */
function crowdOf(count: number): DirectoryData {
  const partners = Array.from({ length: count }, (_, index) => ({
    id: `partner-${index}`,
    name: `Partner ${index}`,
    tenantIds: [contoso],
    locations: [{ mpnId: `77${String(index).padStart(5, '0')}`, name: 'Head office', enrolments: [] }],
  }));
  return { ...loadDemo(), partners, people: [] };
}

async function draftsOfCrowd(crowd: MemoryClaims, count: number) {
  const drafts: { readonly actor: Actor; readonly number: string }[] = [];
  for (const { id, locations } of crowdOf(count).partners) {
    const actor = anAdmin({ partnerId: id, name: `Admin of ${id}` });
    drafts.push({ actor, number: await crowd.draft(actor, { mpnId: locations[0]?.mpnId ?? '' }) });
  }
  return drafts;
}

/** R52, R54: reviewers get one alert for the contest and each new claim; every partner but the first is informed. */
async function everybodyIsTold(crowd: MemoryClaims, slot: Slot): Promise<void> {
  const alerts = await contestAlerts(crowd, slot.slot);
  const [first, ...later] = slot.pending.map(({ number }) => number);
  assert.deepEqual(
    alerts.map(({ joined: newcomer }) => newcomer),
    later,
  );
  const announced = alerts.flatMap(({ recipients }) => recipients.map(({ to }) => to));
  assert.deepEqual(
    announced.filter(({ kind }) => kind === 'claim'),
    [{ kind: 'claim', number: first }],
  );
  for (const number of later) assert((await claimOf(crowd, number))?.arbitrationAnnouncedAt, number);
  await crowd.announce(alerts);
  assert((await claimOf(crowd, first ?? ''))?.arbitrationAnnouncedAt, 'the first is told by its own command');
}

for (const { adapter, open } of adapters) {
  describe(`When partners race for one slot on ${adapter} (R46, D6)`, () => {
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open });
    });
    afterEach(() => world.close());

    it('never approves two competing claims, whatever two reviewers in two processes do at one instant', async () => {
      for (const [round, line] of workloads.entries()) {
        const numbers = await underReview(world, line);
        // The first is approved and rejected at the same instant: the other may follow only a rejection.
        const reject = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' } as const;
        const [first, second] = numbers;
        const race = [
          { actor: rita, number: first, command: approve },
          { actor: raj, number: second, command: approve },
          { actor: raj, number: first, command: reject },
          { actor: rita, number: second, command: approve },
        ];
        await Promise.all(
          race.map(async ({ actor, number, command }, index) => {
            const claims = world.startProcess(interleavingStore(world.store, 1 + round * 31 + index * 7));
            return await claims.execute(actor, { number, commandId: world.newCommandId() }, command);
          }),
        );
        const statuses = await Promise.all(numbers.map((number) => statusOf(world, number)));
        assert(
          statuses.filter((status) => status === 'Approved').length <= 1,
          `${line}: ${statuses.join(', ')}`,
        );
        const slot = await slotFor(world, line);
        const approved = numbers.filter((_, index) => statuses[index] === 'Approved');
        assert.deepEqual(slot?.holder?.claims ?? [], approved);
      }
    });

    it('never approves both when two reviewers start on one claim each and confirm despite the other', async () => {
      for (const [round, line] of workloads.entries()) {
        const numbers = await bothSubmitted(world, line);
        await Promise.all(
          numbers.map(async (number, index) => {
            const claims = world.startProcess(interleavingStore(world.store, 1 + round * 17 + index * 5));
            const target = () => world.target(number);
            await claims.execute(index === 0 ? rita : raj, target(), { name: 'startReview' });
            await claims.execute(index === 0 ? rita : raj, target(), approve);
          }),
        );
        const statuses = await Promise.all(numbers.map((number) => statusOf(world, number)));
        assert(
          statuses.filter((status) => status === 'Approved').length <= 1,
          `${line}: ${statuses.join(', ')}`,
        );
      }
    });

    it('forgets nobody when one is approved while another submits', async () => {
      for (const [round, line] of workloads.entries()) {
        const { number } = await world.submitted(ana, { lines: line });
        await world.did(rita, number, { name: 'startReview' });
        // Whoever is first, the partner goes on to arbitration (D5).
        const arbitration = `${contoso}/workload:${line}`;
        const draft = await world.draft(nils, { lines: line, mpnId: '6104418', arbitration });
        const [reviewing, filing] = [0, 1].map((index) =>
          world.startProcess(interleavingStore(world.store, 1 + round * 29 + index * 3)),
        );
        await Promise.all([
          reviewing?.execute(rita, { number, commandId: world.newCommandId() }, approve).then(grantedValue),
          filing?.submit(nils, { number: draft, commandId: world.newCommandId() }).then(grantedValue),
        ]);
        const slot = await slotFor(world, line);
        assert.deepEqual(slot?.holder?.claims, [number]);
        assert.deepEqual(
          slot?.pending.map((contender) => contender.number),
          [draft],
        );
      }
    });

    for (const count of [2, 10, 50]) {
      for (const processes of [1, 2]) {
        it(`lets ${count} partners submit the same line at the same instant in ${processes} process${processes > 1 ? 'es' : ''}: all succeed, all are contested (R48)`, async () => {
          const crowd = await memoryClaims({ open, directory: crowdOf(count) });
          try {
            const drafts = await draftsOfCrowd(crowd, count);
            const running = Array.from({ length: processes }, () => crowd.startProcess());
            const outcomes = await Promise.all(
              drafts.map(({ actor, number }, index) => {
                const claims = running[index % processes] ?? crowd.claims;
                return claims.submit(actor, { number, commandId: crowd.newCommandId() });
              }),
            );
            const numbers = drafts.map(({ number }) => number).sort();
            assert.deepEqual(outcomes.map((outcome) => grantedValue(outcome).number).sort(), numbers);
            const slot = await slotFor(crowd, goodAnswers.lines ?? '');
            assert(slot && isContested(slot));
            assert.deepEqual(slot.pending.map(({ number }) => number).sort(), numbers);
            await everybodyIsTold(crowd, slot);
          } finally {
            await crowd.close();
          }
        }).timeout(60_000);
      }
    }

    it('saves both claims of two partners who submit at once in two processes, and both contend', async () => {
      for (const [round, line] of workloads.entries()) {
        const drafts: readonly { readonly actor: Actor; readonly number: string }[] = [
          { actor: ana, number: await world.draft(ana, { lines: line }) },
          { actor: nils, number: await world.draft(nils, { lines: line, mpnId: '6104418' }) },
        ];
        const outcomes = await Promise.all(
          drafts.map(({ actor, number }, index) =>
            world
              .startProcess(interleavingStore(world.store, 1 + round * 13 + index))
              .submit(actor, { number, commandId: world.newCommandId() }),
          ),
        );
        for (const outcome of outcomes) assert(outcome.ok);
        assert.deepEqual(
          (await slotFor(world, line))?.pending.map(({ number }) => number).sort(),
          drafts.map(({ number }) => number).sort(),
        );
      }
    });
  });
}
