import type { links } from './links.ts';

/** What help explains, each on a card of its own, in the order of the list. */
export const helpTopics = [
  'purpose',
  'activity',
  'mpn',
  'ids',
  'subscription',
  'claimable',
  'elsewhere',
  'proof',
  'statuses',
  'deadlines',
  'competing',
  'approval',
  'rejection',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

/** The list of help in groups. */
export const topicGroups = {
  before: ['purpose', 'activity', 'mpn', 'ids', 'subscription', 'claimable', 'elsewhere', 'proof'],
  after: ['statuses', 'deadlines', 'competing', 'approval', 'rejection'],
} as const satisfies Record<string, readonly HelpTopic[]>;

/** What a topic leads to: pages outside, and the topics next to it. */
export const topicPlaces: Readonly<
  Record<HelpTopic, { readonly links: readonly (keyof typeof links)[]; readonly near: readonly HelpTopic[] }>
> = {
  purpose: { links: ['programmeGuide'], near: ['activity', 'approval'] },
  activity: { links: ['programmeGuide'], near: ['mpn', 'elsewhere'] },
  mpn: { links: ['enrolment'], near: ['activity', 'ids'] },
  ids: { links: ['findIds'], near: ['subscription', 'mpn'] },
  subscription: { links: [], near: ['claimable', 'ids'] },
  claimable: { links: ['support'], near: ['subscription', 'elsewhere'] },
  elsewhere: { links: ['programmeGuide'], near: ['activity', 'purpose'] },
  proof: { links: [], near: ['deadlines', 'rejection'] },
  statuses: { links: [], near: ['deadlines', 'approval'] },
  deadlines: { links: [], near: ['statuses', 'rejection'] },
  competing: { links: [], near: ['proof', 'deadlines'] },
  approval: { links: ['programmeGuide'], near: ['statuses', 'purpose'] },
  rejection: { links: ['support'], near: ['proof', 'deadlines'] },
};
