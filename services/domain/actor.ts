/** The kinds of people who can act. They come from imported data (D8), never from code. */

/** Roles of a partner's people in Partner Center; R97 and R98 say what each may do. */
export const partnerRoles = ['IncentivesAdmin', 'BillingAdmin', 'GlobalAdmin'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

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

/** A person who acts, known from the authenticated activity and the directory: the only source of rights. */
export type PersonActor = { readonly personId: string; readonly name: string; readonly email?: string } & (
  | { readonly kind: 'partner'; readonly partnerId: string; readonly roles: readonly PartnerRole[] }
  | { readonly kind: 'reviewer' }
);

/** Who acts: a person, or the system where a rule takes effect without anybody pressing a button. */
export type Actor =
  | PersonActor
  | { readonly kind: 'system'; readonly personId: 'system'; readonly name: string };

/** The system as an actor. How it is named on cards comes from the text catalogue. */
export const system: Actor = { kind: 'system', personId: 'system', name: '' };
