import assert from 'node:assert/strict';
import { draftId, numberPartition, partnerPartition } from '../../../../services/claims/documents.ts';
import { notFoundFor } from '../../../../services/domain/rules/notFound.ts';
import { aProof } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { Crash, crashingStore } from '../../../support/storeWrappers.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const greta = fromDemo('Greta Lindqvist');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');

for (const { adapter, open } of adapters) {
  describe(`When a claim is drafted on ${adapter} (R24)`, () => {
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open });
    });
    afterEach(() => world.close());

    const create = (commandId: string, claims = world.claims) =>
      claims.drafts.create(ana, { claimName: 'Contoso' }, commandId);

    it('makes one draft when the same activity comes twice, at once or later', async () => {
      const outcomes = [
        ...(await Promise.all([create('one'), create('one'), create('one', world.startProcess())])),
        await create('one'),
      ];
      const numbers = new Set(outcomes.map((outcome) => grantedValue(outcome).number));
      assert.equal(numbers.size, 1);
      assert.equal((await world.claims.lists.openDrafts(ana)).length, 1);
    });

    it('makes another draft for another activity', async () => {
      const [one, other] = [grantedValue(await create('one')), grantedValue(await create('other'))];
      assert.notEqual(one.number, other.number);
    });

    it('takes another number when one is taken', async () => {
      const offered = ['C-1111-1111', 'C-1111-1111', 'C-2222-2222'];
      const claims = world.startProcess(world.store, () => offered.shift() ?? 'C-9999-9999');
      assert.equal(grantedValue(await create('one', claims)).number, 'C-1111-1111');
      assert.equal(grantedValue(await create('other', claims)).number, 'C-2222-2222');
    });

    it('is there once after the process died between number and draft', async () => {
      for (const interruption of [1, 2].flatMap((at) => [false, true].map((saved) => ({ at, saved })))) {
        const commandId = `dying ${JSON.stringify(interruption)}`;
        const dying = world.startProcess(crashingStore(world.store, interruption));
        await assert.rejects(create(commandId, dying), Crash);
        const before = (await world.claims.lists.openDrafts(ana)).length;
        const { number } = grantedValue(await create(commandId));
        const after = await world.claims.lists.openDrafts(ana);
        assert.equal(after.filter((draft) => draft.number === number).length, 1);
        assert.equal(after.length, interruption.at === 2 && interruption.saved ? before : before + 1);
      }
    });

    it('keeps what was typed, wrong or not, beside what was there (R43)', async () => {
      const { number } = grantedValue(await create('one'));
      const typed = { customerDomain: 'https://contoso', 'customerContact.email': 'cleo@', mpnId: '' };
      const saved = grantedValue(await world.claims.drafts.save(ana, world.target(number, 1), typed));
      assert.deepEqual(saved.answers, { claimName: 'Contoso', ...typed });
      assert.equal(saved.version, 2);
      assert.deepEqual(grantedValue(await world.claims.get(ben, number)), saved);
    });

    it('refuses to overwrite a change that the person has not seen', async () => {
      const { number } = grantedValue(await create('one'));
      const outcomes = await Promise.all([
        world.claims.drafts.save(ana, world.target(number, 1), { claimName: 'Ana' }),
        world.startProcess().drafts.save(ben, world.target(number, 1), { claimName: 'Ben' }),
      ]);
      const lost = outcomes.filter((outcome) => !outcome.ok);
      assert.deepEqual(lost.map(refusalOf), [{ code: 'changedMeanwhile' }]);
    });

    it('saves one activity once', async () => {
      const { number } = grantedValue(await create('one'));
      const twice = { number, version: 1, commandId: 'the same' };
      const first = grantedValue(await world.claims.drafts.save(ana, twice, { claimName: 'Ana' }));
      const second = grantedValue(await world.claims.drafts.save(ana, twice, { claimName: 'Ana' }));
      assert.deepEqual(second, first);
    });

    it('loses no file when several are attached at once', async () => {
      const { number } = grantedValue(await create('one'));
      const ids = ['file-1', 'file-2', 'file-3', 'file-4'];
      await Promise.all(
        ids.map((id, index) =>
          (index % 2 === 0 ? world.claims : world.startProcess()).drafts.addProof(
            ana,
            world.target(number),
            aProof({ id }),
          ),
        ),
      );
      const draft = grantedValue(await world.claims.get(ana, number));
      assert.deepEqual(draft.proofs.map(({ id }) => id).sort(), ids);
    });
  });
}

describe('When a draft belongs to a company (R97, R98)', () => {
  let world: MemoryClaims;
  let number: string;
  beforeEach(async () => {
    world = await memoryClaims();
    number = await world.draft(ana);
  });
  afterEach(() => world.close());

  const target = () => world.target(number);

  it('can be begun only by an Incentives admin; others of the company learn whom to ask', async () => {
    for (const actor of [ben, greta, nora, rita]) {
      const outcome = await world.claims.drafts.create(actor, {}, world.newCommandId());
      const data = { command: 'submit', side: actor.kind };
      const ask = ['Ana Ruiz', 'Ivan Petrov'];
      const expected = { code: 'notAllowed', data: actor === rita ? data : { ...data, ask } };
      assert.deepEqual(refusalOf(outcome), expected);
    }
  });

  it('can be changed by every admin of the company', async () => {
    for (const actor of [ben, greta])
      assert((await world.claims.drafts.save(actor, target(), { claimName: actor.name })).ok);
  });

  it('is not there for anybody else', async () => {
    for (const actor of [nils, nora, rita]) {
      const attempts = [
        await world.claims.drafts.save(actor, target(), { claimName: 'Mine' }),
        await world.claims.drafts.addProof(actor, target(), aProof({ id: 'theirs' })),
        await world.claims.drafts.removeProof(actor, target(), 'file-1'),
        await world.claims.get(actor, number),
      ];
      for (const outcome of attempts) assert.deepEqual(outcome, notFoundFor(actor));
    }
    assert.equal(grantedValue(await world.claims.get(ana, number)).version, 2);
  });

  it('has no history yet', async () => {
    const { claim, ...page } = grantedValue(await world.claims.lists.history(ana, number));
    assert.equal(claim.number, number);
    assert.deepEqual(page, { number, entries: [], total: 0 });
  });

  it('is on no slot, so that nobody learns of it (D6, R53)', async () => {
    const { documents } = await world.store.query({
      type: 'alert',
      order: { field: 'nextAttemptAt', direction: 'ascending' },
      limit: 10,
    });
    assert.deepEqual(documents, []);
    const pk = partnerPartition('fabrikam');
    assert.equal((await world.store.read(pk, draftId(number)))?.type, 'draft');
    assert.deepEqual((await world.store.read(numberPartition(number), 'number'))?.body, {
      partnerId: 'fabrikam',
    });
  });
});
