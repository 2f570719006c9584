import { z } from 'zod/v4';
import { partnerRoles } from '../../domain/actor.ts';
import { programmes } from '../../domain/partner.ts';
import { purchaseChannels, subscriptionStates } from '../../domain/subscription.ts';
import { expected } from './fieldProblem.ts';

const guid = z.guid().toLowerCase();
const name = z.string().trim().min(1).max(200);
const shortId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, expected('a short ID such as `exchange-online`'));
const mpnId = z.string().regex(/^\d{4,10}$/, expected('an MPN ID of 4 to 10 digits'));
const domain = z
  .string()
  .toLowerCase()
  .refine(isWholeDomain, expected('a whole domain such as `contoso.com`'));

/** Labels of at most 63 characters, the last of which is a word. */
function isWholeDomain(text: string): boolean {
  const labels = text.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && /^[a-z0-9]+(-+[a-z0-9]+)*$/.test(label)) &&
    (/^[a-z]{2,}$/.test(last) || last.startsWith('xn--'))
  );
}

/** A company with its tenants and locations. */
export const partnerSchema = z.strictObject({
  id: shortId,
  name,
  tenantIds: z.array(guid).min(1),
  locations: z.array(z.strictObject({ mpnId, name, enrolments: z.array(z.enum(programmes)) })).min(1),
});

const personFields = { tenantId: guid, objectId: guid, name, email: z.email() };
const roles = z.array(z.enum(partnerRoles));
const personWith = <R extends typeof roles | z.ZodDefault<typeof roles>>(rolesOf: R) =>
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('partner'), ...personFields, partnerId: shortId, roles: rolesOf }),
      z.strictObject({ kind: z.literal('reviewer'), ...personFields }),
    ],
    { error: ({ code }) => (code === 'invalid_union' ? 'Expected partner or reviewer' : undefined) },
  );

/** Somebody the bot knows. */
export const personSchema = personWith(roles);

/** The same for a row of a table, where an empty cell of roles is left out: a person who may do nothing. */
export const personRowSchema = personWith(roles.default([]));

/**
 * Many more than a product suite has, and few enough that one subscription fits in one batch with everything written
 * with it.
 */
const mostProducts = 20;

const subscriptionFields = {
  id: guid,
  product: z.array(name).min(1).max(mostProducts),
  family: z.enum(['Dynamics365', 'Microsoft365', 'Other']),
  channel: z.enum(purchaseChannels),
  state: z.enum(subscriptionStates),
  provisioned: z.boolean(),
};
/** R38: catalogue products are IDs, so one text may list several. Other products' names may contain spaces. */
function withProductList(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('product' in value)) return value;
  const { product } = value;
  if (typeof product !== 'string' && !Array.isArray(product)) return value;
  const isList = 'family' in value && value.family === 'Dynamics365';
  const parts: unknown[] = [product].flat();
  return { ...value, product: isList ? parts.flatMap(wordsOf) : parts };
}

const wordsOf = (part: unknown): unknown => (typeof part === 'string' ? part.trim().split(/\s+/) : part);

const named = <T extends { readonly product: readonly string[] }>({ product, ...rest }: T) => ({
  ...rest,
  products: [...new Set(product)],
});

/** A subscription that names its customer. */
export const subscriptionSchema = z
  .preprocess(withProductList, z.strictObject({ tenantId: guid, ...subscriptionFields }))
  .transform(named);

/** A customer with its subscriptions nested. */
export const customerSchema = z.strictObject({
  tenantId: guid,
  name,
  domains: z.array(domain).min(1),
  subscriptions: z.array(z.preprocess(withProductList, z.strictObject(subscriptionFields)).transform(named)),
});

/** A workload or a product. */
export const itemSchema = z.strictObject({ id: shortId, name });

/** A line of the catalogue that says which of the two it is. */
export const catalogueRowSchema = itemSchema.extend({ kind: z.enum(['workload', 'product']) });
