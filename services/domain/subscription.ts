/** How something was bought (R27–R30). */
export const purchaseChannels = ['VolumeLicensing', 'WebDirect', 'CSP', 'Other'] as const;
export const subscriptionStates = ['Active', 'InGrace', 'Suspended', 'Ended'] as const;

export interface Subscription {
  /** GUID, lower case. */
  readonly id: string;
  /** What it is for, one or several (R38): products of the catalogue, or another product's name when the family is not Dynamics365. */
  readonly products: readonly string[];
  readonly family: 'Dynamics365' | 'Microsoft365' | 'Other';
  readonly channel: (typeof purchaseChannels)[number];
  readonly state: (typeof subscriptionStates)[number];
  readonly provisioned: boolean;
}
