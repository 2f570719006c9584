import { claimCard } from '../../cards/claim/claim.ts';
import { continuedCard } from '../../cards/filing/filing.ts';
import type { Card, Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import { isIrrelevant, isStillNews } from '../../services/claims/news.ts';
import type { Directory } from '../../services/directory/directoryService.ts';
import { idsOf } from '../../services/directory/personId.ts';
import type { PersonActor } from '../../services/domain/actor.ts';
import type { Addressee, ClaimAlert, Recipient } from '../../services/domain/alert.ts';
import { brings, isTold, isUnmoved, opensThread } from '../../services/domain/audience.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { Place } from '../teams/places.ts';
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
  readonly told: Card;
  readonly first: Card;
  readonly reply: Card;
  /** What an older card in a person's chat turns into. */
  readonly stub: Card;
}

/** Tells of claims: a new message, or the newest card of the claim brought up to date. */
export function createMessenger(dependencies: MessengerDependencies) {
  const { proactive, shownCards, claims, directory, reader } = dependencies;

  /** False when the claim is nothing for this recipient any more. */
  async function tell(alert: ClaimAlert, recipient: Recipient, place: Place): Promise<boolean> {
    const cards = await cardsFor(alert, recipient);
    if (cards === 'irrelevant') return true;
    if (!cards) return false;
    if (recipient.to.kind === 'reviewers') await tellReviewers(place, alert, recipient, cards);
    else await tellPerson(place, alert, recipient, cards);
    return true;
  }

  /** The claim as it stands now; the event is told only while it is still the news, a reminder not at all afterwards. */
  async function cardsFor(
    alert: ClaimAlert,
    recipient: Recipient,
  ): Promise<Cards | 'irrelevant' | undefined> {
    const actor = await actorOf(recipient.to);
    const found = actor && (await claims.open(actor, alert.number));
    if (!actor || !found?.ok || found.value.status === 'Editing') return undefined;
    const view = await claims.view(actor, found.value);
    if (isIrrelevant(alert, view)) return 'irrelevant';
    const news = recipient.notify && isStillNews(alert.event, found.value.status) ? alert.event : 'changed';
    const told = { ...view, ...(isTold(news) ? { event: news } : {}) };
    const toldCard = claimCard(told, reader);
    const first = claimCard({ ...(opensThread(news) ? told : view), collapsed: true }, reader);
    return {
      told: toldCard,
      // A thread that begins with other news has a toast that says so.
      first: { ...first, summary: toldCard.summary },
      reply: claimCard({ ...told, brief: true }, reader),
      stub: continuedCard({ number: alert.number, title: found.value.details.claimName }, reader),
    };
  }

  async function actorOf(to: Addressee): Promise<PersonActor | undefined> {
    if (to.kind !== 'person') return anyReviewer;
    const { tenantId, objectId } = idsOf(to.personId);
    return await directory.actor(tenantId, objectId);
  }

  async function tellPerson(
    place: Place,
    { number, version, event }: ClaimAlert,
    { notify }: Recipient,
    { told, stub }: Cards,
  ): Promise<void> {
    const conversationId = place.conversation.id;
    if (!notify) {
      const older = await shownCards.find(conversationId, number);
      // A form that was asked for stays; where the status has not moved, so does any card on which somebody may be typing.
      if (older?.isForm || (isUnmoved(event) && older?.hasInputs)) return;
      return await proactive.refresh(place, { place: conversationId, topic: number, version }, told);
    }
    await proactive.postNewest(place, number, { card: told, stub });
    if (brings(event, 'PartnerActionRequired')) await shownCards.setNewest(conversationId, number);
  }

  /** One thread for each claim (R99): its first card begins it and always shows the present state, news are replies. */
  async function tellReviewers(
    place: Place,
    { number, version, event }: ClaimAlert,
    { notify }: Recipient,
    { first, reply }: Cards,
  ): Promise<void> {
    const channelId = place.conversation.id;
    const root = await shownCards.find(channelId, number);
    if (!root) {
      if (notify) await proactive.beginThread(place, number, first);
      return;
    }
    // A comment moves nothing, and clients ask for their own copy: a form that is being filled in on the first card stays.
    const stays = isUnmoved(event) && (notify || root.isForm);
    if (!stays) {
      await proactive.refresh(place, { place: channelId, topic: number, version }, first);
      const { isForm, ...others } = root;
      if (isForm) await shownCards.remember(channelId, number, others);
    }
    if (notify && !opensThread(event)) {
      await proactive.replyInThread(place, { topic: number, root }, { reply, first });
    }
  }

  return { tell };
}

/** What stands in the reviewers' channel is for any of them. */
export const anyReviewer: PersonActor = { kind: 'reviewer', personId: '', name: '' };

export type Messenger = ReturnType<typeof createMessenger>;
