import type { Claims } from '../../services/claims/claims.ts';
import type { Alert, Recipient } from '../../services/domain/alert.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { AddressBook, Contact } from '../../services/outbox/addressBook.ts';
import type { Delivery } from '../../services/outbox/dispatcher.ts';
import { tellClaim } from '../../services/outbox/tellClaim.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import type { ContestMessenger } from './contestMessenger.ts';
import { deliveryOf } from './deliveryFaults.ts';
import type { DigestMessenger } from './digestMessenger.ts';
import type { DraftMessenger } from './draftMessenger.ts';
import type { Messenger } from './messenger.ts';

export interface DeliverDependencies {
  readonly addressBook: AddressBook<ChatAddress>;
  /** D16: the only channel that may be the reviewers'; undefined if none is set. */
  readonly reviewersChannelId: string | undefined;
  /** Called once when the first alert waits for that channel. */
  readonly onUnknownChannel: () => void;
  /** The real time. */
  readonly now: () => Date;
  readonly claims: Claims;
  readonly messenger: Messenger;
  readonly contestMessenger: ContestMessenger;
  readonly digestMessenger: DigestMessenger;
  readonly draftMessenger: DraftMessenger;
}

/** Delivers one alert to one recipient; harmless when repeated. */
export function createDeliver(dependencies: DeliverDependencies) {
  const { addressBook, claims, messenger, contestMessenger, draftMessenger, digestMessenger } = dependencies;
  const { reviewersChannelId, onUnknownChannel, now } = dependencies;
  let saidUnknown = false;

  return async function deliver(alert: Alert, recipient: Recipient): Promise<Delivery> {
    const { to, notify } = recipient;
    if (to.kind === 'claim') return await announce(alert, to.number);
    const contact = await addressBook.contact(to);
    const address = addressIn(contact, to);
    if (!address && !notify) return { kind: 'sent' };
    if (!address && to.kind === 'reviewers') return waitForChannel();
    if (!address) return await missed(alert, recipient);
    try {
      const told = await tell(alert, recipient, address);
      if (contact.goneSince) await addressBook.back(to);
      return { kind: told ? 'sent' : 'unreachable' };
    } catch (error) {
      const delivery = deliveryOf(error);
      if (delivery.kind !== 'unreachable') return delivery;
      // Reviewers must be notified: their channel is tried again, and its address is kept until they choose another.
      if (to.kind === 'reviewers') {
        if (!contact.goneSince) await addressBook.gone(to, now().toISOString());
        return { kind: 'later' };
      }
      await addressBook.forget(to);
      return await missed(alert, recipient);
    }
  };

  /** D16: the setting wins, also over a channel that was chosen before. */
  function addressIn({ address }: Contact<ChatAddress>, to: Recipient['to']): ChatAddress | undefined {
    const isOther = to.kind === 'reviewers' && reviewersChannelId !== undefined;
    return isOther && address?.conversation.id !== reviewersChannelId ? undefined : address;
  }

  /** The reviewers' channel may not be known yet: its alerts wait. */
  function waitForChannel(): Delivery {
    if (!saidUnknown) onUnknownChannel();
    saidUnknown = true;
    return { kind: 'later' };
  }

  async function announce(alert: Alert, number: string): Promise<Delivery> {
    return alert.kind === 'contest'
      ? await tellClaim(claims.actAsSystem, alert, number)
      : { kind: 'unreachable' };
  }

  async function tell(alert: Alert, recipient: Recipient, address: ChatAddress): Promise<boolean> {
    switch (alert.kind) {
      case 'contest':
        return await contestMessenger.tell(alert, recipient, address);
      case 'draft':
        return await draftMessenger.tell(alert, recipient, address);
      case 'digest':
        return await digestMessenger.tell(alert, address);
      case 'claim':
        return await messenger.tell(alert, recipient, address);
      default:
        return assertNever(alert);
    }
  }

  /** Nothing is lost for a person who cannot be reached: the claim is shown when they next write or press. */
  async function missed(alert: Alert, { to, notify }: Recipient): Promise<Delivery> {
    if (notify && 'number' in alert) await addressBook.miss(to, alert.number);
    return { kind: 'unreachable' };
  }
}
