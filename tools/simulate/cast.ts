import type { DirectoryData } from '../../services/directory/import/directoryFile.ts';
import { personIdOf } from '../../services/directory/personId.ts';
import type { PersonActor } from '../../services/domain/actor.ts';

/** How somebody of a partner answers: at once, late, at the very last moment, too late, or never. */
export const tempers = ['fast', 'slow', 'brink', 'late', 'silent'] as const;
export type Temper = (typeof tempers)[number];
/** How soon a reviewer acts, in hours at least and at most. */
export type Pace = readonly [least: number, most: number];

export interface Company {
  readonly id: string;
  readonly temper: Temper;
  /** The first person files, the others join in. */
  readonly people: readonly [PersonActor, ...PersonActor[]];
}

export interface Reviewer {
  readonly actor: PersonActor;
  readonly pace: Pace;
}

/** What a claim is about: a workload of a customer. */
export interface Wanted {
  readonly customerTenantId: string;
  readonly customerDomain: string;
  readonly workload: string;
}

const companyTempers: readonly Temper[] = [...tempers, 'fast', 'slow', 'silent'];
/** Zones on both sides of the date line, with and without summer time; one is not known. */
const zones: readonly (string | undefined)[] = [
  'America/Los_Angeles',
  'Europe/Madrid',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  undefined,
];
const paces: readonly Pace[] = [
  [1, 30],
  [12, 72],
  [24, 140],
  [60, 200],
  [150, 400],
];
const workloads = Array.from({ length: 12 }, (_, index) => `workload-${index + 1}`);

const guid = (kind: number, number: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const customerTenant = (number: number): string => guid(3, number);
const customerDomain = (number: number): string => `customer${number}.example`;
const mpnIdOf = (company: string): string => String(4_000_000 + Number(company.replace(/\D/g, '')));

/** Partners with fast, slow and silent people, reviewers who are in time and who are not. */
export function createCast() {
  const companies = companyTempers.map((temper, index): Company => {
    const id = `partner-${index + 1}`;
    const somebody = (number: number): PersonActor => ({
      kind: 'partner',
      partnerId: id,
      personId: personIdOf(guid(1, index), guid(2, number)),
      name: `Person ${number} of ${id}`,
      roles: [number === 1 ? 'IncentivesAdmin' : 'BillingAdmin'],
    });
    return { id, temper, people: [somebody(1), somebody(2), somebody(3)] };
  });
  const reviewers = paces.map((pace, index): Reviewer => {
    const personId = personIdOf(guid(9, 0), guid(2, index));
    return { pace, actor: { kind: 'reviewer', personId, name: `Reviewer ${index + 1}` } };
  });
  const everybody = [...companies.flatMap(({ people }) => people), ...reviewers.map(({ actor }) => actor)];
  const zoneById = new Map(everybody.map(({ personId }, index) => [personId, zones[index % zones.length]]));

  return {
    companies,
    reviewers,
    actor: (personId: string) => everybody.find((known) => known.personId === personId),
    zoneOf: (personId: string) => zoneById.get(personId),
    /** Each claim has a workload of its own, so that claims do not compete. */
    wantedBy(claim: number): Wanted {
      const number = Math.floor(claim / workloads.length);
      return {
        customerTenantId: customerTenant(number),
        customerDomain: customerDomain(number),
        workload: workloads[claim % workloads.length] ?? '',
      };
    },
    directory: (claims: number) => directoryOf({ companies, everybody }, claims),
  };
}

export type Cast = ReturnType<typeof createCast>;

/** The location with which a company claims. */
export const mpnIdOfCompany = ({ id }: Company): string => mpnIdOf(id);

function directoryOf(
  { companies, everybody }: { companies: readonly Company[]; everybody: readonly PersonActor[] },
  claims: number,
): DirectoryData {
  const named = (id: string) => ({ id, name: id });
  return {
    partners: companies.map(({ id, people }) => ({
      ...named(id),
      tenantIds: [people[0].personId.split('/')[0] ?? ''],
      locations: [{ mpnId: mpnIdOf(id), name: id, enrolments: [] }],
    })),
    people: everybody.map((actor) => {
      const [tenantId = '', objectId = ''] = actor.personId.split('/');
      const known = { tenantId, objectId, name: actor.name, email: 'somebody@cpor.example' };
      return actor.kind === 'reviewer'
        ? { ...known, kind: 'reviewer' }
        : { ...known, kind: 'partner', partnerId: actor.partnerId, roles: actor.roles };
    }),
    customers: Array.from({ length: Math.ceil(claims / workloads.length) }, (_, number) => ({
      tenantId: customerTenant(number),
      name: `Customer ${number}`,
      domains: [customerDomain(number)],
      subscriptions: [],
    })),
    catalogue: { workloads: workloads.map(named), products: [named('a-product')] },
  };
}
