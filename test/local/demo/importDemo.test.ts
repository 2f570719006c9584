import assert from 'node:assert/strict';
import { importDemo } from '../../../local/demo/importDemo.ts';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { createDirectory } from '../../../services/directory/directoryService.ts';
import { importing } from '../../support/importing.ts';
import { type OpenedStore, openSqlite } from '../../support/openStores.ts';
import { saveDirectory } from '../../support/saveDirectory.ts';

const now = () => new Date('2026-11-02T09:00:00Z');

describe('When the local program starts with the demo directory (D8)', () => {
  let opened: OpenedStore;
  beforeEach(() => {
    opened = openSqlite(now);
  });
  afterEach(() => opened.close());

  it('imports the demo files, all of them', async () => {
    await importDemo(opened.store, now);
    const { people, customers, partners, catalogue } = loadDemo();
    const directory = createDirectory(opened.store, { now });
    assert.deepEqual(await directory.catalogue(), catalogue);
    for (const { tenantIds: _signedIn, ...partner } of partners)
      assert.deepEqual(await directory.partner(partner.id), partner);
    for (const person of people)
      assert.deepEqual(await directory.person(person.tenantId, person.objectId), person);
    for (const { subscriptions, ...customer } of customers) {
      assert.deepEqual(await directory.customer(customer.tenantId), customer);
      for (const subscription of subscriptions)
        assert.deepEqual(await directory.subscription(customer.tenantId, subscription.id), subscription);
    }
  });

  it('leaves at the next start what somebody has imported since', async () => {
    await importDemo(opened.store, now);
    const [customer] = loadDemo().customers;
    const subscription = customer?.subscriptions.find(({ state }) => state === 'Active');
    assert(customer && subscription);
    const { tenantId } = customer;
    const files = importing(opened.store);
    await files.done('subscriptions', [{ ...subscription, tenantId, state: 'Ended' }]);
    files.remove();
    await importDemo(opened.store, now);
    const found = await createDirectory(opened.store, { now }).subscription(tenantId, subscription.id);
    assert.equal(found?.state, 'Ended');
  });

  it('is stored in the same way by everything that saves a whole directory', async () => {
    await importDemo(opened.store, now);
    const tallies = await saveDirectory(opened.store, loadDemo());
    for (const tally of Object.values(tallies))
      assert.deepEqual([tally.new, tally.changed, tally.gone], [0, 0, 0]);
  });
});
