import assert from 'node:assert/strict';
import type { Actor } from '../../../../services/domain/actor.ts';
import { contributorsOf, ownerOf } from '../../../../services/domain/rules/draftOwner.ts';
import { notFoundFor } from '../../../../services/domain/rules/notFound.ts';
import { aDraft, aProof } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const greta = fromDemo('Greta Lindqvist');
const ivan = fromDemo('Ivan Petrov');
const nils = fromDemo('Nils Berg');
const nora = fromDemo('Nora Haddad');
const rita = fromDemo('Rita Svensson');

describe('When a draft goes from hand to hand (D13)', () => {
  let world: MemoryClaims;
  let number: string;
  beforeEach(async () => {
    world = await memoryClaims();
    number = await world.draft(ana);
  });
  afterEach(() => world.close());

  const target = (version?: number) => world.target(number, version);
  const draft = async () => {
    const found = grantedValue(await world.claims.get(ana, number));
    return found.status === 'Editing' ? found : assert.fail('submitted');
  };
  const owner = async () => ownerOf(await draft()).name;
  const takeOver = async (actor: Actor) => {
    world.tick(60_000);
    return await world.claims.drafts.takeOver(actor, target());
  };

  it('is with the person who began it', async () => {
    assert.equal(await owner(), 'Ana Ruiz');
    assert.equal(ownerOf(aDraft()).name, 'Ana Ruiz');
  });

  it('can be taken over by every admin of the company, and by nobody else (R97)', async () => {
    for (const actor of [ben, greta, ivan, ana]) {
      grantedValue(await takeOver(actor));
      assert.equal(await owner(), actor.name);
    }
    for (const actor of [nils, nora, rita]) assert.deepEqual(await takeOver(actor), notFoundFor(actor));
  });

  it('changes nothing when its owner presses again', async () => {
    const first = grantedValue(await takeOver(ben));
    const second = grantedValue(await takeOver(ben));
    assert.deepEqual(second, first);
    assert.equal(first.takenOver?.length, 1);
  });

  it('refuses an old form of the person who had it before, and is theirs again with the next press', async () => {
    const { version } = await draft();
    const taken = grantedValue(await takeOver(ben));
    const late = await world.claims.drafts.save(ana, target(version), { claimName: 'Mine' });
    assert.deepEqual(refusalOf(late), { code: 'changedMeanwhile' });
    grantedValue(await world.claims.drafts.save(ana, target(taken.version), { claimName: 'Mine' }));
    assert.equal(await owner(), 'Ana Ruiz');
    assert.deepEqual(
      (await draft()).takenOver?.map(({ by }) => by.name),
      ['Ben Okafor', 'Ana Ruiz'],
    );
  });

  it('stays with its owner when a colleague only adds a file (R97)', async () => {
    grantedValue(await world.claims.drafts.addProof(ben, target(), aProof({ id: 'file-2' })));
    assert.equal(await owner(), 'Ana Ruiz');
  });

  it('remembers the newest thirty of them: a submission is one batch', async () => {
    for (let times = 0; times < 40; times += 1) grantedValue(await takeOver(times % 2 === 0 ? ben : ana));
    assert.equal((await draft()).takenOver?.length, 30);
    grantedValue(await world.claims.submit(ana, target()));
  });

  it('tells in the history of the claim who had it, in order, and all of them follow it (R96, R99)', async () => {
    grantedValue(await takeOver(ben));
    grantedValue(await takeOver(greta));
    world.tick(60_000);
    const claim = grantedValue(await world.claims.submit(ivan, target()));
    const { entries } = grantedValue(await world.claims.lists.history(ana, number));
    assert.deepEqual(
      entries.toReversed().map(({ seq, event, actor, status }) => [seq, event.kind, actor.name, status]),
      [
        [1, 'DraftCreated', 'Ana Ruiz', 'Editing'],
        [2, 'DraftTakenOver', 'Ben Okafor', 'Editing'],
        [3, 'DraftTakenOver', 'Greta Lindqvist', 'Editing'],
        [4, 'ClaimSubmitted', 'Ivan Petrov', 'Submitted'],
      ],
    );
    assert.deepEqual(
      entries.map(({ at }) => at).toSorted(),
      entries.toReversed().map(({ at }) => at),
    );
    assert.equal(claim.historySeq, 4);
    assert.deepEqual(
      claim.followers.map(({ name }) => name),
      ['Ana Ruiz', 'Ben Okafor', 'Greta Lindqvist', 'Ivan Petrov'],
    );
  });

  describe('and everybody who saved something in it follows the claim (R99)', () => {
    const file = aProof({ id: 'file-2', addedBy: { id: greta.personId, name: greta.name } });
    const saving = {
      'typed something': () => world.claims.drafts.save(greta, target(), { claimName: 'Better' }),
      'typed something over what they had seen': async () =>
        await world.claims.drafts.save(greta, target((await draft()).version), { claimName: 'Better' }),
      'took it over': () => world.claims.drafts.takeOver(greta, target()),
      'added a file': () => world.claims.drafts.addProof(greta, target(), file),
      'removed a file': () => world.claims.drafts.removeProof(greta, target(), 'nothing'),
      'added a file that another removed': async () => {
        grantedValue(await world.claims.drafts.addProof(greta, target(), file));
        return await world.claims.drafts.removeProof(ana, target(), file.id);
      },
    };
    for (const [what, save] of Object.entries(saving)) {
      it(`who ${what}, also after others have had it`, async () => {
        grantedValue(await save());
        for (let times = 0; times < 40; times += 1) grantedValue(await takeOver(times % 2 ? ana : ben));
        const { followers } = grantedValue(await world.claims.submit(ivan, target()));
        assert.deepEqual(
          followers.map(({ name }) => name),
          ['Ana Ruiz', 'Greta Lindqvist', 'Ben Okafor', 'Ivan Petrov'],
        );
      });
    }

    it('but nobody who only looked, or whose change was refused', async () => {
      grantedValue(await world.claims.get(greta, number));
      refusalOf(await world.claims.drafts.save(greta, target(1), { claimName: 'Late' }));
      refusalOf(await world.claims.drafts.addProof(greta, target(), aProof()));
      const { followers } = grantedValue(await world.claims.submit(ana, target()));
      assert.deepEqual(followers, [{ id: ana.personId, name: 'Ana Ruiz' }]);
    });

    it('as far as an older draft, stored without this information, can tell', () => {
      const [by, taker] = [ben, greta].map(({ personId, name }) => ({ id: personId, name }));
      assert(by && taker);
      const old = aDraft({
        takenOver: [{ at: '2026-11-02T17:10:00.000Z', by: taker }],
        proofs: [aProof({ addedBy: by })],
      });
      assert.deepEqual(
        contributorsOf(old).map(({ name }) => name),
        ['Ana Ruiz', 'Greta Lindqvist', 'Ben Okafor'],
      );
    });
  });

  it('keeps the author of the comment, whoever submits it (R84, R96)', async () => {
    const wrote = await world.claims.drafts.save(ben, target(), { comment: 'Signed in May.' });
    assert(wrote.ok);
    // Ivan goes on with what Ben wrote.
    assert((await world.claims.drafts.save(ivan, target(), { comment: 'Signed in May.' })).ok);
    const claim = grantedValue(await world.claims.submit(ivan, target()));
    assert.deepEqual(
      claim.comments.map((comment) => comment.side !== 'system' && [comment.by.name, comment.text]),
      [['Ben Okafor', 'Signed in May.']],
    );
    const { entries } = grantedValue(await world.claims.lists.history(rita, number));
    const submitted = entries.find(({ event }) => event.kind === 'ClaimSubmitted');
    assert.equal(submitted?.actor.name, 'Ivan Petrov');
    assert.equal(submitted?.event.kind === 'ClaimSubmitted' && submitted.event.commentBy?.name, 'Ben Okafor');
  });

  it('leaves nothing of the draft’s own in the claim', async () => {
    grantedValue(await takeOver(ben));
    const claim = grantedValue(await world.claims.submit(ana, target()));
    for (const field of ['answers', 'submittingTo', 'ownedBy', 'takenOver', 'workedOnBy', 'due', 'dueAt'])
      assert.equal(field in claim, false, field);
  });

  it('shows in a colleague’s list whose it is, and not in the owner’s own', async () => {
    grantedValue(await takeOver(ben));
    const shown = async (actor: Actor) =>
      grantedValue(await world.claims.lists.mine(actor)).claims[0]?.ownedBy;
    assert.deepEqual(
      [await shown(ana), await shown(greta), await shown(ben)],
      ['Ben Okafor', 'Ben Okafor', undefined],
    );
  });

  it('names who can submit it, to those who cannot (R98)', async () => {
    const able = ['Ana Ruiz', 'Ivan Petrov'];
    assert.deepEqual((await world.claims.submitters('fabrikam')).toSorted(), able);
    for (const actor of [ben, greta]) {
      assert.deepEqual(refusalOf(await world.claims.submit(actor, target())), {
        code: 'notAllowed',
        data: { command: 'submit', side: 'partner', ask: able },
      });
    }
  });
});
