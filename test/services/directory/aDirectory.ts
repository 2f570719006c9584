import type {
  CustomerEntry,
  DirectoryData,
  PartnerEntry,
} from '../../../services/directory/import/directoryFile.ts';
import type { DirectoryPerson } from '../../../services/domain/actor.ts';
import type { Subscription } from '../../../services/domain/subscription.ts';

export const homeTenant = '4f0c1d9e-6a5b-4c27-9d18-2b7e93a0c561';
export const reviewTenant = 'b1d6a7f2-3c84-4e9b-8a05-7f2c61d90e34';
export const customerTenant = 'e83b5c07-19fa-4d62-b7c4-50a96e2d18f3';

export function anAdmin(overrides: Partial<DirectoryPerson & { kind: 'partner' }> = {}): DirectoryPerson {
  return {
    kind: 'partner',
    tenantId: homeTenant,
    objectId: '0a93d1c8-7e54-4b2f-a6d0-c8f135e7b942',
    name: 'Ana Ruiz',
    email: 'ana@fabrikam.com',
    partnerId: 'fabrikam',
    roles: ['IncentivesAdmin'],
    ...overrides,
  };
}

export function aReviewer(overrides: Partial<DirectoryPerson & { kind: 'reviewer' }> = {}): DirectoryPerson {
  return {
    kind: 'reviewer',
    tenantId: reviewTenant,
    objectId: '76c2e4f8-d10b-4a93-95e7-3fb08a6d2c15',
    name: 'Rita Lund',
    email: 'rita@review.example.com',
    ...overrides,
  };
}

/** A company that is not in `aDirectory()`. */
export const anotherPartner = (overrides: Partial<PartnerEntry> = {}): PartnerEntry => ({
  id: 'northwind',
  name: 'Northwind Advisors',
  tenantIds: ['c42c7ae5-fd8f-48b1-98bd-f6d120b1e4bb'],
  locations: [{ mpnId: '6104418', name: 'Chicago', enrolments: [] }],
  ...overrides,
});

/** The one company of `aDirectory()`. */
export const fabrikam: PartnerEntry = {
  id: 'fabrikam',
  name: 'Fabrikam Consulting',
  tenantIds: [homeTenant],
  locations: [{ mpnId: '4501234', name: 'Seattle', enrolments: ['OSA-Sell'] }],
};

/** What the one customer of `aDirectory()` has. */
export const sales: Subscription = {
  id: '2d7f90b4-a6c3-4e18-8b52-9e04c7f1d63a',
  products: ['dynamics-365-sales'],
  family: 'Dynamics365',
  channel: 'WebDirect',
  state: 'Active',
  provisioned: true,
};

/** The one customer of `aDirectory()`. */
export const contoso: CustomerEntry = {
  tenantId: customerTenant,
  name: 'Contoso',
  domains: ['contoso.com'],
  subscriptions: [sales],
};

/** A small directory in the import format. */
export function aDirectory(overrides: Partial<DirectoryData> = {}): DirectoryData {
  return {
    partners: [fabrikam],
    people: [anAdmin(), aReviewer()],
    customers: [contoso],
    catalogue: {
      workloads: [{ id: 'exchange-online', name: 'Exchange Online' }],
      products: [{ id: 'dynamics-365-sales', name: 'Dynamics 365 Sales' }],
    },
    ...overrides,
  };
}
