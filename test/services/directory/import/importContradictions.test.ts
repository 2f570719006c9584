import assert from 'node:assert/strict';
import { createDirectory, type Directory } from '../../../../services/directory/directoryService.ts';
import { ownerKey } from '../../../../services/directory/documents.ts';
import type { PartnerEntry } from '../../../../services/directory/import/directoryFile.ts';
import type { Subscription } from '../../../../services/domain/subscription.ts';
import type { DocumentStore } from '../../../../services/storage/documents/documentStore.ts';
import { importing } from '../../../support/importing.ts';
import { adapters } from '../../../support/openStores.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';
import { crashingStore } from '../../../support/storeWrappers.ts';
import {
  aDirectory,
  anotherPartner,
  contoso,
  customerTenant,
  fabrikam,
  homeTenant,
  reviewTenant,
  sales,
} from '../aDirectory.ts';

// Above 200 lines: each thing that belongs to one only, with what refuses it and what moves it.

const now = () => new Date('2026-11-02T09:00:00Z');
const fourthTenant = '7c2b8a10-4d1e-4f3a-9b60-1d5e8c7f2a34';
const newId = 'aaaaaaaa-0000-4000-8000-000000000001';

const atContoso = (overrides: Partial<Subscription> = {}) => ({
  ...sales,
  ...overrides,
  tenantId: customerTenant,
});
const atFourth = (overrides: Partial<Subscription> = {}) => ({
  ...atContoso(overrides),
  tenantId: fourthTenant,
});
const fourth = (overrides: Partial<typeof contoso> = {}) => ({
  tenantId: fourthTenant,
  name: 'Fourth Coffee',
  domains: ['fourth.com'],
  subscriptions: [] as readonly Subscription[],
  ...overrides,
});

for (const { adapter, open } of adapters) {
  describe(`When an import contradicts what is stored, on ${adapter}`, () => {
    let store: DocumentStore;
    let close: () => Promise<void>;
    let files: ReturnType<typeof importing>;
    let directory: Directory;

    beforeEach(async () => {
      ({ store, close } = await open(now));
      await saveDirectory(store, aDirectory({ customers: [contoso, fourth()] }));
      files = importing(store);
      directory = createDirectory(store, { now });
    });
    afterEach(async () => {
      files.remove();
      await close();
    });

    /** As the store was before owners were written. */
    async function forgetOwner(id: string): Promise<void> {
      const key = ownerKey(id);
      assert((await store.batch(key.pk, [{ kind: 'delete', ...key }])).ok);
    }
    const customersOf = async (id: string) => {
      const tenants = [customerTenant, fourthTenant];
      const found = await Promise.all(tenants.map((tenantId) => directory.subscription(tenantId, id)));
      return tenants.filter((_, index) => found[index]);
    };
    const another = `${sales.id} is a subscription of another customer already (${customerTenant})`;

    it('refuses a subscription ID that stands at another customer, by line and field, and writes nothing (R46)', async () => {
      const rows = [atContoso({ id: newId }), { ...atFourth(), id: sales.id.toUpperCase() }];
      assert.deepEqual(await files.problems('subscriptions', rows), [`line 11, id: ${another}`]);
      assert.deepEqual(await files.problems('subscriptions', rows, { dryRun: true }), [
        `line 11, id: ${another}`,
      ]);
      const nested = [fourth({ subscriptions: [{ ...sales, id: newId }, sales] })];
      assert.deepEqual(await files.problems('customers', nested), [`line 2, subscriptions.1.id: ${another}`]);
      assert.deepEqual(files.batches, []);
      assert.deepEqual(await customersOf(newId), []);
    });

    it('refuses one that ended there, and one that this file ends (R46)', async () => {
      await files.done('subscriptions', [atContoso({ state: 'Ended' })]);
      for (const state of ['Active', 'Ended'] as const)
        assert.equal((await files.problems('subscriptions', [atFourth({ state })])).length, 1);
    });

    it('refuses an ID that stands twice in one file, and names both lines (R46)', async () => {
      const rows = [atContoso({ id: newId }), atFourth({ id: newId })];
      const twice = `subscription ID ${newId} stands on line 2 already`;
      assert.deepEqual(await files.problems('subscriptions', rows), [`line 11, ${twice}`]);
      const customers = [
        { ...contoso, subscriptions: [{ ...sales, id: newId }] },
        fourth({ subscriptions: [{ ...sales, id: newId }] }),
      ];
      assert.match(
        (await files.problems('customers', customers)).join(),
        /^line \d+, subscription ID .* stands on line 2 already$/,
      );
      assert.deepEqual(files.batches, []);
    });

    it('lets one of two imports at once have an ID, and stops the other, which is then refused by line (R46)', async () => {
      let begun = false;
      const beaten: DocumentStore = {
        ...store,
        async batch(...asked) {
          // Both have been checked when the other one writes.
          if (!begun) {
            begun = true;
            await files.done('subscriptions', [atFourth({ id: newId })]);
          }
          return await store.batch(...asked);
        },
      };
      const racing = importing(beaten);
      await assert.rejects(racing.run('subscriptions', [atContoso({ id: newId })]), {
        message: `Subscription ${newId} was meanwhile imported for the customer ${fourthTenant}.`,
      });
      assert.deepEqual(await customersOf(newId), [fourthTenant]);
      assert.equal((await racing.problems('subscriptions', [atContoso({ id: newId })])).length, 1);
      racing.remove();
    });

    it('is finished by running it again when it broke off between owner and subscription', async () => {
      const dying = importing(crashingStore(store, { at: 1, saved: true }));
      await assert.rejects(dying.run('subscriptions', [atContoso({ id: newId })]), /Batch 1/);
      dying.remove();
      assert.deepEqual(await customersOf(newId), []);
      assert.equal((await files.problems('subscriptions', [atFourth({ id: newId })])).length, 1);
      const tally = await files.done('subscriptions', [atContoso({ id: newId })]);
      assert.equal(tally.subscriptions?.new, 1);
      assert.deepEqual(await customersOf(newId), [customerTenant]);
    });

    it('finds the contradiction in a store from before owners were written, which the same file puts right', async () => {
      await forgetOwner(sales.id);
      assert.deepEqual(await files.problems('subscriptions', [atFourth()]), [`line 2, id: ${another}`]);
      const dry = await files.done('subscriptions', [atContoso()], { dryRun: true });
      assert.deepEqual(files.batches, []);
      assert.deepEqual(await files.done('subscriptions', [atContoso()]), dry);
      assert.equal(dry.subscriptions?.unchanged, 1);
      assert.equal(files.batches.length, 1, 'the owner');
      await files.done('subscriptions', [atContoso()]);
      assert.equal(files.batches.length, 1, 'nothing the second time');
    });

    it('lets a store that holds an ID twice be put right by ending one of the two (R45, R46)', async () => {
      await files.done('subscriptions', [atFourth({ id: newId })]);
      await forgetOwner(newId);
      const key = { pk: customerTenant, id: `subscription:${newId}` };
      const document = { ...key, type: 'subscription', body: atContoso({ id: newId }) };
      await store.batch(customerTenant, [{ kind: 'create', document }]);
      for (const row of [atContoso({ id: newId }), atFourth({ id: newId })])
        assert.equal((await files.problems('subscriptions', [row])).length, 1, 'both live');
      await files.done('subscriptions', [atContoso({ id: newId, state: 'Ended' })]);
      await files.done('subscriptions', [atFourth({ id: newId })]);
      assert.match(
        (await files.problems('subscriptions', [atContoso({ id: newId })])).join(),
        new RegExp(fourthTenant),
      );
      await files.done('subscriptions', [atContoso({ id: newId, state: 'Ended' })]);
    });

    it('refuses a domain that another customer has, unless the file takes it away from them (R37)', async () => {
      const taking = fourth({ domains: ['fourth.com', 'contoso.com'] });
      const taken = `domains: contoso.com belongs to Contoso (${customerTenant}); to move it, list that customer without it in the same file`;
      assert.deepEqual(await files.problems('customers', [taking]), [`line 2, ${taken}`]);
      assert.equal((await files.problems('customers', [taking, contoso])).length, 1, 'both want it');
      assert.deepEqual(files.batches, []);

      const giving = { ...contoso, domains: ['contoso.org'] };
      await files.done('customers', [taking, giving], { dryRun: true });
      await files.done('customers', [taking, giving]);
      assert.deepEqual((await directory.customer(fourthTenant))?.domains, taking.domains);
      assert.match((await files.problems('customers', [contoso])).join(), /contoso\.com belongs to Fourth/);
      await files.done('customers', [contoso, fourth()]);
    });

    const taking: readonly [
      what: string,
      of: Partial<PartnerEntry>,
      said: string,
      given: Partial<PartnerEntry>,
    ][] = [
      [
        'an MPN ID',
        { locations: fabrikam.locations },
        `locations: MPN ID ${fabrikam.locations[0]?.mpnId}`,
        { locations: [{ mpnId: '4509999', name: 'Oslo', enrolments: [] }] },
      ],
      [
        'an Entra tenant',
        { tenantIds: [homeTenant] },
        `tenantIds: ${homeTenant}`,
        { tenantIds: [reviewTenant] },
      ],
    ];
    for (const [what, of, said, given] of taking) {
      it(`refuses ${what} that another partner has, unless the file takes it away from that partner`, async () => {
        const taker = anotherPartner(of);
        const taken = `${said} belongs to Fabrikam Consulting (fabrikam); to move it, list that partner without it in the same file`;
        for (const dryRun of [true, false])
          assert.deepEqual(await files.problems('partners', [taker], { dryRun }), [`line 2, ${taken}`]);
        const both = await files.problems('partners', [taker, fabrikam]);
        assert.match(both.join('\n'), /^line \d+, (MPN ID|Entra tenant) \S+ stands on line 2 already$/);
        assert.deepEqual(files.batches, []);
        await files.done('partners', [taker, { ...fabrikam, ...given }]);
        assert.deepEqual((await directory.partner(taker.id))?.locations, taker.locations);
        assert.match((await files.problems('partners', [fabrikam])).join(), /belongs to Northwind Advisors/);
      });
    }

    it('lets a customer have a domain that another has given up before (R37)', async () => {
      await files.done('customers', [{ ...contoso, domains: ['contoso.org'] }]);
      await files.done('customers', [fourth({ domains: ['fourth.com', 'contoso.com'] })]);
    });
  });
}
