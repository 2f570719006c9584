import { claimCard } from '../../cards/claim/claim.ts';
import { continuedCard } from '../../cards/filing/filing.ts';
import type { Card, Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import { isIrrelevant, isOvertaken } from '../../services/claims/news.ts';
import type { Directory } from '../../services/directory/directoryService.ts';
import { idsOf } from '../../services/directory/personId.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { Addressee, ClaimAlert, Recipient } from '../../services/domain/alert.ts';
import { brings, isUnmoved, opensCard, opensThread } from '../../services/domain/audience.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { Proactive } from './proactive.ts';

export interface MessengerDependencies {
  readonly proactive: Proactive;
  readonly shownCards: ShownCards;
  readonly claims: Claims;
  readonly directory: Directory;
  readonly reader: Reader;
}

/** One claim as an alert, as a thread's first card, and as a reply in the thread. */
interface Cards {
  /** The alert tells of its event; otherwise it only brings a card up to date. */
  readonly isNews: boolean;
  readonly alert: Card;
  readonly first: Card;
  readonly reply: Card;
  /** The card that replaces an older card in a person's chat. */
  readonly stub: Card;
}

/** Sends alerts about claims: a new message, or an update of the claim's newest card. */
export function createMessenger(dependencies: MessengerDependencies) {
  const { proactive, shownCards, claims, directory, reader } = dependencies;

  /** False when the claim no longer concerns this recipient. */
  async function tell(alert: ClaimAlert, recipient: Recipient, address: ChatAddress): Promise<boolean> {
    const cards = await cardsFor(alert, recipient);
    if (cards === 'irrelevant') return true;
    if (!cards) return false;
    if (recipient.to.kind === 'reviewers') await tellReviewers(address, alert, recipient, cards);
    else await tellPerson(address, alert, cards);
    return true;
  }

  /**
   * Cards of the current claim, which open with the alert's own event, however late. What was overtaken is no news any
   * more; a late reminder is not sent at all.
   */
  async function cardsFor(
    alert: ClaimAlert,
    recipient: Recipient,
  ): Promise<Cards | 'irrelevant' | undefined> {
    const actor = await actorOf(recipient.to);
    const found = actor && (await claims.get(actor, alert.number));
    if (!actor || !found?.ok || found.value.status === 'Editing') return undefined;
    const view = await claims.view(actor, found.value);
    if (isIrrelevant(alert, view)) return 'irrelevant';
    const isNews = recipient.notify && !isOvertaken(alert, found.value);
    const news = isNews ? alert.event : 'changed';
    const announced = { ...view, ...(opensCard(news) ? { event: news, eventAt: alert.at } : {}) };
    const alertCard = claimCard(announced, reader);
    const first = claimCard({ ...(opensThread(news) ? announced : view), collapsed: true }, reader);
    return {
      isNews,
      alert: alertCard,
      // If other news starts the thread, the toast announces that news.
      first: { ...first, summary: alertCard.summary },
      reply: claimCard({ ...announced, brief: true }, reader),
      stub: continuedCard({ number: alert.number, title: found.value.details.claimName }, reader),
    };
  }

  async function actorOf(to: Addressee): Promise<PersonActor | undefined> {
    if (to.kind !== 'person') return anyReviewer;
    const { tenantId, objectId } = idsOf(to.personId);
    return await directory.actor(tenantId, objectId);
  }

  async function tellPerson(
    address: ChatAddress,
    { number, version, event }: ClaimAlert,
    { isNews, alert: card, stub }: Cards,
  ): Promise<void> {
    const conversationId = address.conversation.id;
    if (!isNews) {
      const older = await shownCards.find(conversationId, number);
      // A form that was asked for stays. If the status has not changed, so does any card on which somebody may be
      // typing.
      if (older?.isForm || (isUnmoved(event) && older?.hasInputs)) return;
      return await proactive.refresh(address, { conversation: conversationId, topic: number, version }, card);
    }
    await proactive.postNewest(address, number, { card, stub });
    if (brings(event, 'PartnerActionRequired')) await shownCards.setNewest(conversationId, number);
  }

  /** One thread for each claim (R99): its first card starts it and always shows the current state; news are replies. */
  async function tellReviewers(
    address: ChatAddress,
    { number, version, event }: ClaimAlert,
    { notify }: Recipient,
    { isNews, first, reply }: Cards,
  ): Promise<void> {
    const channelId = address.conversation.id;
    const root = await shownCards.find(channelId, number);
    if (!root) {
      if (notify) await proactive.beginThread(address, number, first);
      return;
    }
    // A comment does not change the status, and clients refresh their own copy, so a form that is being filled in on
    // the first card stays.
    const stays = isUnmoved(event) && (isNews || root.isForm);
    if (!stays) {
      await proactive.refresh(address, { conversation: channelId, topic: number, version }, first);
      const { isForm, ...others } = root;
      if (isForm) await shownCards.remember(channelId, number, others);
    }
    if (isNews && !opensThread(event)) {
      await proactive.replyInThread(address, { topic: number, root }, { reply, first });
    }
  }

  return { tell };
}

/** The actor for whom cards in the reviewers' channel are made: any reviewer. */
export const anyReviewer: PersonActor = { kind: 'reviewer', personId: '', name: '' };

export type Messenger = ReturnType<typeof createMessenger>;
