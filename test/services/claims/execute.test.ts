// Above 200 lines: everything that can happen to one command, on both stores.
import assert from 'node:assert/strict';
import type { Alert } from '../../../services/domain/alert.ts';
import type { Answers } from '../../../services/domain/answers.ts';
import type { HistoryEntry } from '../../../services/domain/history.ts';
import { notFoundFor } from '../../../services/domain/rules/notFound.ts';
import { aProof, contoso } from '../../support/aClaim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { refusalOf } from '../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../support/memoryClaims.ts';
import { adapters } from '../../support/openStores.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const greta = fromDemo('Greta Lindqvist');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');

const ask = { name: 'requestInformation', reasons: ['DatesMissingOrOld'], comment: 'When?' } as const;
const reject = { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' } as const;

async function historyOf({ claims }: MemoryClaims, number: string): Promise<readonly HistoryEntry[]> {
  return grantedValue(await claims.lists.history(rita, number)).entries.toReversed();
}

async function alertsOf({ store }: MemoryClaims, number: string): Promise<Alert[]> {
  const page = await store.query<Alert>({
    type: 'alert',
    equals: { topic: number },
    order: { field: 'nextAttemptAt', direction: 'ascending' },
    limit: 100,
  });
  return page.documents.map(({ body }) => body);
}

for (const { adapter, open } of adapters) {
  describe(`When a claim goes its way on ${adapter} (R69)`, () => {
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open });
    });
    afterEach(() => world.close());

    it('is asked for more, answered and approved, and its history has all of it in order (R96)', async () => {
      const { number } = await world.submitted(ana);
      await world.did(rita, number, { name: 'startReview' });
      await world.did(rita, number, ask);
      await world.did(ben, number, { name: 'addProof', proof: aProof({ id: 'file-2', name: 'dates.pdf' }) });
      await world.did(ben, number, { name: 'resubmit' });
      await world.did(rita, number, { name: 'startReview' });
      const approved = await world.did(rita, number, { name: 'approve', confirmed: true });
      assert.equal(approved.status, 'Approved');
      const history = await historyOf(world, number);
      assert.deepEqual(
        history.map(({ seq, event, status, actor }) => [seq, event.kind, status, actor.name]),
        [
          [1, 'DraftCreated', 'Editing', 'Ana Ruiz'],
          [2, 'ClaimSubmitted', 'Submitted', 'Ana Ruiz'],
          [3, 'ReviewStarted', 'UnderReview', 'Rita Svensson'],
          [4, 'InformationRequested', 'PartnerActionRequired', 'Rita Svensson'],
          [5, 'ProofAdded', 'PartnerActionRequired', 'Ben Okafor'],
          [6, 'ClaimResubmitted', 'Submitted', 'Ben Okafor'],
          [7, 'ReviewStarted', 'UnderReview', 'Rita Svensson'],
          [8, 'ClaimApproved', 'Approved', 'Rita Svensson'],
        ],
      );
      assert.deepEqual(grantedValue(await world.claims.get(ana, number)), approved);
    });

    it('is rejected, and leaves its slot empty', async () => {
      const { number } = await world.submitted(ana);
      await world.did(rita, number, { name: 'startReview' });
      await world.did(rita, number, reject);
      const slot = await world.store.read<{ pending: unknown[] }>(contoso, 'slot:workload:exchange-online');
      assert.deepEqual(slot?.body, { slot: 'workload:exchange-online', version: 2, pending: [] });
    });

    it('has one effect when the same activity comes twice, at once or later', async () => {
      const { number } = await world.submitted(ana);
      const target = { number, commandId: 'the same activity' };
      const say = { name: 'comment', text: 'Hello' } as const;
      const [one, other] = await Promise.all([
        world.claims.execute(ana, target, say),
        world.startProcess().execute(ana, target, say),
      ]);
      const later = await world.claims.execute(ana, target, say);
      assert.deepEqual([one, other, later].map((outcome) => grantedValue(outcome).repeated).sort(), [
        false,
        true,
        true,
      ]);
      assert.deepEqual(grantedValue(later).claim, grantedValue(one).claim);
      const kinds = (await historyOf(world, number)).map(({ event }) => event.kind);
      assert.deepEqual(kinds, ['DraftCreated', 'ClaimSubmitted', 'Commented']);
      assert.deepEqual(
        (await alertsOf(world, number)).map((alert) => alert.kind === 'claim' && alert.event),
        ['newClaim', 'partnerComment'],
      );
      assert.deepEqual(grantedValue(later).claim.comments.length, 1);
    });

    it('is submitted once when submit is pressed twice', async () => {
      const number = await world.draft(ana);
      const target = { number, commandId: 'one press' };
      const outcomes = await Promise.all([
        world.claims.submit(ana, target),
        world.claims.submit(ana, target),
        world.startProcess().submit(ana, target),
      ]);
      const claims = outcomes.map(grantedValue);
      assert.deepEqual(claims[1], claims[0]);
      assert.deepEqual(claims[2], claims[0]);
      assert.equal((await alertsOf(world, number)).length, 1);
      const otherPress = await world.claims.submit(ana, { number, commandId: 'another press' });
      assert.deepEqual(refusalOf(otherPress), { code: 'alreadySubmitted' });
    });
  });
}

describe('When a card is older than the claim', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());

  const at = (number: string, version: number) => ({ number, version, commandId: world.newCommandId() });

  it('refuses a decision, and takes it from the newest card', async () => {
    const { number } = await world.submitted(ana);
    const { version } = await world.did(rita, number, { name: 'startReview' });
    await world.did(ana, number, { name: 'comment', text: 'Hello' });
    const approve = { name: 'approve', confirmed: true } as const;
    for (const command of [approve, reject, ask]) {
      const stale = await world.claims.execute(rita, at(number, version), command);
      assert.deepEqual(refusalOf(stale), { code: 'changedMeanwhile' });
    }
    assert((await world.claims.execute(rita, at(number, version + 1), approve)).ok);
  });

  it('starts a review although somebody has commented since, because starting decides nothing', async () => {
    const { number, version } = await world.submitted(ana);
    await world.did(ana, number, { name: 'comment', text: 'Hello' });
    assert((await world.claims.execute(rita, at(number, version), { name: 'startReview' })).ok);
  });

  it('accepts a comment or an answer from before the latest comments and files', async () => {
    const { number } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    const { version } = await world.did(rita, number, ask);
    await world.did(rita, number, { name: 'comment', text: 'And the signature?' });
    await world.did(ben, number, { name: 'addProof', proof: aProof({ id: 'file-2' }) });
    assert(
      (await world.claims.execute(ana, at(number, version), { name: 'comment', text: 'One moment.' })).ok,
    );
    assert((await world.claims.execute(ana, at(number, version), { name: 'resubmit', answer: 'Here.' })).ok);
  });

  it('refuses a comment or an answer from before the last change of the status', async () => {
    const { number, version } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    await world.did(rita, number, ask);
    for (const command of [
      { name: 'comment', text: 'Hello' },
      { name: 'resubmit', answer: 'Here.' },
    ] as const) {
      const outcome = await world.claims.execute(ana, at(number, version), command);
      assert.deepEqual(refusalOf(outcome), { code: 'changedMeanwhile' });
    }
  });

  it('refuses a version that the claim never had', async () => {
    const { number, version } = await world.submitted(ana);
    const command = { name: 'comment', text: 'Hello' } as const;
    const outcome = await world.claims.execute(ana, at(number, version + 1), command);
    assert.deepEqual(refusalOf(outcome), { code: 'changedMeanwhile' });
  });

  it('shows a draft that was changed since, instead of submitting it unseen', async () => {
    const number = await world.draft(ana);
    const saved = grantedValue(
      await world.claims.drafts.save(
        ben,
        { number, commandId: world.newCommandId() },
        { claimName: 'Another' },
      ),
    );
    const outcome = await world.claims.submit(ana, at(number, saved.version - 1));
    assert.deepEqual(refusalOf(outcome), { code: 'changedMeanwhile' });
  });
});

describe('When somebody asks for a claim that is not theirs (R53, R97)', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());

  const doing = (actor: typeof ana, number: string) => [
    world.claims.get(actor, number),
    world.claims.lists.history(actor, number),
    world.claims.submit(actor, { number, commandId: world.newCommandId() }),
    world.claims.execute(actor, { number, commandId: world.newCommandId() }, reject),
  ];

  it('says only that it is not found, if the claim is another company’s or the person has no role', async () => {
    const { number } = await world.submitted(ana);
    for (const actor of [nils, nora]) {
      for (const outcome of doing(actor, number)) assert.deepEqual(await outcome, notFoundFor(actor));
    }
  });

  it('says the same of a claim that does not exist', async () => {
    for (const outcome of doing(ana, 'C-ZZZZ-ZZZZ')) assert.deepEqual(await outcome, notFoundFor(ana));
  });

  it('never shows a draft to a reviewer', async () => {
    const number = await world.draft(ana);
    for (const outcome of doing(rita, number)) assert.deepEqual(await outcome, notFoundFor(rita));
    assert.deepEqual(grantedValue(await world.claims.lists.queue(rita)).claims, []);
  });

  it('does not treat the same activity of another person as a repetition', async () => {
    const { number } = await world.submitted(ana);
    const target = { number, commandId: 'shared' };
    await world.claims.execute(ana, target, { name: 'comment', text: 'Hello' });
    const outcome = await world.claims.execute(nils, target, { name: 'comment', text: 'Hello' });
    assert.deepEqual(outcome, notFoundFor(nils));
  });
});

describe('When a draft cannot be submitted', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());

  it('says that it is incomplete, and stays as it is', async () => {
    const number = await world.draft(ana, { claimName: ' ' });
    const outcome = await world.claims.submit(ana, { number, commandId: world.newCommandId() });
    assert.deepEqual(refusalOf(outcome), { code: 'incomplete' });
    assert.equal(grantedValue(await world.claims.get(ana, number)).status, 'Editing');
  });

  it('says that proof is missing (R55)', async () => {
    const number = await world.draft(ana);
    await world.claims.drafts.removeProof(ana, { number, commandId: world.newCommandId() }, 'file-1');
    const outcome = await world.claims.submit(ana, { number, commandId: world.newCommandId() });
    assert.deepEqual(refusalOf(outcome), { code: 'proofMissing' });
  });

  const lacking: readonly (readonly [string, Answers])[] = [
    ['that is whole', {}],
    ['without a name', { claimName: ' ' }],
    ['of a customer that does not fit', { customerDomain: 'adventure-works.com' }],
  ];
  for (const [who, actor] of [
    ['a Billing admin', ben],
    ['a Global admin', greta],
  ] as const)
    for (const [what, answers] of lacking)
      it(`sends ${who} to the Incentives admins, also with a draft ${what} (R98)`, async () => {
        const number = await world.draft(ana, answers);
        await world.claims.drafts.removeProof(ana, { number, commandId: world.newCommandId() }, 'file-1');
        assert.deepEqual(refusalOf(await world.claims.submit(actor, world.target(number))), {
          code: 'notAllowed',
          data: { command: 'submit', side: 'partner', ask: ['Ana Ruiz', 'Ivan Petrov'] },
        });
      });
});

describe('When somebody presses what their role does not allow, on a card that is out of date', () => {
  it('names the role also where the claim has been submitted by now (R98)', async () => {
    const world = await memoryClaims();
    const { number } = await world.submitted(ana);
    for (const actor of [ben, rita]) {
      const refusal = refusalOf(await world.claims.submit(actor, world.target(number)));
      assert.deepEqual(refusal, { code: 'notAllowed', data: { command: 'submit' } });
    }
    await world.close();
  });

  it('names the role, not the card (R97, R98)', async () => {
    const world = await memoryClaims();
    const { number, version } = await world.submitted(ana);
    await world.did(rita, number, { name: 'startReview' });
    const outcome = await world.claims.execute(ana, world.target(number, version), { name: 'startReview' });
    assert.deepEqual(refusalOf(outcome), { code: 'notAllowed', data: { command: 'startReview' } });
    await world.close();
  });
});

describe('When a command has been saved', () => {
  it('wakes the dispatcher once, and not for a refusal or a repetition', async () => {
    const world = await memoryClaims();
    const { number } = await world.submitted(ana);
    const before = world.committed();
    const target = { number, commandId: 'one' };
    await world.claims.execute(rita, target, { name: 'startReview' });
    await world.claims.execute(rita, target, { name: 'startReview' });
    await world.claims.execute(rita, { number, commandId: 'two' }, { name: 'startReview' });
    assert.equal(world.committed(), before + 1);
    await world.close();
  });
});
