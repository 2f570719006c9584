import type { DirectoryPerson, PersonActor } from '../domain/actor.ts';
import { companyOf, isIncentivesAdmin } from '../domain/actors.ts';
import { assertNever } from '../domain/assertNever.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Customer } from '../domain/customer.ts';
import type { Partner } from '../domain/partner.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DocumentStore } from '../storage/documents/documentStore.ts';
import {
  type CustomerNameRecord,
  catalogueKey,
  customerKey,
  type PartnerRecord,
  partnerKey,
  personKey,
  type StoredSubscription,
  type SubscriptionProduct,
  subscriptionIn,
  subscriptionKey,
} from './documents.ts';
import { personIdOf } from './personId.ts';

/** How long partners, customers and the catalogue may be cached, in milliseconds: they are only used for names and lists. */
const displayCacheMs = 60_000;
const rememberedEntries = 500;
/** Nobody needs to know more than whether there is none, one or several (R22). */
const subscriptionsRead = 3;
/** To find another customer, people type more of its name. */
const customersRead = 5;

/** Reads what was imported. People and subscriptions are read anew each time; partners, customers and the catalogue may be a minute old. */
export interface Directory {
  person(tenantId: string, objectId: string): Promise<DirectoryPerson | undefined>;
  /** The person with the rights of this moment (R97, R98): one point read, never cached. */
  actor(tenantId: string, objectId: string): Promise<PersonActor | undefined>;
  partner(id: string): Promise<Partner | undefined>;
  customer(tenantId: string): Promise<Customer | undefined>;
  /** Tenant IDs of customers whose name begins with this text in lower case. If there are `more`, the first five. */
  customersNamed(
    beginning: string,
  ): Promise<{ readonly tenantIds: readonly string[]; readonly more: boolean }>;
  /** The customer's subscriptions of a product, whatever their state; of many, the first three. */
  subscriptionsOf(tenantId: string, product: string): Promise<readonly Subscription[]>;
  subscription(tenantId: string, id: string): Promise<Subscription | undefined>;
  /** Empty until one has been imported. */
  catalogue(): Promise<Catalogue>;
  /** The IDs of all people listed with a company, with or without a role. */
  personIds(partnerId: string): Promise<readonly string[]>;
  /**
   * The company's Incentives admins of this moment: the people notified when nobody on the claim can be reached (R99).
   */
  incentivesAdmins(partnerId: string): Promise<DirectoryPerson[]>;
}

/** Creates the directory over the store that imports write to. */
export function createDirectory(store: DocumentStore, { now }: { readonly now: () => Date }): Directory {
  async function body<T>({ pk, id }: { pk: string; id: string }): Promise<T | undefined> {
    return (await store.read<T>(pk, id))?.body;
  }
  async function subscription(tenantId: string, id: string): Promise<Subscription | undefined> {
    const stored = await body<StoredSubscription>(subscriptionKey(tenantId, id));
    return stored && subscriptionOf(stored);
  }
  const personById = (personId: string) => body<DirectoryPerson>(personKey(personId));
  const cachedPartner = remember(now, async (id) => (await body<PartnerRecord>(partnerKey(id)))?.partner);
  const cachedCustomer = remember(now, (tenantId) => body<Customer>(customerKey(tenantId)));
  const cachedCatalogue = remember(now, () => body<Catalogue>(catalogueKey));

  return {
    person: (tenantId, objectId) => personById(personIdOf(tenantId, objectId)),
    async actor(tenantId, objectId) {
      const person = await personById(personIdOf(tenantId, objectId));
      return person && actorOf(person);
    },
    partner: cachedPartner,
    customer: (tenantId) => cachedCustomer(customerKey(tenantId).pk),
    async customersNamed(beginning) {
      const { documents, next } = await store.query<CustomerNameRecord>({
        type: 'customerName',
        range: { from: beginning, to: `${beginning}\uffff` },
        order: { field: 'nameKey', direction: 'ascending' },
        limit: customersRead,
      });
      return { tenantIds: documents.map(({ body: { tenantId } }) => tenantId), more: next !== undefined };
    },
    async subscriptionsOf(tenantId, product) {
      const pk = tenantId.toLowerCase();
      const query = {
        pk,
        equals: { tenantId: pk, product },
        order: { field: 'id', direction: 'ascending' },
        limit: subscriptionsRead,
      } as const;
      const [first, further] = await Promise.all([
        store.query<StoredSubscription>({ type: 'subscription', ...query }),
        store.query<SubscriptionProduct>({ type: 'subscriptionProduct', ...query }),
      ]);
      const others = await Promise.all(further.documents.map(({ body: { id } }) => subscription(pk, id)));
      return [...first.documents.map((document) => subscriptionOf(document.body)), ...others]
        .filter((found) => found !== undefined)
        .filter(({ products }) => products.includes(product))
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, subscriptionsRead);
    },
    subscription,
    catalogue: async () => (await cachedCatalogue('')) ?? { workloads: [], products: [] },
    personIds: async (partnerId) => (await body<PartnerRecord>(partnerKey(partnerId)))?.personIds ?? [],
    async incentivesAdmins(partnerId) {
      const record = await body<PartnerRecord>(partnerKey(partnerId));
      const people = await Promise.all((record?.incentivesAdminIds ?? []).map(personById));
      return people
        .filter((person) => person !== undefined)
        .filter((person) => companyOf(person) === partnerId && isIncentivesAdmin(person));
    },
  };
}

function subscriptionOf(stored: StoredSubscription): Subscription {
  const { tenantId: _customer, ...subscription } = subscriptionIn(stored);
  return subscription;
}

function actorOf(person: DirectoryPerson): PersonActor {
  const { name, email } = person;
  const personId = personIdOf(person.tenantId, person.objectId);
  switch (person.kind) {
    case 'reviewer':
      return { personId, name, email, kind: 'reviewer' };
    case 'partner':
      return { personId, name, email, kind: 'partner', partnerId: person.partnerId, roles: person.roles };
    default:
      return assertNever(person);
  }
}

/**
 * Caches what was found, but not that nothing was found. If there are too many entries, the oldest is dropped. Callers
 * that ask while a value is being read wait for it.
 */
function remember<T>(now: () => Date, read: (key: string) => Promise<T | undefined>) {
  const entries = new Map<string, { readonly asked: Promise<T | undefined>; readonly until: number }>();

  async function ask(key: string): Promise<T | undefined> {
    let value: T | undefined;
    try {
      value = await read(key);
      return value;
    } finally {
      if (value === undefined) entries.delete(key);
    }
  }

  return (key: string): Promise<T | undefined> => {
    const entry = entries.get(key);
    if (entry && now().getTime() < entry.until) return entry.asked;
    entries.delete(key);
    const oldest = entries.size >= rememberedEntries ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    const asked = ask(key);
    entries.set(key, { asked, until: now().getTime() + displayCacheMs });
    return asked;
  };
}
