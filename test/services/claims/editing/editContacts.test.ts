import assert from 'node:assert/strict';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { EditPart } from '../../../../services/domain/form/fields.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { claimEdited, grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const ana = fromDemo('Ana Ruiz');
const ben = fromDemo('Ben Okafor');
const nora = fromDemo('Nora Haddad');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');

describe('When MPN ID and contacts of a submitted claim are edited (R89)', () => {
  let world: MemoryClaims;
  beforeEach(async () => {
    world = await memoryClaims();
  });
  afterEach(() => world.close());
  const save = (
    { number, version }: SubmittedClaim,
    typed: Answers,
    { part = 'contacts' as EditPart, actor = ben } = {},
  ) =>
    world.claims.edits
      .save(actor, { number, version, commandId: world.newCommandId() }, { part, typed })
      .then(claimEdited);

  it('takes one of the company’s own MPN IDs, and no other (R33)', async () => {
    const claim = await world.submitted(ana);
    const edited = grantedValue(await save(claim, { mpnId: '4519930' }, { part: 'mpnId' }));
    assert.equal(edited.details.mpnId, '4519930');
    assert.equal(refusalOf(await save(edited, { mpnId: '6104418' }, { part: 'mpnId' })).code, 'fieldErrors');
  });

  it('takes contacts as they are pasted, and marks all that is wrong in one pass (R21, R43)', async () => {
    const claim = await world.submitted(ana);
    const typed: Answers = {
      'customerContact.name': ' Dana  Poe ',
      'partnerContact.email': 'Desk <desk@fabrikam.example>',
    };
    const { customerContact, partnerContact } = grantedValue(await save(claim, typed)).details;
    assert.deepEqual(
      [customerContact.name, customerContact.title, partnerContact.email],
      ['Dana Poe', 'CIO', 'desk@fabrikam.example'],
    );
    const wrong: Answers = { 'customerContact.name': ' ', 'partnerContact.email': 'desk@fabrikam' };
    const { errors } = await world.claims.edits.form(
      claim,
      { part: 'contacts', typed: wrong },
      { check: true },
    );
    assert.deepEqual(errors, {
      'customerContact.name': { code: 'required' },
      'partnerContact.email': { code: 'emailWithoutHost' },
    });
  });

  it('accepts no fixed field and no field of another part, whoever sends it', async () => {
    const claim = await world.submitted(ana);
    const forged: Answers = {
      solutionArea: 'BusinessApplications',
      activities: 'Usage',
      lines: 'dynamics-365-field-service',
      ...technicalContact,
      customerTenantId: '814ab6a7-683f-42cb-be3b-b5e45d2aa75a',
      claimName: 'Another',
      mpnId: '4519930',
      'customerContact.name': 'Dana Poe',
    };
    const { details } = grantedValue(await save(claim, forged));
    const customerContact = { ...claim.details.customerContact, name: 'Dana Poe' };
    assert.deepEqual(details, { ...claim.details, customerContact });
  });

  it('says so when nothing is different, and writes nothing', async () => {
    const claim = await world.submitted(ana);
    for (const part of ['mpnId', 'lines', 'contacts'] as const)
      assert.equal(refusalOf(await save(claim, {}, { part })).code, 'nothingEdited');
    assert.deepEqual(grantedValue(await world.claims.get(ana, claim.number)), claim);
  });

  it('is not made stale by a comment or a file that came in between, but by another edit', async () => {
    const claim = await world.submitted(ana);
    await world.did(rita, claim.number, { name: 'comment', text: 'Hello' });
    const edited = grantedValue(await save(claim, { 'customerContact.name': 'Dana Poe' }));
    assert.equal(
      refusalOf(await save(claim, { 'customerContact.name': 'Eve Roy' })).code,
      'changedMeanwhile',
    );
    assert(grantedValue(await save(edited, { 'customerContact.name': 'Eve Roy' })));
  });

  it('names the status where nothing can be edited, even if the input is wrong too (R70)', async () => {
    const claim = await world.submitted(ana);
    await world.did(rita, claim.number, { name: 'startReview' });
    for (const name of ['Dana Poe', ''])
      assert.deepEqual(refusalOf(await save(claim, { 'customerContact.name': name })), {
        code: 'wrongStatus',
        data: { command: 'edit', status: 'UnderReview' },
      });
    const draft = await world.draft(ana, { lines: 'teams' });
    const onDraft = await save({ ...claim, number: draft }, {}, { actor: ana });
    assert.equal(refusalOf(onDraft).code, 'wrongStatus');
  });

  it('is for the company’s admins alone (R97, R53)', async () => {
    const claim = await world.submitted(ana);
    const typed = { 'customerContact.name': 'Dana Poe' };
    for (const [actor, code] of [
      [nora, 'notAllowed'],
      [rita, 'notAllowed'],
      [nils, 'notFound'],
    ] as const)
      assert.equal(refusalOf(await save(claim, typed, { actor })).code, code);
  });
});
