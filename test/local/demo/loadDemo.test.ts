import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadDemo } from '../../../local/demo/loadDemo.ts';
import { partnerRoles } from '../../../services/domain/actor.ts';

describe('When somebody tries the demo', () => {
  const { partners, people, customers, catalogue } = loadDemo();
  const subscriptions = customers.flatMap((customer) => customer.subscriptions);
  const guide = readFileSync(new URL('../../../local/demo/README.md', import.meta.url), 'utf8');

  it('finds at each company every role, somebody with several and somebody with none (R97, R98)', () => {
    for (const { id } of partners) {
      const roles = people.flatMap((person) =>
        person.kind === 'partner' && person.partnerId === id ? [person.roles] : [],
      );
      for (const role of partnerRoles) assert(roles.some((held) => held.length === 1 && held[0] === role));
      assert(roles.some((held) => held.length > 1) && roles.some((held) => held.length === 0));
    }
    assert.equal(people.filter(({ kind }) => kind === 'reviewer').length, 2);
  });

  it('finds a location that is not enrolled, and one that is for each programme (R34)', () => {
    const enrolments = partners.flatMap(({ locations }) => locations.map((location) => location.enrolments));
    assert(enrolments.some((held) => held.length === 0) && enrolments.some((held) => held.length === 3));
  });

  it('meets every kind of subscription that the checks tell apart (R39, R40)', () => {
    assert.deepEqual([...new Set(subscriptions.map(({ state }) => state))].sort(), [
      'Active',
      'Ended',
      'InGrace',
      'Suspended',
    ]);
    assert.deepEqual([...new Set(subscriptions.map(({ channel }) => channel))].sort(), [
      'CSP',
      'Other',
      'VolumeLicensing',
      'WebDirect',
    ]);
    assert.deepEqual([...new Set(subscriptions.map(({ family }) => family))].sort(), [
      'Dynamics365',
      'Microsoft365',
      'Other',
    ]);
    assert(subscriptions.some(({ provisioned }) => !provisioned));
  });

  it('meets several subscriptions of one product, exactly one, and none (R22)', () => {
    const counts = customers.flatMap((customer) =>
      catalogue.products.map(
        ({ id }) => customer.subscriptions.filter(({ products }) => products.includes(id)).length,
      ),
    );
    for (const wanted of [0, 1, 2, 3])
      assert(counts.includes(wanted), `a product with ${wanted} subscriptions`);
  });

  it('finds in the guide which person to be and what to type', () => {
    const toFind = [
      ...people.map(({ name }) => name),
      ...partners.flatMap(({ locations }) => locations.map(({ mpnId }) => mpnId)),
      ...customers.flatMap(({ tenantId, domains }) => [tenantId, domains[0] ?? '']),
      ...subscriptions.map(({ id }) => id),
    ];
    assert.deepEqual(
      toFind.filter((text) => !guide.includes(text)),
      [],
    );
  });
});
