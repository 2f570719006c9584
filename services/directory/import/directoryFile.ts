import { z } from 'zod/v4';
import type { DirectoryPerson } from '../../domain/actor.ts';
import { companyOf } from '../../domain/actors.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Partner } from '../../domain/partner.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { personIdOf } from '../personId.ts';
import { customerSchema, itemSchema, partnerSchema, personSchema } from './directorySchemas.ts';

/** A company with its Entra tenants: its people sign in from one of them. */
export interface PartnerEntry extends Partner {
  readonly tenantIds: readonly string[];
}

/** A customer with its subscriptions nested, as in the import format. */
export interface CustomerEntry extends Customer {
  readonly subscriptions: readonly Subscription[];
}

/** Everything that one import brings (D8), checked and in canonical form. */
export interface DirectoryData {
  readonly partners: readonly PartnerEntry[];
  readonly people: readonly DirectoryPerson[];
  readonly customers: readonly CustomerEntry[];
  readonly catalogue: Catalogue;
}

/** The data is not in the import format; every problem names its entry and field. */
export class DirectoryFileError extends Error {
  override readonly name = 'DirectoryFileError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The directory data cannot be imported:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Checks imported data; throws a `DirectoryFileError` with all problems in one pass. GUIDs and domains become lower case. */
export function parseDirectory(data: unknown): DirectoryData {
  const shape = directorySchema.safeParse(data);
  if (!shape.success) throw new DirectoryFileError(shape.error.issues.map((issue) => problemOf(data, issue)));
  const contradictions = contradictionsIn(shape.data);
  if (contradictions.length > 0) throw new DirectoryFileError(contradictions);
  return shape.data;
}

const directorySchema = z.strictObject({
  partners: z.array(partnerSchema),
  people: z.array(personSchema),
  customers: z.array(customerSchema),
  catalogue: z.strictObject({ workloads: z.array(itemSchema).min(1), products: z.array(itemSchema).min(1) }),
});

/** Problems that no single field shows: duplicates, and references to nothing. */
function contradictionsIn({ partners, people, customers, catalogue }: DirectoryData): string[] {
  const products = new Set(catalogue.products.map(({ id }) => id));
  const partnerOf = new Map(partners.map((entry) => [entry.id, entry]));
  const items = [...catalogue.workloads, ...catalogue.products].map(({ id }) => id);

  return [
    ...repeated('partner ID', partners, ({ id }) => [id]),
    ...repeated('MPN ID', partners, ({ locations }) => locations.map((location) => location.mpnId)),
    ...repeated('Entra tenant', partners, ({ tenantIds }) => tenantIds),
    ...repeated('person', people, (entry) => [personIdOf(entry.tenantId, entry.objectId)]),
    ...repeated('customer tenant', customers, ({ tenantId }) => [tenantId]),
    ...repeated('domain', customers, ({ domains }) => domains),
    ...repeated('subscription ID', customers, ({ subscriptions }) => subscriptions.map(({ id }) => id)),
    ...repeated('catalogue ID', items, (id) => [id]),
    ...people.flatMap((entry) => wrongCompany(entry, partnerOf)),
    ...customers.flatMap((entry) => unknownProducts(entry, products)),
  ];
}

function unknownProducts(entry: CustomerEntry, products: ReadonlySet<string>): string[] {
  return entry.subscriptions.flatMap((subscription) =>
    unknownAmong(subscription, products).map(
      (product) =>
        `customer "${entry.name}", subscription ${subscription.id}: product "${product}" is not in the catalogue`,
    ),
  );
}

/** Only Dynamics 365 is claimed by subscription: other products need not be in the catalogue. */
export const unknownAmong = (
  { family, products }: Pick<Subscription, 'family' | 'products'>,
  known: ReadonlySet<string>,
): string[] => (family === 'Dynamics365' ? products.filter((product) => !known.has(product)) : []);

/** What is wrong with the company that a person is listed under, in words. */
export function wrongCompany(
  entry: DirectoryPerson,
  partnerOf: { get(id: string): Pick<PartnerEntry, 'name' | 'tenantIds'> | undefined },
): string[] {
  const partnerId = companyOf(entry);
  if (partnerId === undefined) return [];
  const company = partnerOf.get(partnerId);
  if (!company) return [`person "${entry.name}": partnerId "${partnerId}" is not among the partners`];
  if (company.tenantIds.includes(entry.tenantId)) return [];
  return [`person "${entry.name}": tenantId ${entry.tenantId} is not a tenant of ${company.name}`];
}

function repeated<T>(what: string, entries: readonly T[], keysOf: (entry: T) => readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of entries.flatMap(keysOf)) (seen.has(key) ? twice : seen).add(key);
  return [...twice].map((key) => `${what} ${key} stands there more than once`);
}

/** `people[2] "Ana Ruiz", email: Invalid email address` */
function problemOf(data: unknown, issue: z.core.$ZodIssue): string {
  const [section, ...path] = issue.path;
  let place = String(section ?? 'the file');
  let value = valueAt(data, section);
  for (const key of path) {
    value = valueAt(value, key);
    place += typeof key === 'number' ? `[${key}]${labelOf(value)}` : `, ${String(key)}`;
  }
  return `${place}: ${issue.message}`;
}

function valueAt(value: unknown, key: PropertyKey | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

function labelOf(entry: unknown): string {
  const label = valueAt(entry, 'name') ?? valueAt(entry, 'id');
  return typeof label === 'string' ? ` "${label}"` : '';
}
