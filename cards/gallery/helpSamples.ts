import { channelDecidedCard, channelQuestionCard } from '../channel/reviewersChannel.ts';
import { helpCard, helpChoiceCard } from '../help/help.ts';
import { helpTopicCard } from '../help/helpTopic.ts';
import { helpTopics } from '../help/helpTopics.ts';
import { welcomeCard } from '../help/welcome.ts';
import type { Reader } from '../kit/card.ts';
import type { Sample } from './sample.ts';

/** Help and every topic of it, how each audience is welcomed, and the question which channel is the reviewers'. */
export const helpSamples = (reader: Reader): readonly Sample[] => [
  ...(['filer', 'partner', 'reviewer'] as const).map((audience) => ({
    id: `help/${audience}`,
    card: helpCard({ audience }, reader),
  })),
  ...helpTopics.map((topic) => ({
    id: `help/topic/${topic}`,
    card: helpTopicCard({ topic, audience: 'filer' }, reader),
  })),
  {
    id: 'help/topic-for-reviewers',
    card: helpTopicCard({ topic: 'proof', audience: 'reviewer', near: ['competing'] }, reader),
  },
  { id: 'help/choice', card: helpChoiceCard(['subscription', 'claimable', 'ids'], reader) },
  ...(['filer', 'partner', 'reviewer', 'channel'] as const).map((audience) => ({
    id: `welcome/${audience}`,
    card: welcomeCard({ audience, name: 'Ann Partner' }, reader),
  })),
  ...(['presentChannel', 'ownChat', 'newChannel'] as const).map((askedIn) => ({
    id: `channel/asked-in-${askedIn}`,
    card: channelQuestionCard({ askedIn, ...anotherChannel }, reader),
  })),
  ...[true, false].map((moved) => ({
    id: `channel/${moved ? 'moved' : 'kept'}`,
    card: channelDecidedCard({ moved, ...anotherChannel }, reader),
  })),
];

const anotherChannel = {
  channel: '19:incentives@thread.tacv2',
  name: 'Incentives EMEA › Claims',
  by: 'Rita Svensson',
};
