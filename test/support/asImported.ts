/**
 * Directory entries as somebody would write them in a JSON file: what a subscription is for stands under `product`, as
 * one text with spaces.
 */
export const asImported = (entries: unknown): unknown =>
  JSON.parse(JSON.stringify(entries, (_key, value: unknown) => (isSubscription(value) ? row(value) : value)));

interface Subscribed {
  readonly family: unknown;
  readonly products: readonly string[];
}

const isSubscription = (value: unknown): value is Subscribed =>
  typeof value === 'object' &&
  value !== null &&
  'family' in value &&
  'products' in value &&
  Array.isArray(value.products);

const row = ({ products, ...rest }: Subscribed) => ({ ...rest, product: products.join(' ') });
