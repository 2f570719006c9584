import { contestCard } from '../../cards/contest/contest.ts';
import type { Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import type { ContestAlert, Recipient } from '../../services/domain/alert.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import { anyReviewer } from './messenger.ts';
import type { Proactive } from './proactive.ts';

/**
 * Informs reviewers of contested slots (R54): one card for each slot, kept up to date, and a reply in its thread for
 * each claim that joins.
 */
export function createContestMessenger(dependencies: {
  readonly proactive: Proactive;
  readonly shownCards: ShownCards;
  readonly claims: Claims;
  readonly reader: Reader;
}) {
  const { proactive, shownCards, claims, reader } = dependencies;

  async function tell(alert: ContestAlert, { notify }: Recipient, channel: ChatAddress): Promise<boolean> {
    const found = await claims.contest(anyReviewer, alert);
    if (!found.ok) return false;
    const view = found.value;
    const { topic, joined } = alert;
    const first = contestCard(view, reader);
    const root = await shownCards.find(channel.conversation.id, topic);
    if (!root) {
      if (notify && view.contest.contested) await proactive.beginThread(channel, topic, first);
      return true;
    }
    await proactive.refresh(channel, { conversation: channel.conversation.id, topic }, first);
    // A claim that joined and has left meanwhile is no news.
    const there = view.contest.claims.some(({ number }) => number === joined);
    if (notify && joined && there && view.contest.contested) {
      const reply = contestCard({ ...view, joined }, reader);
      await proactive.replyInThread(channel, { topic, root }, { reply, first });
    }
    return true;
  }

  return { tell };
}

export type ContestMessenger = ReturnType<typeof createContestMessenger>;
