import type { links } from '../kit/links.ts';

/** What help explains, each on a card of its own, in the order of the list. */
export const helpTopics = [
  'purpose',
  'filing',
  'roles',
  'activity',
  'mpn',
  'ids',
  'subscription',
  'claimable',
  'elsewhere',
  'contacts',
  'proof',
  'drafts',
  'statuses',
  'editing',
  'deadlines',
  'competing',
  'approval',
  'rejection',
  'support',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

/** The list of help in groups. */
export const topicGroups = {
  before: ['purpose', 'filing', 'roles', 'drafts'],
  asked: ['activity', 'mpn', 'ids', 'subscription', 'claimable', 'elsewhere', 'contacts', 'proof'],
  after: ['statuses', 'editing', 'deadlines', 'competing', 'approval', 'rejection', 'support'],
} as const satisfies Record<string, readonly HelpTopic[]>;

/** What a topic leads to: pages outside, and the topics next to it. */
export const topicPlaces: Readonly<
  Record<HelpTopic, { readonly links: readonly (keyof typeof links)[]; readonly near: readonly HelpTopic[] }>
> = {
  filing: { links: [], near: ['activity', 'proof', 'drafts'] },
  roles: { links: [], near: ['drafts', 'filing'] },
  purpose: { links: ['programmeGuide'], near: ['activity', 'approval'] },
  activity: { links: ['programmeGuide'], near: ['mpn', 'elsewhere'] },
  mpn: { links: ['enrolment'], near: ['activity', 'ids'] },
  ids: { links: ['findIds'], near: ['subscription', 'mpn'] },
  subscription: { links: [], near: ['claimable', 'ids'] },
  claimable: { links: ['support'], near: ['subscription', 'elsewhere'] },
  elsewhere: { links: ['programmeGuide'], near: ['activity', 'purpose'] },
  contacts: { links: [], near: ['ids', 'editing'] },
  drafts: { links: [], near: ['filing', 'roles'] },
  editing: { links: [], near: ['drafts', 'statuses'] },
  support: { links: ['support'], near: ['claimable', 'rejection'] },
  proof: { links: [], near: ['deadlines', 'rejection'] },
  statuses: { links: [], near: ['deadlines', 'approval'] },
  deadlines: { links: [], near: ['statuses', 'rejection'] },
  competing: { links: [], near: ['proof', 'deadlines'] },
  approval: { links: ['programmeGuide'], near: ['statuses', 'purpose'] },
  rejection: { links: ['support'], near: ['proof', 'deadlines'] },
};
