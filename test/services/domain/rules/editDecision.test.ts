// Above 200 lines: one command, each thing that an edit may change, and the contests it makes or ends.

import assert from 'node:assert/strict';
import type { SubmittedClaim } from '../../../../services/domain/claim.ts';
import type { Command } from '../../../../services/domain/command.ts';
import type { Line } from '../../../../services/domain/line.ts';
import { slotsNeeded } from '../../../../services/domain/rules/decide.ts';
import { emptySlot, endSlot, hold, join, type Slot } from '../../../../services/domain/slot.ts';
import { aClaim, aClaimIn, aContestedSlot, someDetails, workload } from '../../../support/aClaim.ts';
import { anAdmin, anAdminWith } from '../../../support/aPerson.ts';
import {
  claimAfter,
  deciding,
  decisionOf,
  refusalOf,
  thanksgivingMonday,
} from '../../../support/deciding.ts';

const ana = anAdmin();
const exchange = workload('exchange-online');
const teams = workload('teams');
const sales = (subscriptionId: string): Line => ({ kind: 'product', product: 'sales', subscriptionId });
const finance = (subscriptionId: string): Line => ({ kind: 'product', product: 'finance', subscriptionId });
const business = (...lines: Line[]): SubmittedClaim =>
  aClaim({ status: 'Submitted', details: someDetails({ solutionArea: 'BusinessApplications', lines }) });
const editing = (...lines: Line[]): Command => ({ name: 'edit', changes: { lines } });
const submitted = aClaim({ status: 'Submitted' });
const ours = { partnerId: 'fabrikam', number: submitted.number, since: '2026-11-02T18:00:00.000Z' };
const theirs = { partnerId: 'northwind', number: 'C-0000-0009', since: '2026-11-03T18:00:00.000Z' };
const claimed = join(emptySlot('workload:exchange-online'), ours);
const free = emptySlot('workload:teams');
const wanted = join(free, theirs);
const pending = (slot: Slot | undefined) => slot?.pending.map(({ number }) => number);
const eventOf = (decision: ReturnType<typeof decisionOf>) => decision.history[0]?.event;

describe('When a partner edits its submitted claim (R88, R89)', () => {
  for (const role of ['IncentivesAdmin', 'BillingAdmin', 'GlobalAdmin'] as const)
    it(`lets a ${role} do so (R97)`, () => {
      const { claim } = decisionOf(
        submitted,
        { name: 'edit', changes: { mpnId: '4519930' } },
        {
          actor: anAdminWith(role),
        },
      );
      assert.equal(claim.details.mpnId, '4519930');
    });

  it('says from what to what in the history, field by field (R96)', () => {
    const customerContact = {
      ...submitted.details.customerContact,
      name: 'Dana Poe',
      language: 'sv',
    } as const;
    const decision = decisionOf(
      submitted,
      { name: 'edit', changes: { mpnId: '4519930', customerContact } },
      { actor: ana },
    );
    assert.deepEqual(eventOf(decision), {
      kind: 'ClaimEdited',
      changes: [
        { field: 'mpnId', from: '4512087', to: '4519930' },
        { field: 'customerContact.name', from: 'Cleo Park', to: 'Dana Poe' },
        { field: 'customerContact.language', from: 'en', to: 'sv' },
      ],
      added: [],
      removed: [],
    });
    assert.deepEqual(decision.claim.details, { ...submitted.details, mpnId: '4519930', customerContact });
    assert.deepEqual(decision.slots, []);
  });

  it('contends for added lines, leaves the slots of removed ones, and moves nothing else (D6)', () => {
    const decision = decisionOf(submitted, editing(teams), { actor: ana, slots: [claimed, free] });
    const [left, joined] = decision.slots;
    assert.deepEqual([pending(left), pending(joined)], [[], [submitted.number]]);
    assert.equal(joined?.pending[0]?.since, thanksgivingMonday);
    assert.deepEqual(eventOf(decision), {
      kind: 'ClaimEdited',
      changes: [],
      added: [teams],
      removed: [exchange],
    });
    assert.deepEqual(decision.claim.details.lines, [teams]);
  });

  it('is made with the slots of the changed lines only', () => {
    assert.deepEqual(slotsNeeded(submitted, editing(teams, exchange)), ['workload:teams']);
    assert.deepEqual(slotsNeeded(submitted, editing(teams)), ['workload:exchange-online', 'workload:teams']);
    assert.deepEqual(slotsNeeded(submitted, { name: 'edit', changes: { mpnId: '4519930' } }), []);
  });

  it('removes and adds a product whose subscription changes (R22)', () => {
    const claim = business(sales('one'), finance('three'));
    const command = editing(sales('two'), finance('three'));
    assert.deepEqual(slotsNeeded(claim, command), ['subscription:one', 'subscription:two']);
    assert.deepEqual(eventOf(decisionOf(claim, command, { actor: ana })), {
      kind: 'ClaimEdited',
      changes: [],
      added: [sales('two')],
      removed: [sales('one')],
    });
  });

  it('moves no slot on which another line of the claim stands (D6)', () => {
    const both = business(sales('one'), finance('one'));
    const cases: readonly (readonly [SubmittedClaim, Command, readonly string[]])[] = [
      [business(sales('one')), editing(sales('one'), finance('one')), []],
      [both, editing(finance('one')), []],
      [business(sales('one')), editing(finance('one')), []],
      [both, editing(sales('one'), finance('two')), ['subscription:two']],
      [both, editing(sales('two')), ['subscription:one', 'subscription:two']],
    ];
    for (const [claim, command, slots] of cases) assert.deepEqual(slotsNeeded(claim, command), slots);
    const added = decisionOf(business(sales('one')), editing(sales('one'), finance('one')), { actor: ana });
    const expected = { kind: 'ClaimEdited', changes: [], added: [finance('one')], removed: [] };
    assert.deepEqual(eventOf(added), expected);
    assert.deepEqual(added.slots, []);
  });

  it('leaves a slot whose subscription has ended as it is (R45)', () => {
    const details = someDetails({ lines: [sales('one'), exchange] });
    const ended = endSlot(join(emptySlot('subscription:one'), ours));
    const { slots } = decisionOf(aClaim({ status: 'Submitted', details }), editing(exchange), {
      actor: ana,
      slots: [ended],
    });
    assert.deepEqual(slots, [{ ...ended, version: ended.version + 1 }]);
  });

  it('refuses what changes nothing, in whatever order it is said', () => {
    const claim = aClaim({ status: 'Submitted', details: someDetails({ lines: [exchange, teams] }) });
    for (const changes of [{}, { lines: [teams, exchange] }, { mpnId: '4512087' }])
      assert.equal(
        refusalOf(deciding(claim, { name: 'edit', changes }, { actor: ana })).code,
        'nothingEdited',
      );
  });

  it('keeps between one and twenty lines (R17, R89)', () => {
    const many = Array.from({ length: 21 }, (_, index) => workload(`more-${index}`));
    for (const command of [editing(), editing(...many)])
      assert.equal(refusalOf(deciding(submitted, command, { actor: ana })).code, 'incomplete');
  });

  const unfit: readonly (readonly [string, SubmittedClaim, Command])[] = [
    ['a product in Microsoft 365', submitted, editing(exchange, sales('one'))],
    ['a workload in Business Applications', business(sales('one')), editing(sales('one'), exchange)],
    ['a product without its subscription', business(sales('one')), editing(sales('one'), finance(''))],
    ['a product a second time', business(sales('one')), editing(sales('one'), sales('two'))],
    ['a workload a second time', submitted, editing(exchange, teams, teams)],
  ];
  for (const [what, claim, command] of unfit)
    it(`refuses, whatever the form has let through, ${what} (R17, R26)`, () =>
      assert.equal(refusalOf(deciding(claim, command, { actor: ana })).code, 'incomplete'));

  it('leaves a product that stands twice already, and lets one of the two go (R17)', () => {
    const claim = business(sales('one'), sales('two'));
    const added = decisionOf(claim, editing(sales('one'), sales('two'), finance('three')), { actor: ana });
    assert.equal(added.claim.details.lines.length, 3);
    assert.equal(decisionOf(claim, editing(sales('two')), { actor: ana }).claim.details.lines.length, 1);
  });

  it('refuses what the company has claimed itself since it was checked (E5, D5)', () => {
    const other = aClaim({
      status: 'Submitted',
      number: 'C-0000-0002',
      details: someDetails({ lines: [teams] }),
    });
    const slots = [join(free, { ...ours, number: other.number })];
    const adding = (own: SubmittedClaim) =>
      deciding(submitted, editing(exchange, teams), { actor: ana, slots, own: [own] });
    assert.equal(refusalOf(adding(other)).code, 'incomplete');
    const presales = { ...other, details: someDetails({ lines: [teams], activities: ['Presales'] }) };
    assert(adding(presales).ok, 'another activity is another claim');
    const gone = { ...aClaimIn('Rejected'), number: other.number } as SubmittedClaim;
    assert(adding(gone).ok, 'a rejected one is not live');
  });

  it('counts as a change in Partner action required, so that no words are needed to resubmit (D3)', () => {
    const asked = aClaim({ status: 'PartnerActionRequired' });
    const { claim } = decisionOf(asked, { name: 'edit', changes: { mpnId: '4519930' } }, { actor: ana });
    assert.equal(
      claimAfter('PartnerActionRequired', decisionOf(claim, { name: 'comment', text: 'x' }, { actor: ana }))
        .answered,
      true,
    );
    assert.equal(decisionOf(claim, { name: 'resubmit' }, { actor: ana }).claim.status, 'Submitted');
  });

  it('remembers the version of the edit through every later status', () => {
    const { claim } = decisionOf(submitted, { name: 'edit', changes: { mpnId: '4519930' } }, { actor: ana });
    assert.equal(claim.editedVersion, claim.version);
    const reviewed = decisionOf(
      claim,
      { name: 'announceSubscriptionEnd', subscriptionId: 'x' },
      {
        actor: { kind: 'system', personId: 'system', name: '' },
      },
    ).claim;
    assert.equal(reviewed.editedVersion, claim.version);
  });
});

describe('When an edit makes or ends a contest (R48, R54)', () => {
  const alerts = (decision: ReturnType<typeof decisionOf>) =>
    decision.alerts.flatMap((alert) => (alert.kind === 'contest' ? [alert] : []));

  it('informs the partner in general words, the reviewers, and the claim that was there first (R52)', () => {
    const decision = decisionOf(submitted, editing(exchange, teams), { actor: ana, slots: [wanted] });
    assert.deepEqual(
      decision.history.map(({ event, seq, side }) => [event.kind, seq, side]),
      [
        ['ClaimEdited', 3, 'partner'],
        ['ArbitrationAnnounced', 4, 'system'],
      ],
    );
    assert.equal(decision.claim.historySeq, 4);
    assert.equal(decision.claim.arbitrationAnnouncedAt, thanksgivingMonday);
    assert.deepEqual(decision.claim.comments.at(-1), {
      at: thanksgivingMonday,
      side: 'system',
      notice: 'arbitration',
    });
    const [alert] = alerts(decision);
    assert.equal(alert?.joined, submitted.number);
    assert.deepEqual(
      alert?.recipients.map(({ to, notify }) => [to.kind, notify]),
      [
        ['reviewers', true],
        ['claim', false],
      ],
    );
  });

  it('says so once for each claim, however often it adds something contested (R52)', () => {
    const told = aClaim({ status: 'Submitted', arbitrationAnnouncedAt: '2026-11-03T18:00:00.000Z' });
    const decision = decisionOf(told, editing(exchange, teams), { actor: ana, slots: [wanted] });
    assert.equal(decision.history.length, 1);
    assert.deepEqual(decision.claim.comments, []);
  });

  it('says nothing of it when only what is taken out was contested', () => {
    const contested = aContestedSlot();
    const decision = decisionOf(submitted, editing(teams), { actor: ana, slots: [contested, free] });
    assert.equal(decision.claim.arbitrationAnnouncedAt, undefined);
    const [alert] = alerts(decision);
    assert.equal(alert?.joined, undefined);
    assert.deepEqual(
      alert?.recipients.map(({ to, notify }) => [to.kind, notify]),
      [['reviewers', false]],
    );
    assert.deepEqual(pending(decision.slots[0]), [theirs.number]);
  });

  it('goes on to arbitration where somebody else has been approved (D5)', () => {
    const held = hold(wanted, theirs);
    const { claim, slots } = decisionOf(submitted, editing(exchange, teams), { actor: ana, slots: [held] });
    assert(claim.arbitrationAnnouncedAt);
    assert.deepEqual([slots[0]?.holder?.claims, pending(slots[0])], [[theirs.number], [claim.number]]);
  });
});
