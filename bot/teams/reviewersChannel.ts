import type { Activity } from 'botbuilder';
import type { ChatKind } from '../../dialogs/interaction.ts';
import type { AddressBook, Contact } from '../../services/outbox/addressBook.ts';
import { addressOf, type ChatAddress } from './chatAddresses.ts';
import { isPersonal, withoutThread } from './identity.ts';

/** The addressee of everything that is posted in the reviewers' channel. */
export const reviewers = { kind: 'reviewers' } as const;

/** After so long without a way into the reviewers' channel, it can be moved from a reviewer's own chat. */
const goneMs = 3_600_000;

export interface ReviewersChannelDependencies {
  readonly addressBook: AddressBook<ChatAddress>;
  /** The channel's ID, if it is set: then no other channel can become it. */
  readonly channelId: string | undefined;
  /** The real time. */
  readonly now: () => Date;
}

/** Which channel is the reviewers' (D16), and how it becomes another. */
export function createReviewersChannel(dependencies: ReviewersChannelDependencies) {
  const { addressBook, channelId, now } = dependencies;

  /** `known`: what is recorded of the reviewers' channel. */
  function chatKindOf(activity: Activity, known: Contact<ChatAddress>): ChatKind {
    if (isPersonal(activity)) return 'ownChat';
    const { id, conversationType } = activity.conversation;
    if (conversationType !== 'channel') return 'groupChat';
    const reviewersChannel = channelId ?? known.address?.conversation.id;
    return reviewersChannel === withoutThread(id) ? 'reviewersChannel' : 'otherChannel';
  }

  /** The channel of an activity, as it is recorded of the reviewers' channel. */
  function channelOf(activity: Activity): ChatAddress {
    const { user: _sender, ...channel } = addressOf(activity);
    return channel;
  }

  return {
    /** Whether a setting names the channel. */
    isSet: channelId !== undefined,

    contact: () => addressBook.contact(reviewers),
    chatKindOf,

    async isHere(activity: Activity): Promise<boolean> {
      return chatKindOf(activity, await addressBook.contact(reviewers)) === 'reviewersChannel';
    },

    /** The activity's channel is the reviewers' from now on. */
    adopt: (activity: Activity, known: ChatAddress | undefined): Promise<void> =>
      addressBook.remember(reviewers, channelOf(activity), known),

    /** Records that a reviewer wants the activity's channel to be the reviewers', until somebody confirms it. */
    propose: (activity: Activity): Promise<void> =>
      addressBook.propose(reviewers, { ...channelOf(activity), ...nameOf(activity) }),

    /** The channel that a reviewer wants, if it is still the one that was asked about. */
    async proposed(conversationId: string): Promise<ChatAddress | undefined> {
      const { proposed } = await addressBook.contact(reviewers);
      return proposed?.conversation.id === conversationId ? proposed : undefined;
    },

    /** Makes a proposed channel the reviewers', if the press comes from where that is decided. False otherwise. */
    async moveTo(conversationId: string, from: ChatKind): Promise<boolean> {
      const known = await addressBook.contact(reviewers);
      if (channelId !== undefined || known.proposed?.conversation.id !== conversationId) return false;
      const decidedHere =
        from === 'reviewersChannel' || known.address === undefined || (from === 'ownChat' && isGone(known));
      if (!decidedHere) return false;
      await addressBook.adopt(reviewers, withoutName(known.proposed));
      return true;
    },

    /** The proposed channel is not wanted. */
    keep: (): Promise<void> => addressBook.propose(reviewers, undefined),

    isGone,
  };

  function isGone({ awaySince }: Contact<ChatAddress>): boolean {
    return awaySince !== undefined && now().getTime() - Date.parse(awaySince) >= goneMs;
  }
}

export type ReviewersChannel = ReturnType<typeof createReviewersChannel>;

const withoutName = ({ name: _name, ...address }: ChatAddress): ChatAddress => address;

/** What people call the channel, as far as Teams says it. */
function nameOf(activity: Activity): { readonly name?: string } {
  const data: unknown = activity.channelData;
  const names = [nameIn(data, 'team'), nameIn(data, 'channel')].filter((name) => name !== undefined);
  return names.length > 0 ? { name: names.join(' › ') } : {};
}

function nameIn(data: unknown, field: string): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const named: unknown = Object.entries(data).find(([key]) => key === field)?.[1];
  if (typeof named !== 'object' || named === null || !('name' in named)) return undefined;
  return typeof named.name === 'string' && named.name.trim() !== '' ? named.name.trim() : undefined;
}
