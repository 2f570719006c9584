import type { Claims } from '../../services/claims/claims.ts';
import type { Alert, Recipient } from '../../services/domain/alert.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { AddressBook } from '../../services/outbox/addressBook.ts';
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
  readonly claims: Claims;
  readonly messenger: Messenger;
  readonly contestMessenger: ContestMessenger;
  readonly digestMessenger: DigestMessenger;
  readonly draftMessenger: DraftMessenger;
}

/** Delivers one alert to one recipient; harmless when repeated. */
export function createDeliver(dependencies: DeliverDependencies) {
  const { addressBook, claims, messenger, contestMessenger, draftMessenger, digestMessenger } = dependencies;

  return async function deliver(alert: Alert, recipient: Recipient): Promise<Delivery> {
    const { to, notify } = recipient;
    if (to.kind === 'claim') return await announce(alert, to.number);
    const address = await addressBook.find(to);
    if (!address && !notify) return { kind: 'sent' };
    // The reviewers' channel may not be known yet: its alerts wait.
    if (!address && to.kind === 'reviewers') return { kind: 'later' };
    if (!address) return await missed(alert, recipient);
    try {
      return { kind: (await tell(alert, recipient, address)) ? 'sent' : 'unreachable' };
    } catch (error) {
      const delivery = deliveryOf(error);
      if (delivery.kind !== 'unreachable') return delivery;
      // Reviewers must be notified: their channel is tried again, and its address is kept until a reviewer installs the
      // bot elsewhere.
      if (to.kind === 'reviewers') return { kind: 'later' };
      await addressBook.forget(to);
      return await missed(alert, recipient);
    }
  };

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
