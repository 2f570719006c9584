import assert from 'node:assert/strict';
import { type Actor, type PersonActor, system } from '../../../services/domain/actor.ts';
import {
  type ActorKind,
  belongsInChannel,
  listKindFor,
  partnerAdminOf,
  partnerPersonOf,
  seesContests,
} from '../../../services/domain/actors.ts';
import { commentRole } from '../../../services/domain/comments.ts';
import { anAdmin, anAdminWith, aReviewer } from '../../support/aPerson.ts';

interface Answers {
  readonly actors: readonly Actor[];
  readonly company: string | undefined;
  readonly list: ReturnType<typeof listKindFor>;
  readonly contests: boolean;
  readonly speech: ReturnType<typeof commentRole>;
}

/** Written out for every kind: another one has to be added here too. */
const answers: Readonly<Record<ActorKind, Answers>> = {
  partner: {
    actors: [anAdmin(), anAdminWith('BillingAdmin'), anAdminWith('GlobalAdmin')],
    company: 'fabrikam',
    list: 'mine',
    contests: false,
    speech: 'answer',
  },
  reviewer: {
    actors: [aReviewer()],
    company: undefined,
    list: 'queue',
    contests: true,
    speech: 'question',
  },
  system: {
    actors: [system],
    company: undefined,
    list: undefined,
    contests: false,
    speech: 'notice',
  },
};

describe('When it matters who acts', () => {
  for (const [kind, { actors, company, list, contests, speech }] of Object.entries(answers)) {
    it(`is known for each ${kind}: company, list (R68), contests (R53), what its words are (R84)`, () => {
      for (const actor of actors) {
        assert.equal(partnerPersonOf(actor)?.partnerId, company);
        assert.equal(partnerAdminOf(actor)?.partnerId, company);
        assert.equal(listKindFor(actor), list);
        assert.equal(seesContests(actor.kind), contests);
        assert.equal(commentRole(actor.kind), speech);
      }
    });
  }

  it('offers no list to a person of a company without a role (R97)', () => {
    const nobody = anAdminWith();
    assert.equal(partnerPersonOf(nobody)?.partnerId, 'fabrikam');
    assert.equal(partnerAdminOf(nobody), undefined);
    assert.equal(listKindFor(nobody), undefined);
  });

  it('keeps the reviewers’ channel to reviewers (R53)', () => {
    const owners: Readonly<Record<PersonActor['kind'], boolean>> = { partner: false, reviewer: true };
    const asked = [belongsInChannel('partner'), belongsInChannel('reviewer')];
    assert.deepEqual(asked, [owners.partner, owners.reviewer]);
  });
});
