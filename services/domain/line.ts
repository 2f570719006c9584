/** One claimed workload (Microsoft 365) or one product with its subscription (Business Applications). */
export type Line =
  | { readonly kind: 'workload'; readonly workload: string }
  | { readonly kind: 'product'; readonly product: string; readonly subscriptionId: string };

/** The slot a line claims (R46): one workload of the customer, or one subscription. */
export function slotOf(line: Line): string {
  return line.kind === 'workload' ? `workload:${line.workload}` : subscriptionSlot(line.subscriptionId);
}

/** Whether two lines are the same: one workload, or one product with one subscription. */
export const isSameLine = (one: Line, other: Line): boolean =>
  slotOf(one) === slotOf(other) &&
  (one.kind === 'workload' || other.kind === 'workload' || one.product === other.product);

/** The slot of a subscription, by its GUID in lower case. */
export const subscriptionSlot = (id: string): string => `subscription:${id}`;

/** The ID by which a line is chosen in the form: its workload or product, each once in a claim. */
export const lineIdOf = (line: Line): string => (line.kind === 'workload' ? line.workload : line.product);
