import assert from 'node:assert/strict';
import { aProof } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';

const ana = fromDemo('Ana Ruiz');

describe('When proof is attached to a draft (R60, D9)', () => {
  let world: MemoryClaims;
  let number: string;
  beforeEach(async () => {
    world = await memoryClaims();
    number = await world.draft(ana);
  });
  afterEach(() => world.close());

  const target = () => world.target(number);

  it('takes twenty files and refuses the next', async () => {
    for (let index = 2; index <= 20; index += 1)
      assert((await world.claims.drafts.addProof(ana, target(), aProof({ id: `file-${index}` }))).ok);
    const outcome = await world.claims.drafts.addProof(ana, target(), aProof({ id: 'file-21' }));
    assert.deepEqual(refusalOf(outcome), { code: 'fileCount', data: { limit: 20 } });
    await world.claims.drafts.removeProof(ana, target(), 'file-7');
    assert((await world.claims.drafts.addProof(ana, target(), aProof({ id: 'file-21' }))).ok);
  });

  it('takes no file twice, and names the one that is there', async () => {
    const twin = aProof({ id: 'file-2', name: 'twin.pdf', sha256: aProof().sha256 });
    const outcome = await world.claims.drafts.addProof(ana, target(), twin);
    assert.deepEqual(refusalOf(outcome), { code: 'fileTwice', data: { name: 'statement-of-work.pdf' } });
    await world.claims.drafts.removeProof(ana, target(), 'file-1');
    assert((await world.claims.drafts.addProof(ana, target(), twin)).ok);
  });

  it('does not call it a duplicate when the same message comes again', async () => {
    const once = target();
    const proof = aProof({ id: 'file-2' });
    const first = grantedValue(await world.claims.drafts.addProof(ana, once, proof));
    const second = grantedValue(await world.claims.drafts.addProof(ana, once, proof));
    assert.deepEqual(second, first);
  });

  it('gives two files of one name two names', async () => {
    const draft = grantedValue(await world.claims.drafts.addProof(ana, target(), aProof({ id: 'file-2' })));
    assert.deepEqual(
      draft.proofs.map(({ name }) => name),
      ['statement-of-work.pdf', 'statement-of-work (2).pdf'],
    );
  });

  it('takes a removed file away, and removing it again is no error', async () => {
    for (let times = 0; times < 2; times += 1) {
      const draft = grantedValue(await world.claims.drafts.removeProof(ana, target(), 'file-1'));
      assert.deepEqual(draft.proofs, []);
    }
  });

  it('removes nothing any more once the claim is submitted', async () => {
    await world.claims.submit(ana, target());
    const outcome = await world.claims.drafts.removeProof(ana, target(), 'file-1');
    assert.deepEqual(refusalOf(outcome), { code: 'alreadySubmitted' });
  });
});
