import { z } from 'zod/v4';
import type { DirectoryPerson } from '../../domain/actor.ts';
import { companyOf } from '../../domain/actors.ts';
import type { SubscriptionRecord } from '../documents.ts';
import { personIdOf } from '../personId.ts';
import { type CustomerEntry, type PartnerEntry, unknownAmong, wrongCompany } from './directoryFile.ts';
import {
  catalogueRowSchema,
  customerSchema,
  partnerSchema,
  personRowSchema,
  subscriptionSchema,
} from './directorySchemas.ts';
import type { FileRow } from './fileRow.ts';
import type { ImportedData, OwnedValue } from './importedData.ts';
import type { FileFormat } from './readCsvRows.ts';

/** One kind of import: how its files are read and checked. */
export interface ImportKind<T> extends FileFormat {
  readonly schema: z.ZodType<T>;
  /** The keys that may be in a file only once. */
  readonly keysOf: (entry: T) => readonly (readonly [what: string, key: string])[];
  /** What contradicts earlier imports, in words. */
  readonly referenceProblems: (entry: T, known: ImportedData) => Promise<readonly ReferenceProblem[]>;
}

/** A problem in words; or one that counts only if a key of `keysOf` is nowhere in the file. */
export type ReferenceProblem = string | { readonly problem: string; readonly unlessListed: string };

/** A workload or a product, as a row. */
export type CatalogueRow = z.infer<typeof catalogueRowSchema>;

const text = (cell: string): string => cell;
/** Several values in one cell are separated by spaces. */
const words = (cell: string): string[] => cell.split(/\s+/);
const truths: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };
const truth = (cell: string): unknown => truths[cell.toLowerCase()] ?? cell;

const bySpaces = 'separate several by spaces';
const byBars = 'write each location as mpn:name:enrolments, several with | between them';

/** `4512087: Fabrikam Seattle: OSA-Sell OSU-Microsoft365 | 4519930: Fabrikam Madrid` */
const locations = (cell: string): unknown =>
  cell.split('|').map((location) => {
    const [mpnId, name, enrolments = '', ...rest] = location.split(':').map((part) => part.trim());
    return {
      mpnId,
      name: [name, ...rest].join(':'),
      enrolments: words(enrolments).filter((enrolment) => enrolment !== ''),
    };
  });

export const partnersKind: ImportKind<PartnerEntry> = {
  sections: false,
  columns: { id: text, name: text, tenantIds: words, locations },
  listForms: { tenantIds: bySpaces, locations: byBars },
  schema: partnerSchema,
  keysOf: ({ id, tenantIds, locations: places }) => [
    ['partner ID', id],
    ...tenantIds.map((tenantId) => ['Entra tenant', tenantId] as const),
    ...places.map(({ mpnId }) => ['MPN ID', mpnId] as const),
  ],
  async referenceProblems(partner, known) {
    const mpnIds = partner.locations.map(({ mpnId }) => mpnId);
    const [locationsTaken, tenantsTaken] = await Promise.all([
      known.otherPartnersWith('mpnId', { values: mpnIds, partnerId: partner.id }),
      known.otherPartnersWith('tenantId', { values: partner.tenantIds, partnerId: partner.id }),
    ]);
    return [
      ...locationsTaken.map((taken) => takenFrom('locations: MPN ID', taken)),
      ...tenantsTaken.map((taken) => takenFrom('tenantIds:', taken)),
    ];
  },
};

/** A file that also lists the other partner may move the value, because each value may be in a file only once. */
const takenFrom = (what: string, { value, id, name }: OwnedValue): ReferenceProblem => ({
  problem: `${what} ${value} belongs to ${name} (${id}); to move it, list that partner without it in the same file`,
  unlessListed: `partner ID ${id}`,
});

export const peopleKind: ImportKind<DirectoryPerson> = {
  sections: false,
  columns: {
    kind: text,
    tenantId: text,
    objectId: text,
    name: text,
    email: text,
    partnerId: text,
    roles: words,
  },
  listForms: { roles: bySpaces },
  schema: personRowSchema,
  keysOf: ({ tenantId, objectId }) => [['person', personIdOf(tenantId, objectId)]],
  async referenceProblems(person, known) {
    const partnerId = companyOf(person);
    const company = partnerId === undefined ? undefined : await known.partner(partnerId);
    return wrongCompany(person, { get: () => company });
  },
};

export const customersKind: ImportKind<CustomerEntry> = {
  sections: false,
  columns: { tenantId: text, name: text, domains: words },
  listForms: { domains: bySpaces },
  schema: z.preprocess(withSubscriptions, customerSchema),
  keysOf: ({ tenantId, domains, subscriptions }) => [
    ['customer tenant', tenantId],
    ...domains.map((domain) => ['domain', domain] as const),
    ...subscriptions.map(({ id }) => ['subscription ID', id] as const),
  ],
  async referenceProblems({ tenantId, domains, subscriptions }, known) {
    const takings = await Promise.all(domains.map((domain) => takenDomain(domain, tenantId, known)));
    const nested = subscriptions.map(async (subscription, index) =>
      (await problemsOf({ ...subscription, tenantId }, known)).map(
        (problem) => `subscriptions.${index}.${problem}`,
      ),
    );
    return [...takings.flat(), ...(await Promise.all(nested)).flat()];
  },
};

/** A file that also lists the other customer may move the domain, because each domain may be in a file only once. */
async function takenDomain(
  domain: string,
  tenantId: string,
  known: ImportedData,
): Promise<ReferenceProblem[]> {
  const other = await known.otherCustomerWith(domain, tenantId);
  if (!other) return [];
  const problem = `domains: ${domain} belongs to ${other.name} (${other.tenantId}); to move it, list that customer without it in the same file`;
  return [{ problem, unlessListed: `customer tenant ${other.tenantId}` }];
}

/** What is wrong with a customer's subscription, whichever file it comes in. */
async function problemsOf(subscription: SubscriptionRecord, known: ImportedData): Promise<string[]> {
  const { id } = subscription;
  const other = await known.otherCustomerOf(subscription);
  const unknown = unknownAmong(subscription, await known.products());
  return [
    ...(other === undefined ? [] : [`id: ${id} is a subscription of another customer already (${other})`]),
    ...unknown.map((product) => `product: "${product}" is not in the catalogue`),
  ];
}

/** Subscriptions may come in a file of their own. */
function withSubscriptions(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { subscriptions: [], ...value }
    : value;
}

export const subscriptionsKind: ImportKind<SubscriptionRecord> = {
  sections: false,
  columns: {
    tenantId: text,
    id: text,
    product: text,
    family: text,
    channel: text,
    state: text,
    provisioned: truth,
  },
  listForms: { product: bySpaces },
  schema: subscriptionSchema,
  keysOf: ({ id }) => [['subscription ID', id]],
  async referenceProblems(subscription, known) {
    const { tenantId } = subscription;
    return [
      ...((await known.hasCustomer(tenantId)) ? [] : [`tenantId: no customer ${tenantId} has been imported`]),
      ...(await problemsOf(subscription, known)),
    ];
  },
};

export const catalogueKind: ImportKind<CatalogueRow> = {
  sections: true,
  columns: { kind: text, id: text, name: text },
  listForms: {},
  schema: catalogueRowSchema,
  keysOf: ({ id }) => [['catalogue ID', id]],
  referenceProblems: async () => [],
};

const kindOfSection: Readonly<Record<string, string>> = { workloads: 'workload', products: 'product' };

/** The value that the schema checks. A row in a list of one kind gets its kind from that list. */
export function entryIn({ section, value }: FileRow): unknown {
  if (section === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return value;
  return { ...value, kind: kindOfSection[section] ?? section };
}
