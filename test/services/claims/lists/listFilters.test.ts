import assert from 'node:assert/strict';
import { claimDocument } from '../../../../services/claims/documents.ts';
import { claimStatuses, type SubmittedClaim } from '../../../../services/domain/claim.ts';
import { limits } from '../../../../services/domain/limits.ts';
import { contoso } from '../../../support/aClaim.ts';
import { fromDemo } from '../../../support/aPerson.ts';
import { listing, manyWorkloads, minute } from '../../../support/listing.ts';
import { grantedValue, type MemoryClaims, memoryClaims } from '../../../support/memoryClaims.ts';
import { adapters } from '../../../support/openStores.ts';
import { saveDirectory } from '../../../support/saveDirectory.ts';

const ana = fromDemo('Ana Ruiz');
const tailspin = 'f7f18f65-1ace-483e-b384-3cf774cfe2cb';

for (const { adapter, open } of adapters) {
  describe(`When a list of claims is narrowed on ${adapter} (R68)`, function () {
    this.timeout(60_000);
    let world: MemoryClaims;
    beforeEach(async () => {
      world = await memoryClaims({ open, directory: manyWorkloads });
    });
    afterEach(() => world.close());

    const { submitted, oneOfEach, filtered } = listing(() => world);

    it('looks for a customer in every draft, however many are of others', async () => {
      const [old = ''] = [
        await world.draft(ana, { customerDomain: 'tailspintoys.com', customerTenantId: tailspin }),
      ];
      for (let index = 0; index < 24; index += 1) {
        world.tick(minute);
        await world.draft(ana, { lines: `workload-${index}` });
      }
      assert.deepEqual(await filtered({ customer: 'tailspin' }), [old]);
    });

    it('shows one status only, if that is asked for', async () => {
      const numbers = await oneOfEach();
      for (const status of claimStatuses) assert.deepEqual(await filtered({ status }), [numbers[status]]);
    });

    it('finds a customer by the beginning of its name or of a domain, drafts too', async () => {
      const { Editing, ...ofContoso } = await oneOfEach();
      const elsewhere = { customerDomain: 'tailspintoys.com', customerTenantId: tailspin };
      const { number: toys } = await world.submitted(ana, elsewhere);
      const toysDraft = await world.draft(ana, { ...elsewhere, lines: 'workload-8' });
      const all = [Editing, ...Object.values(ofContoso)].sort();
      for (const customer of ['Contoso', 'conto', 'contoso.com', ' CONTOSO.c'])
        assert.deepEqual((await filtered({ customer })).sort(), all, customer);
      for (const customer of ['tailspintoys', 'tailspin t', 'TAILSPINTOYS.COM'])
        assert.deepEqual(await filtered({ customer }), [toysDraft, toys], customer);
      const wild = [
        '%',
        '*',
        '_',
        'con%',
        'conto_o',
        'c*',
        'cont?so',
        '[c]ontoso',
        'conto%73o',
        "contoso'",
        '\\',
      ];
      for (const customer of ['toys', 'contoso.comm', 'adventure', ...wild])
        assert.deepEqual(await filtered({ customer }), [], customer);
      assert.deepEqual(await filtered({ customer: 'contoso', status: 'Approved' }), [ofContoso.Approved]);
      assert.deepEqual(await filtered({ customer: 'tailspintoys.', status: 'Submitted' }), [toys]);
    });

    it('says that more customers match than are searched', async () => {
      const many = Array.from({ length: 6 }, (_, index) => ({
        tenantId: `00000000-0000-4000-8000-00000000000${index}`,
        name: `Zeta ${index}`,
        domains: [`zeta${index}.example`],
        subscriptions: [],
      }));
      await saveDirectory(world.store, {
        ...manyWorkloads,
        customers: [...manyWorkloads.customers, ...many],
      });
      const list = async (customer: string) =>
        grantedValue(await world.claims.lists.mine(ana, { filter: { customer } }));
      assert.equal((await list('zeta')).customersRead, 5);
      assert.equal((await list('zeta 5')).customersRead, undefined);
      assert.equal((await list('contoso')).customersRead, undefined);
    });

    it('refuses a customer that is too long at its field, and narrows by the rest', async () => {
      const { Approved } = await oneOfEach();
      const customer = 'x'.repeat(5000);
      const list = grantedValue(
        await world.claims.lists.mine(ana, { filter: { status: 'Approved', customer } }),
      );
      assert.deepEqual(list.refused, {
        customer,
        error: { code: 'tooLong', data: { limit: limits.domain, length: 5000 } },
      });
      assert.deepEqual(list.filter, { status: 'Approved' });
      assert.deepEqual(
        list.claims.map(({ number }) => number),
        [Approved],
      );
    });

    it('finds a customer’s drafts behind those of others, and all of them over pages', async () => {
      const ours: string[] = [];
      for (let index = 0; index < 12; index += 1) {
        world.tick(minute);
        const customerTenantId = index % 2 === 0 ? ` ${contoso.toUpperCase()} ` : contoso;
        ours.unshift(await world.draft(ana, { lines: `workload-${index}`, customerTenantId }));
      }
      for (let index = 12; index < 24; index += 1) {
        world.tick(minute);
        await world.draft(ana, { customerDomain: 'tailspintoys.com', customerTenantId: tailspin });
      }
      for (const customer of ['contoso', 'contoso.']) {
        const filter = { status: 'Editing', customer } as const;
        const first = grantedValue(await world.claims.lists.mine(ana, { filter }));
        const second = grantedValue(await world.claims.lists.mine(ana, { filter, after: first.next }));
        const pages = [first, second].map(({ claims }) => claims.map(({ number }) => number));
        assert.deepEqual(pages, [ours.slice(0, 10), ours.slice(10)], customer);
        assert.equal(second.next, undefined);
      }
    });

    it('takes what was typed for the beginning of a domain as it stands: figures, other alphabets', async () => {
      const filed = await world.submitted(ana);
      const draft = await world.draft(ana, { lines: 'workload-1', customerDomain: 'münchen.example' });
      const domains = ['365lab.example', 'xn--mnchen-3ya.example'];
      const [numeric = '', german = ''] = domains.map((_, index) => `C-0000-900${index}`);
      const writes = domains.map((customerDomain, index) => {
        const details = { ...filed.details, customerDomain };
        const claim = { ...filed, number: `C-0000-900${index}`, details, customerDomain } as SubmittedClaim;
        return { kind: 'create', document: claimDocument(claim) } as const;
      });
      assert((await world.store.batch(contoso, writes)).ok);
      for (const customer of ['365', '365L', '365lab.example'])
        assert.deepEqual(await filtered({ customer, status: 'Submitted' }), [numeric], customer);
      assert.deepEqual(await filtered({ customer: 'MÜNCHEN.exa' }), [draft, german]);
    });

    it('finds a customer by its tenant ID, by any of its domains and by the address of a page', async () => {
      const elsewhere = { customerDomain: 'tailspintoys.com', customerTenantId: tailspin };
      const { number: toys } = await world.submitted(ana, elsewhere);
      const draft = await world.draft(ana, { ...elsewhere, lines: 'workload-8' });
      const begun = await world.draft(ana, { customerDomain: 'tailspintoys.com', customerTenantId: '' });
      const { number: ours } = await world.submitted(ana);
      const otherDomain = manyWorkloads.customers.find(({ tenantId }) => tenantId === contoso)?.domains;
      assert(otherDomain && otherDomain.length > 1);
      for (const customer of otherDomain) assert.deepEqual(await filtered({ customer }), [ours], customer);
      assert.deepEqual(await filtered({ customer: contoso.toUpperCase() }), [ours]);
      for (const customer of [tailspin, ` {${tailspin.toUpperCase()}} `])
        assert.deepEqual((await filtered({ customer })).sort(), [draft, toys].sort(), customer);
      for (const customer of ['https://tailspintoys.com/about', 'info@tailspintoys.com', 'tailspintoys.com'])
        assert.deepEqual((await filtered({ customer })).sort(), [begun, draft, toys].sort(), customer);
    });

    for (const customer of ['contoso', 'contoso.com']) {
      it(`keeps the filter “${customer}” from page to page`, async () => {
        const numbers = await submitted(12);
        const filter = { status: 'Submitted', customer } as const;
        const first = grantedValue(await world.claims.lists.mine(ana, { filter }));
        assert.deepEqual(first.filter, filter);
        const second = grantedValue(await world.claims.lists.mine(ana, { filter, after: first.next }));
        assert.equal(second.next, undefined);
        const found = [...first.claims, ...second.claims].map(({ number }) => number);
        assert.deepEqual(found.sort(), numbers.sort());
      });
    }
  });
}
