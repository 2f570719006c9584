import assert from 'node:assert/strict';
import { createDirectory, type Directory } from '../../../services/directory/directoryService.ts';
import { subscriptionKey, subscriptionProductDocument } from '../../../services/directory/documents.ts';
import { personIdOf } from '../../../services/directory/personId.ts';
import type { Subscription } from '../../../services/domain/subscription.ts';
import type { DocumentStore } from '../../../services/storage/documents/documentStore.ts';
import { indexes } from '../../../services/storage/documents/indexes.ts';
import { createSqliteStore } from '../../../services/storage/documents/sqlite/sqliteStore.ts';
import { saveDirectory } from '../../support/saveDirectory.ts';
import { aDirectory, anAdmin, aReviewer, contoso, customerTenant, fabrikam, sales } from './aDirectory.ts';

const now = () => new Date('2026-11-02T09:00:00Z');
const ana = anAdmin();
const rita = aReviewer();

describe('When a directory has been imported', () => {
  let store: DocumentStore;
  let directory: Directory;
  let time: Date;

  beforeEach(async () => {
    store = createSqliteStore({ file: ':memory:', indexes });
    time = now();
    directory = createDirectory(store, { now: () => time });
    await saveDirectory(store, aDirectory());
  });
  afterEach(() => store.close());

  it('finds people by tenant and object ID, however these are written', async () => {
    assert.deepEqual(await directory.person(ana.tenantId.toUpperCase(), ana.objectId.toUpperCase()), ana);
    assert.equal(await directory.person(ana.tenantId, rita.objectId), undefined);
  });

  it('says who acts, with their rights at this moment (R97, R98)', async () => {
    const personId = personIdOf(ana.tenantId, ana.objectId);
    const actor = { personId, name: 'Ana Ruiz', email: ana.email, kind: 'partner', partnerId: 'fabrikam' };
    assert.deepEqual(await directory.actor(ana.tenantId, ana.objectId), {
      ...actor,
      roles: ['IncentivesAdmin'],
    });
    await saveDirectory(store, aDirectory({ people: [anAdmin({ roles: [] }), rita] }));
    assert.deepEqual(await directory.actor(ana.tenantId, ana.objectId), { ...actor, roles: [] });
  });

  it('tells a reviewer from a partner', async () => {
    assert.deepEqual(await directory.actor(rita.tenantId, rita.objectId), {
      personId: personIdOf(rita.tenantId, rita.objectId),
      name: 'Rita Lund',
      email: rita.email,
      kind: 'reviewer',
    });
  });

  it('knows partners, customers and the catalogue', async () => {
    const { id, name, locations } = fabrikam;
    assert.deepEqual(await directory.partner('fabrikam'), { id, name, locations });
    assert.deepEqual(await directory.customer(customerTenant.toUpperCase()), {
      tenantId: customerTenant,
      name: 'Contoso',
      domains: ['contoso.com'],
    });
    assert.deepEqual(await directory.catalogue(), aDirectory().catalogue);
    assert.equal(await directory.partner('nobody'), undefined);
    assert.equal(await directory.customer(ana.tenantId), undefined);
  });

  it("finds a customer's subscription by its ID and by its product, of no other customer (R22)", async () => {
    const {
      id,
      products: [product = ''],
    } = sales;
    assert.deepEqual(await directory.subscription(customerTenant.toUpperCase(), id.toUpperCase()), sales);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant.toUpperCase(), product), [sales]);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant, 'dynamics-365-finance'), []);
    assert.deepEqual(await directory.subscriptionsOf(ana.tenantId, product), []);
    assert.equal(await directory.subscription(ana.tenantId, id), undefined);
  });

  it('finds a subscription for several products by each of them, as long as it is for it (R22, R38)', async () => {
    const [finance, crm] = ['dynamics-365-finance', 'dynamics-365-sales'];
    const suite = { ...sales, id: '00000000-0000-4000-8000-000000000001', products: [finance, crm] };
    const saving = (...subscriptions: Subscription[]) =>
      saveDirectory(store, aDirectory({ customers: [{ ...contoso, subscriptions }] }));
    await saving(sales, suite);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant, finance), [suite]);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant, crm), [suite, sales]);
    assert.deepEqual(await directory.subscriptionsOf(ana.tenantId, crm), []);
    const { pk, id } = subscriptionProductDocument({ ...suite, tenantId: customerTenant }, 1);
    assert(await store.read(pk, id));
    await saving({ ...suite, products: [crm] });
    assert.equal(await store.read(pk, id), undefined);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant, finance), []);
    assert.equal((await directory.subscriptionsOf(customerTenant, crm)).length, 2);
  });

  it('reads a subscription that was stored when it could be for one product only, which changes nothing', async () => {
    const { products: _products, ...rest } = sales;
    const { pk, id } = subscriptionKey(customerTenant, sales.id);
    const body = { ...rest, product: 'dynamics-365-sales', tenantId: customerTenant };
    await store.batch(pk, [{ kind: 'upsert', document: { pk, id, type: 'subscription', body } }]);
    assert.deepEqual(await directory.subscription(customerTenant, sales.id), sales);
    assert.deepEqual(await directory.subscriptionsOf(customerTenant, 'dynamics-365-sales'), [sales]);
    const { subscriptions } = await saveDirectory(store, aDirectory());
    assert.deepEqual(subscriptions, { new: 0, changed: 0, unchanged: 1, gone: 0 });
  });

  it('reads only as many subscriptions of a product as it takes to know if there are several (R22)', async () => {
    const subscriptions = Array.from({ length: 9 }, (_, index) => ({
      ...sales,
      id: `aaaaaaaa-0000-4000-8000-00000000000${index}`,
    }));
    await saveDirectory(store, aDirectory({ customers: [{ ...contoso, subscriptions }] }));
    assert.equal((await directory.subscriptionsOf(customerTenant, 'dynamics-365-sales')).length, 3);
  });

  it("names a company's Incentives admins only (R99)", async () => {
    const billing = anAdmin({
      objectId: rita.objectId,
      name: 'Bo Ek',
      roles: ['BillingAdmin', 'GlobalAdmin'],
    });
    const both = anAdmin({
      objectId: customerTenant,
      name: 'Cy Ito',
      roles: ['GlobalAdmin', 'IncentivesAdmin'],
    });
    await saveDirectory(store, aDirectory({ people: [ana, billing, both, rita] }));
    assert.deepEqual(await directory.incentivesAdmins('fabrikam'), [ana, both]);
    assert.deepEqual(await directory.incentivesAdmins('nobody'), []);
  });

  it('lists everybody of a company, whatever their role (R79)', async () => {
    const nobody = anAdmin({ objectId: customerTenant, name: 'Cy Ito', roles: [] });
    await saveDirectory(store, aDirectory({ people: [ana, nobody, rita] }));
    const ids = [ana, nobody].map(({ tenantId, objectId }) => personIdOf(tenantId, objectId));
    assert.deepEqual(await directory.personIds('fabrikam'), ids);
    assert.deepEqual(await directory.personIds('nobody'), []);
  });

  it('remembers names for a minute and no longer', async () => {
    const nameNow = async () => (await directory.partner('fabrikam'))?.name;
    await nameNow();
    await saveDirectory(store, aDirectory({ partners: [{ ...fabrikam, name: 'Fabrikam Group' }] }));
    time = new Date('2026-11-02T09:00:59Z');
    assert.equal(await nameNow(), 'Fabrikam Consulting');
    time = new Date('2026-11-02T09:01:00Z');
    assert.equal(await nameNow(), 'Fabrikam Group');
  });
});

describe('When a directory is imported again', () => {
  const store = createSqliteStore({ file: ':memory:', indexes });
  const directory = createDirectory(store, { now });
  const knows = async (person: typeof ana) =>
    (await directory.actor(person.tenantId, person.objectId)) !== undefined;
  beforeEach(() => saveDirectory(store, aDirectory()));
  after(() => store.close());

  it('removes the rights of people who have left', async () => {
    await saveDirectory(store, aDirectory({ people: [] }));
    assert.deepEqual([await knows(ana), await knows(rita)], [false, false]);
    assert.deepEqual(await directory.incentivesAdmins('fabrikam'), []);
  });

  it('removes the rights of the people of a company that has left, and keeps its name for its claims', async () => {
    await saveDirectory(store, aDirectory({ partners: [], people: [rita] }));
    assert.equal(await knows(ana), false);
    assert.equal((await directory.partner('fabrikam'))?.name, 'Fabrikam Consulting');
  });

  it('keeps somebody who became a reviewer', async () => {
    await saveDirectory(
      store,
      aDirectory({ people: [aReviewer({ tenantId: ana.tenantId, objectId: ana.objectId })] }),
    );
    assert.equal((await directory.actor(ana.tenantId, ana.objectId))?.kind, 'reviewer');
    assert.deepEqual(await directory.incentivesAdmins('fabrikam'), []);
  });

  it('forgets nobody when it was broken off and is run again', async () => {
    for (let writes = 0; writes < 12; writes += 1) {
      await saveDirectory(store, aDirectory());
      await saveDirectory(breakingAfter(store, writes), aDirectory({ people: [] })).catch(() => undefined);
      await saveDirectory(store, aDirectory({ partners: [], people: [] }));
      assert.deepEqual([await knows(ana), await knows(rita)], [false, false], `after ${writes} writes`);
    }
  });
});

describe('When nothing has been imported', () => {
  it('knows nobody and offers nothing', async () => {
    const store = createSqliteStore({ file: ':memory:', indexes });
    const directory = createDirectory(store, { now });
    assert.equal(await directory.actor(ana.tenantId, ana.objectId), undefined);
    assert.deepEqual(await directory.catalogue(), { workloads: [], products: [] });
    await store.close();
  });
});

function breakingAfter(store: DocumentStore, writes: number): DocumentStore {
  let left = writes;
  return {
    ...store,
    batch: async (pk, list) => {
      left -= 1;
      if (left < 0) throw new Error('outage');
      return store.batch(pk, list);
    },
  };
}
