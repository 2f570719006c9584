// Above 200 lines: every rule of the lines once more, for claims that are submitted already.

import assert from 'node:assert/strict';
import { loadDemo } from '../../../../local/demo/loadDemo.ts';
import { claimId, slotId } from '../../../../services/claims/documents.ts';
import type { Answers } from '../../../../services/domain/answers.ts';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { EditPart } from '../../../../services/domain/form/fields.ts';
import type { Slot } from '../../../../services/domain/slot.ts';
import type { Subscription } from '../../../../services/domain/subscription.ts';
import type { TenantAnswer } from '../../../../services/domain/tenantAnswer.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { claimEdited, grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';
import { technicalContact } from '../../../support/technicalContact.ts';

const ana = fromDemo('Ana Ruiz');
const nils = fromDemo('Nils Berg');
const rita = fromDemo('Rita Svensson');
const sales = 'dynamics-365-sales';
const fieldService = 'dynamics-365-field-service';
const fieldServiceId = '8ac52edf-933a-4628-bbef-fb224e054158';
const [firstSales, secondSales] = [
  '2606fe35-e9ef-472a-abe7-a546d0a01bd1',
  'f9a0f03d-7549-422f-ae4b-4b26359cbda5',
];
const salesId = `subscriptionId.${sales}` as const;
const dynamics: Answers = {
  solutionArea: 'BusinessApplications',
  activities: 'Usage',
  lines: fieldService,
  ...technicalContact,
};
const approve = { name: 'approve', confirmed: true } as const;
const withSales: Answers = { lines: `${fieldService},${sales}`, [salesId]: firstSales };

describe('When the lines of a submitted claim are edited (R86, R89, D11)', () => {
  let world: MemoryClaims;
  let tenant: TenantAnswer;
  beforeEach(async () => {
    tenant = { kind: 'found', tenantId: contoso };
    world = await memoryClaims({ tenantLookup: async () => tenant });
  });
  afterEach(() => world.close());

  const saving = (
    { number, version }: SubmittedClaim,
    typed: Answers,
    part: EditPart = 'lines',
    actor = ana,
  ) =>
    world.claims.edits
      .save(actor, { number, version, commandId: world.newCommandId() }, { part, typed })
      .then(claimEdited);
  const errorsOf = async (claim: SubmittedClaim, typed: Answers, part: EditPart = 'lines') => {
    const { errors } = await world.claims.edits.form(claim, { part, typed }, { check: true });
    return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.code]));
  };
  const linesOf = ({ details }: SubmittedClaim) =>
    details.lines.map((line) => (line.kind === 'product' ? line.subscriptionId : line.workload));
  const pendingOn = async (slot: string) =>
    (await world.store.read<Slot>(contoso, slotId(slot)))?.body.pending.map(({ number }) => number) ?? [];
  /** Imports Contoso's subscriptions anew, some of them changed. */
  async function change(ids: readonly string[], overrides: Partial<Subscription>): Promise<void> {
    const demo = loadDemo();
    const customers = demo.customers.map((customer) => ({
      ...customer,
      subscriptions: customer.subscriptions.map((each) =>
        ids.includes(each.id) ? { ...each, ...overrides } : each,
      ),
    }));
    await saveDirectory(world.store, { ...demo, customers });
  }

  const refusedLines: readonly (readonly [string, Answers, Readonly<Record<string, string>>])[] = [
    [
      'E1',
      { lines: `${fieldService},dynamics-365-commerce` },
      { 'line.dynamics-365-commerce': 'productNotOnTenant' },
    ],
    [
      'E2',
      { ...withSales, [salesId]: '8af66104-8e95-4c78-b69e-a7e7a1b79922' },
      { [salesId]: 'notForDynamics' },
    ],
    [
      'E3',
      { lines: `${fieldService},dynamics-365-customer-service` },
      { 'line.dynamics-365-customer-service': 'boughtThroughCsp' },
    ],
    [
      'E4',
      { lines: `${fieldService},dynamics-365-finance` },
      { 'line.dynamics-365-finance': 'notProvisioned' },
    ],
    ['E6', { ...withSales, [salesId]: '2606fe35' }, { [salesId]: 'notThisCustomers' }],
    ['R22', { ...withSales, [salesId]: '' }, { [salesId]: 'subscriptionNeeded' }],
    ['the list', { lines: 'nonsense' }, { lines: 'notOffered' }],
    ['R26', { lines: `${fieldService},exchange-online` }, { lines: 'notOffered' }],
    ['R17', { lines: `${fieldService},${fieldService}` }, { lines: 'chosenTwice' }],
    ['D5', { lines: fieldService, arbitration: `${contoso}/workload:teams` }, { arbitration: 'notOffered' }],
    ['R89', { lines: '' }, { lines: 'lastLine' }],
    ['the list', { lines: `${fieldService},nonsense` }, { lines: 'notOffered' }],
  ];
  for (const [row, typed, errors] of refusedLines)
    it(`refuses an added line by ${row}, and marks it: ${Object.values(errors)}`, async () => {
      const claim = await world.submitted(ana, dynamics);
      assert.deepEqual(await errorsOf(claim, typed), errors);
      assert.equal(refusalOf(await saving(claim, typed)).code, 'fieldErrors');
      assert.deepEqual(grantedValue(await world.claims.get(ana, claim.number)), claim, 'nothing is written');
    });

  it('refuses a product among the workloads of a Microsoft 365 claim (R26)', async () => {
    const claim = await world.submitted(ana);
    const typed = { lines: `exchange-online,${sales}` };
    assert.deepEqual(await errorsOf(claim, typed), { lines: 'notOffered' });
    assert.equal(refusalOf(await saving(claim, typed)).code, 'fieldErrors');
  });

  const changed: readonly (readonly [string, Partial<Subscription>, string])[] = [
    ['E7', { state: 'Suspended' }, 'notActive'],
    ['E8', { channel: 'Other' }, 'otherChannel'],
  ];
  for (const [row, overrides, code] of changed)
    it(`refuses an added line under ${row}, but no line that stays`, async () => {
      const claim = await world.submitted(ana, dynamics);
      await change([firstSales, fieldServiceId], overrides);
      assert.deepEqual(await errorsOf(claim, withSales), { [salesId]: code });
    });

  it('refuses what the company has claimed already for the same activity (E5, D5)', async () => {
    const claim = await world.submitted(ana, dynamics);
    const other = await world.submitted(ana, { ...dynamics, lines: sales, [salesId]: firstSales });
    const { errors } = await world.claims.edits.form(
      claim,
      { part: 'lines', typed: withSales },
      { check: true },
    );
    assert.deepEqual(errors, {
      [salesId]: { code: 'alreadyClaimed', data: { number: other.number, activity: 'Usage' } },
    });
    const presales = await world.submitted(ana, { ...dynamics, activities: 'Presales' });
    assert(grantedValue(await saving(presales, withSales)), 'another activity is another claim');
  });

  it('asks to go on to arbitration for an added line that somebody else holds, and for no other (D5)', async () => {
    const theirs = await world.submitted(nils, { ...dynamics, mpnId: '6104418' });
    const claim = await world.submitted(ana, dynamics);
    const held = await world.submitted(nils, {
      ...dynamics,
      mpnId: '6104418',
      lines: sales,
      [salesId]: firstSales,
    });
    // Approved although the other claim competes too: lines that stay in the claim are not asked about again.
    for (const { number } of [theirs, held]) {
      await world.did(rita, number, { name: 'startReview' });
      await world.did(rita, number, approve);
    }
    assert.deepEqual(await errorsOf(claim, withSales), { arbitration: 'arbitrationNeeded' });
    const { options } = await world.claims.edits.form(
      claim,
      { part: 'lines', typed: withSales },
      { check: true },
    );
    assert.deepEqual(options.held, [
      { id: `${contoso}/subscription:${firstSales}`, name: 'Dynamics 365 Sales' },
    ]);
    const arbitration = options.held[0]?.id ?? '';
    const edited = grantedValue(await saving(claim, { ...withSales, arbitration }));
    assert.deepEqual(linesOf(edited), [fieldServiceId, firstSales]);
    assert.deepEqual(await pendingOn(`subscription:${firstSales}`), [claim.number]);
  });

  it('says nothing about a competing claim under way, and mentions arbitration once saved (R53, R52)', async () => {
    await world.submitted(nils, { ...dynamics, mpnId: '6104418', lines: sales, [salesId]: firstSales });
    const claim = await world.submitted(ana, dynamics);
    assert.deepEqual(await errorsOf(claim, withSales), {});
    assert(grantedValue(await saving(claim, withSales)).arbitrationAnnouncedAt);
  });

  it('adds, exchanges and takes out, and slots follow', async () => {
    const claim = await world.submitted(ana, dynamics);
    const added = grantedValue(await saving(claim, withSales));
    assert.deepEqual(linesOf(added), [fieldServiceId, firstSales]);
    const exchanged = grantedValue(
      await saving(added, { ...withSales, [salesId]: ` ${secondSales.toUpperCase()} ` }),
    );
    assert.deepEqual(linesOf(exchanged), [fieldServiceId, secondSales]);
    assert.deepEqual(await pendingOn(`subscription:${firstSales}`), []);
    const less = grantedValue(await saving(exchanged, { lines: sales }));
    assert.deepEqual(linesOf(less), [secondSales]);
    assert.deepEqual(await pendingOn(`subscription:${fieldServiceId}`), []);
    assert.deepEqual(await pendingOn(`subscription:${secondSales}`), [claim.number]);
  });

  it('removes a line without checking it or any other, whatever has happened to them (R86)', async () => {
    const claim = await world.submitted(ana, { ...dynamics, ...withSales });
    await change([firstSales], { state: 'Ended' });
    tenant = { kind: 'unavailable' };
    assert.deepEqual(await errorsOf(claim, { lines: sales }), {});
    assert.deepEqual(linesOf(grantedValue(await saving(claim, { lines: fieldService }))), [fieldServiceId]);
  });

  it('keeps a product that a stored claim has twice, and takes it out with its tick (R17)', async () => {
    const claim = await world.submitted(ana, { ...dynamics, ...withSales });
    const stored = (await world.store.read<SubmittedClaim>(contoso, claimId(claim.number))) ?? assert.fail();
    const second = { kind: 'product', product: sales, subscriptionId: secondSales } as const;
    const details = { ...claim.details, lines: [...claim.details.lines, second] };
    await world.store.batch(contoso, [
      { kind: 'upsert', document: { ...stored, body: { ...claim, details } } },
    ]);
    const twice = { ...claim, details };
    const form = await world.claims.edits.form(twice, { part: 'lines', typed: {} }, { check: true });
    assert.deepEqual([form.answers.lines, form.errors], [`${fieldService},${sales}`, {}]);
    const typed = { ...withSales, [salesId]: secondSales };
    assert.equal(refusalOf(await saving(twice, typed)).code, 'nothingEdited');
    assert.deepEqual(linesOf(grantedValue(await saving(twice, { ...typed, lines: fieldService }))), [
      fieldServiceId,
    ]);
  });

  it('keeps a line that the catalogue does not have any more', async () => {
    const claim = await world.submitted(ana, { lines: 'exchange-online,teams' });
    const demo = loadDemo();
    const workloads = demo.catalogue.workloads.filter(({ id }) => id !== 'teams');
    await saveDirectory(world.store, { ...demo, catalogue: { ...demo.catalogue, workloads } });
    // A process of its own: what this one remembers of the catalogue may be a minute old.
    const later = world.startProcess();
    const { options } = await later.edits.form(claim, { part: 'lines', typed: {} }, { check: true });
    assert(
      options.lines.some(({ id }) => id === 'teams'),
      'or its tick would be lost',
    );
    const typed = { lines: 'exchange-online,teams,onedrive' };
    const edited = await later.edits.save(
      ana,
      { number: claim.number, version: claim.version, commandId: 'later' },
      { part: 'lines', typed },
    );
    assert.deepEqual(linesOf(grantedValue(edited).claim), ['exchange-online', 'teams', 'onedrive']);
  });

  it('asks for the subscription of a product that stays with its present one in the input (R22)', async () => {
    const claim = await world.submitted(ana, { ...dynamics, ...withSales });
    const { answers, options } = await world.claims.edits.form(
      claim,
      { part: 'lines', typed: {} },
      { check: true },
    );
    assert.equal(answers[salesId], firstSales, 'what stands is in the input');
    assert.deepEqual(options.subscriptionNeeded, [{ id: sales, name: 'Dynamics 365 Sales' }]);
    assert.deepEqual(options.subscriptionTaken, {});
  });
});
