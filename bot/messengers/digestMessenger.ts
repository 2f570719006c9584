import { digestCard } from '../../cards/digest/digest.ts';
import type { Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import type { DigestAlert } from '../../services/domain/alert.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { Proactive } from './proactive.ts';

/**
 * Puts the digest into the reviewers' channel (R79): one separate message, whose content is gathered when it is sent.
 */
export function createDigestMessenger(dependencies: {
  readonly proactive: Proactive;
  readonly shownCards: ShownCards;
  readonly claims: Claims;
  readonly reader: Reader;
}) {
  const { proactive, shownCards, claims, reader } = dependencies;

  async function tell({ topic, version }: DigestAlert, channel: ChatAddress): Promise<boolean> {
    const key = `${topic}:${version}`;
    if (await shownCards.find(channel.conversation.id, key)) return true;
    const digest = await claims.lists.digest();
    // A morning on which nothing is due needs no message.
    if (digest.claims.length > 0) await proactive.beginThread(channel, key, digestCard(digest, reader));
    return true;
  }

  return { tell };
}

export type DigestMessenger = ReturnType<typeof createDigestMessenger>;
