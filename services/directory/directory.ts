/** Who and what the programme knows: imported data (D8), never code. */

/** Roles of a partner's people in Partner Center; R97 and R98 say what each may do. */
export const partnerRoles = ['IncentivesAdmin', 'BillingAdmin', 'GlobalAdmin'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

/** The incentive programmes a location (MPN ID) can be enrolled in (R3). */
export const programmes = ['OSA-Sell', 'OSU-Microsoft365', 'OSU-BusinessApplications'] as const;
export type Programme = (typeof programmes)[number];

export interface MpnLocation {
  /** Microsoft Partner Network ID: digits. */
  readonly mpnId: string;
  /** What the company calls the location, e.g. "Seattle office". */
  readonly name: string;
  readonly enrolments: readonly Programme[];
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly locations: readonly MpnLocation[];
}

/** Somebody the bot knows, by Entra tenant ID and object ID (both GUIDs). */
export type DirectoryPerson = {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
} & (
  | { readonly kind: 'partner'; readonly partnerId: string; readonly roles: readonly PartnerRole[] }
  | { readonly kind: 'reviewer' }
);

export const purchaseChannels = ['VolumeLicensing', 'WebDirect', 'CSP', 'Other'] as const;
export const subscriptionStates = ['Active', 'InGrace', 'Suspended', 'Ended'] as const;

export interface Subscription {
  /** GUID, lower case. */
  readonly id: string;
  /** A product of the catalogue, or another product's name when the family is not Dynamics365. */
  readonly product: string;
  readonly family: 'Dynamics365' | 'Microsoft365' | 'Other';
  readonly channel: (typeof purchaseChannels)[number];
  readonly state: (typeof subscriptionStates)[number];
  readonly provisioned: boolean;
}

export interface Customer {
  /** Entra tenant ID: GUID, lower case. */
  readonly tenantId: string;
  readonly name: string;
  readonly domains: readonly string[];
}

/** What can be claimed: workloads of Microsoft 365, products of Business Applications (Dynamics 365). */
export interface Catalogue {
  readonly workloads: readonly CatalogueItem[];
  readonly products: readonly CatalogueItem[];
}

export interface CatalogueItem {
  /** Short and stable, e.g. `exchange-online`. */
  readonly id: string;
  readonly name: string;
}

/** A person who acts, as the authenticated activity and the directory tell: the only source of rights. */
export type PersonActor = { readonly personId: string; readonly name: string; readonly email?: string } & (
  | { readonly kind: 'partner'; readonly partnerId: string; readonly roles: readonly PartnerRole[] }
  | { readonly kind: 'reviewer' }
);

/** Whoever acts: a person, or the programme itself where a rule acts without anybody's press. */
export type Actor =
  | PersonActor
  | { readonly kind: 'programme'; readonly personId: 'programme'; readonly name: string };

/** The programme as an actor; what people read of it comes from the catalogue. */
export const programme: Actor = { kind: 'programme', personId: 'programme', name: '' };
