import type { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { ConversationParameters } from 'botbuilder';
import { type Card, hasInputs, type Reader } from '../cards/card.ts';
import { claimCard } from '../cards/claim.ts';
import { continuedCard } from '../cards/filing.ts';
import type { AddressBook } from '../services/alerts/addressBook.ts';
import type { Addressee, Alert, Recipient } from '../services/alerts/alert.ts';
import type { Delivery } from '../services/alerts/dispatcher.ts';
import { isStillNews } from '../services/alerts/news.ts';
import type { ShownCard, ShownCards } from '../services/alerts/shownCards.ts';
import type { Claims } from '../services/claims/claimService.ts';
import type { FileFocus } from '../services/claims/fileFocus.ts';
import type { Actor } from '../services/directory/directory.ts';
import type { Directory } from '../services/directory/directoryService.ts';
import { deliveryOf } from './deliveryFaults.ts';
import { cardMessage } from './door.ts';
import { createInConversation } from './inConversation.ts';
import type { Place } from './places.ts';

export interface MessengerDependencies {
  readonly adapter: TeamsAdapter;
  /** The bot's app ID; empty when authentication is off (the local page). */
  readonly appId: string;
  readonly addressBook: AddressBook<Place>;
  readonly shownCards: ShownCards;
  readonly focus: FileFocus;
  readonly claims: Claims;
  readonly directory: Directory;
}

/** One claim as an alert, as a thread's first card, and as a reply in the thread. */
interface Cards {
  readonly told: Card;
  readonly first: Card;
  readonly reply: Card;
  /** What an older card in a person's chat turns into. */
  readonly stub: Card;
}

const reader: Reader = { locale: 'en' };

/** Sends alerts into Teams: a new message, or the newest card of the claim brought up to date. */
export function createMessenger(dependencies: MessengerDependencies) {
  const { adapter, appId, addressBook, shownCards, focus, claims } = dependencies;
  const inConversation = createInConversation(adapter, appId);

  /** One recipient of one alert; harmless when repeated. */
  async function deliver(alert: Alert, recipient: Recipient): Promise<Delivery> {
    const place = await addressBook.find(recipient.to);
    if (!place && !recipient.notify) return { kind: 'sent' };
    // The reviewers' channel may not be there yet: what is for it waits.
    if (!place && recipient.to.kind === 'reviewers') return { kind: 'later' };
    if (!place) return await missed(alert, recipient);
    const cards = await cardsFor(alert, recipient);
    if (!cards) return { kind: 'unreachable' };
    try {
      if (recipient.to.kind === 'reviewers') await tellReviewers(place, alert, recipient, cards);
      else await tellPerson(place, alert, recipient, cards);
      return { kind: 'sent' };
    } catch (error) {
      const delivery = deliveryOf(error);
      if (delivery.kind !== 'unreachable') return delivery;
      // Reviewers must hear: their channel is tried again, and kept until a reviewer installs the bot elsewhere.
      if (recipient.to.kind === 'reviewers') return { kind: 'later' };
      await addressBook.forget(recipient.to);
      return await missed(alert, recipient);
    }
  }

  /** Nothing is lost for who cannot be reached: the claim is shown with their next word. */
  async function missed({ number }: Alert, { to, notify }: Recipient): Promise<Delivery> {
    if (notify) await addressBook.miss(to, number);
    return { kind: 'unreachable' };
  }

  /** The claim as it stands now; the event is told only while it is still the news. */
  async function cardsFor(alert: Alert, recipient: Recipient): Promise<Cards | undefined> {
    const actor = await actorOf(recipient.to);
    const found = actor && (await claims.open(actor, alert.number));
    if (!actor || !found?.ok || found.value.status === 'Editing') return undefined;
    const view = await claims.view(actor, found.value);
    const news = recipient.notify && isStillNews(alert.event, found.value.status) ? alert.event : 'changed';
    const told = { ...view, ...(news === 'changed' ? {} : { event: news }) };
    const toldCard = claimCard(told, reader);
    const first = claimCard({ ...(news === 'newClaim' ? told : view), collapsed: true }, reader);
    return {
      told: toldCard,
      // A thread that begins with other news has a toast that says so.
      first: { ...first, summary: toldCard.summary },
      reply: claimCard({ ...told, brief: true }, reader),
      stub: continuedCard({ number: alert.number, title: found.value.details.claimName }, reader),
    };
  }

  async function actorOf(to: Addressee): Promise<Actor | undefined> {
    if (to.kind === 'reviewers') return { kind: 'reviewer', personId: '', name: '' };
    const [tenantId = '', objectId = ''] = to.personId.split('/');
    return await dependencies.directory.actor(tenantId, objectId);
  }

  async function tellPerson(
    place: Place,
    alert: Alert,
    { notify }: Recipient,
    { told, stub }: Cards,
  ): Promise<void> {
    const conversationId = place.conversation.id;
    if (!notify) return await refresh(place, conversationId, alert.number, told);
    const older = await shownCards.find(conversationId, alert.number);
    await inConversation(place, conversationId, async (context) => {
      const sent = await context.sendActivity(cardMessage(told));
      const shown = { activityId: sent?.id ?? '', conversationId, hasInputs: hasInputs(told) };
      await shownCards.remember(conversationId, alert.number, shown);
    });
    if (older && !older.hasInputs) await retire(place, older, stub);
    if (alert.event === 'actionRequired') await focus.set(conversationId, alert.number);
  }

  /** One thread for each claim (R99): its first card begins it and always shows the present state, news are replies. */
  async function tellReviewers(
    place: Place,
    alert: Alert,
    { notify }: Recipient,
    { first, reply }: Cards,
  ): Promise<void> {
    const channelId = place.conversation.id;
    const root = await shownCards.find(channelId, alert.number);
    if (!root) {
      if (notify) await beginThread(place, alert.number, first);
      return;
    }
    // A comment moves nothing: a form that is being filled in on the first card stays.
    if (alert.event !== 'partnerComment') await refresh(place, channelId, alert.number, first);
    if (!notify || alert.event === 'newClaim') return;
    try {
      await inConversation(place, root.conversationId, (context) => context.sendActivity(cardMessage(reply)));
    } catch (error) {
      if (deliveryOf(error).kind !== 'unreachable') throw error;
      // The thread has been deleted: the claim gets a new one.
      await beginThread(place, alert.number, first);
    }
  }

  async function beginThread(place: Place, number: string, card: Card): Promise<void> {
    const channelId = place.conversation.id;
    const parameters = {
      isGroup: true,
      bot: place.bot,
      channelData: { channel: { id: channelId } },
      activity: { type: 'message', ...cardMessage(card) },
    } as ConversationParameters;
    let conversationId = '';
    await adapter.createConversationAsync(
      appId,
      place.channelId,
      place.serviceUrl,
      '',
      parameters,
      async (context) => {
        conversationId = context.activity.conversation.id;
      },
    );
    // Teams names the thread after its first message: `19:…;messageid=<activity ID>`.
    const activityId = conversationId.split(';messageid=')[1];
    if (activityId) await shownCards.remember(channelId, number, { conversationId, activityId });
  }

  /** A card that is gone is forgotten: nothing is left to bring up to date. */
  async function refresh(place: Place, key: string, number: string, card: Card): Promise<void> {
    const shown = await shownCards.find(key, number);
    if (!shown) return;
    try {
      await inConversation(place, shown.conversationId, (context) =>
        context.updateActivity({ ...cardMessage(card), id: shown.activityId }),
      );
    } catch (error) {
      if (deliveryOf(error).kind !== 'unreachable') throw error;
      await shownCards.forget(key, number);
    }
  }

  /** The older card must not contradict the new one. That it cannot be changed any more is no reason to send again. */
  async function retire(place: Place, older: ShownCard, stub: Card): Promise<void> {
    await inConversation(place, older.conversationId, (context) =>
      context.updateActivity({ ...cardMessage(stub), id: older.activityId }),
    ).catch(() => undefined);
  }

  return { deliver };
}
