import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { createProofTemplates } from '../../../../services/claims/proof/proofTemplates.ts';
import { createDirectory } from '../../../../services/directory/directoryService.ts';
import type { Actor, PersonActor } from '../../../../services/domain/actor.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { refusalOf } from '../../../support/deciding.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';

const aDayMs = 86_400_000;
const [ana, ben, nils, rita] = ['Ana Ruiz', 'Ben Okafor', 'Nils Berg', 'Rita Svensson'].map((name) =>
  aPersonOf(fromDemo(name)),
) as [PersonActor, PersonActor, PersonActor, PersonActor];

/** The system itself is in no directory. */
function aPersonOf(actor: Actor): PersonActor {
  if (actor.kind === 'system') throw new Error('A person of the demo is a person');
  return actor;
}

for (const { adapter, open } of adapters) {
  describe(`When a template of proof is asked for, on ${adapter} (R56)`, () => {
    let world: MemoryClaims;
    let templates: ReturnType<typeof createProofTemplates>;
    let number: string;

    beforeEach(async () => {
      world = await memoryClaims({ open });
      const { store, claims, now } = world;
      templates = createProofTemplates({ store, claims, directory: createDirectory(store, { now }), now });
      number = await world.draft(ana);
    });
    afterEach(() => world.close());

    it('knows the draft as it stands, the partner’s name, and the customer’s when domain and tenant agree', async () => {
      const view = grantedValue(await templates.view(ana, number));
      equal(view.answers.claimName, 'Contoso adoption');
      deepEqual([view.partnerName, view.customerName], ['Fabrikam Consulting', 'Contoso']);
      ok(view.options.lines.some(({ id }) => id === 'exchange-online'));
    });

    it('does not reveal the customer of a tenant to somebody who does not know its domain (R22)', async () => {
      for (const customerDomain of ['', 'fourthcoffee.com', 'contoso']) {
        const target = { number, commandId: world.newCommandId() };
        grantedValue(await world.claims.drafts.save(ana, target, { customerDomain }));
        const view = grantedValue(await templates.view(ana, number));
        equal('customerName' in view, false, customerDomain);
      }
    });

    it('has a new version after each change of the draft, so that its files have different names', async () => {
      const before = grantedValue(await templates.view(ana, number)).version;
      const target = { number, commandId: world.newCommandId() };
      grantedValue(await world.claims.drafts.save(ana, target, { claimName: 'Another' }));
      notEqual(grantedValue(await templates.view(ana, number)).version, before);
    });

    it('is refused to people who may not see the draft, and once the draft is submitted or deleted', async () => {
      for (const other of [nils, rita])
        equal(refusalOf(await templates.view(other, number)).code, 'notFound');
      const { number: submitted } = await world.submitted(ana, { lines: 'teams' });
      equal(refusalOf(await templates.view(ana, submitted)).code, 'alreadySubmitted');
    });

    it('is answered once, only by the person it was offered to', async () => {
      const reference = await templates.offer(ana, number);
      for (const other of [ben, nils, rita]) equal(await templates.take(other, reference), undefined);
      const taken = await Promise.all([1, 2, 3].map(() => templates.take(ana, reference)));
      deepEqual(
        taken.filter((one) => one !== undefined),
        [number],
      );
      equal(await templates.take(ana, reference), undefined);
    });

    it('keeps each offer apart from the others', async () => {
      const [first, second] = [await templates.offer(ana, number), await templates.offer(ana, number)];
      equal(await templates.take(ana, second), number);
      equal(await templates.take(ana, first), number);
    });

    it('is forgotten after a week without an answer', async () => {
      const [early, late] = [await templates.offer(ana, number), await templates.offer(ana, number)];
      world.tick(7 * aDayMs - 1000);
      equal(await templates.take(ana, early), number);
      world.tick(2000);
      equal(await templates.take(ana, late), undefined);
    });
  });
}
