import type { Claims } from '../../services/claims/claims.ts';
import type { Addressee, Alert, Recipient } from '../../services/domain/alert.ts';
import type { AddressBook, Contact } from '../../services/outbox/addressBook.ts';
import { notInstalled } from '../../services/outbox/catchUpChannel.ts';
import type { Delivery } from '../../services/outbox/delivery.ts';
import { tellClaim } from '../../services/outbox/tellClaim.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import { deliveryOf } from './deliveryFaults.ts';
import type { Posting } from './posting.ts';
import type { Tell } from './tell.ts';

export interface DeliverDependencies {
  readonly addressBook: AddressBook<ChatAddress>;
  /** D16: the only channel that may be the reviewers'; undefined if none is set. */
  readonly reviewersChannelId: string | undefined;
  readonly claims: Pick<Claims, 'actAsSystem'>;
  readonly posting: Pick<Posting, 'hasReached'>;
  /** In cards. */
  readonly tell: Tell;
  /** In plain sentences. */
  readonly tellPlainly: Tell;
  readonly now: () => Date;
}

const reviewers = { kind: 'reviewers' } as const;

/** Delivers one alert to one recipient; harmless when repeated. */
export function createDeliver(dependencies: DeliverDependencies) {
  const { addressBook, reviewersChannelId, claims, posting, tell, tellPlainly, now } = dependencies;

  async function deliver(alert: Alert, recipient: Recipient): Promise<Delivery> {
    const { to, notify, plain } = recipient;
    if (to.kind === 'claim') return await announce(alert, to.number);
    const contact = await contactOf(to);
    const { address } = contact;
    if (!address && !notify) return { kind: 'sent', silent: true };
    // The reviewers' channel may not be known yet: its alerts wait.
    if (!address && to.kind === 'reviewers') return { kind: 'away', why: notInstalled, silent: true };
    if (!address) return { kind: 'unreachable', why: 'noAddress', silent: true };
    const say = plain ? tellPlainly : tell;
    return await sendTo(recipient, { ...contact, address }, () => say(alert, recipient, address));
  }

  /** D16: the setting wins, also over a channel that was chosen before. */
  async function contactOf(to: Addressee): Promise<Contact<ChatAddress>> {
    const { address, ...contact } = await addressBook.contact(to);
    const isOther = to.kind === 'reviewers' && reviewersChannelId !== undefined;
    if (!address || (isOther && address.conversation.id !== reviewersChannelId)) return contact;
    return { ...contact, address };
  }

  /** Sends to a known address, and notes what that shows about it. */
  async function sendTo(
    { to, notify }: Pick<Recipient, 'to' | 'notify'>,
    { address, awaySince }: Contact<ChatAddress> & { readonly address: ChatAddress },
    send: () => Promise<boolean>,
  ): Promise<Delivery> {
    try {
      const concerns = await send();
      const silent = posting.hasReached(address) ? {} : ({ silent: true } as const);
      if (awaySince && posting.hasReached(address)) await addressBook.back(to);
      return { kind: concerns ? 'sent' : 'unreachable', ...silent };
    } catch (error) {
      const delivery = deliveryOf(error);
      if (!delivery) throw error;
      if (to.kind === 'reviewers') return await fromChannel(delivery, notify, awaySince);
      if (delivery.kind === 'unreachable') await addressBook.forget(to);
      return delivery;
    }
  }

  /** The channel is never given up: its address is kept until a reviewer installs the bot elsewhere. */
  async function fromChannel(delivery: Delivery, notify: boolean, awaySince?: string): Promise<Delivery> {
    if (delivery.kind !== 'unreachable' && delivery.kind !== 'missing') return delivery;
    if (!awaySince) await addressBook.away(reviewers, now().toISOString());
    // A card that cannot be brought up to date now is made anew when there is news.
    const why = delivery.why ? { why: delivery.why } : {};
    return notify ? { kind: 'away', ...why } : { kind: 'sent', silent: true };
  }

  async function announce(alert: Alert, number: string): Promise<Delivery> {
    return alert.kind === 'contest'
      ? await tellClaim(claims.actAsSystem, alert, number)
      : { kind: 'unreachable', silent: true };
  }

  return {
    deliver,
    /** Puts something into the reviewers' channel that is no single alert. */
    async deliverToChannel(send: (address: ChatAddress) => Promise<unknown>): Promise<Delivery> {
      const contact = await contactOf(reviewers);
      const { address } = contact;
      if (!address) return { kind: 'away', why: notInstalled, silent: true };
      const recipient = { to: reviewers, notify: true };
      return await sendTo(recipient, { ...contact, address }, async () => {
        await send(address);
        return true;
      });
    },
    /** Nothing is lost for a person who cannot be reached: the claim is shown when they are back. */
    async missed(alert: Alert, { to, notify }: Recipient): Promise<void> {
      if (notify && 'number' in alert) await addressBook.miss(to, alert.number);
    },
    /** Where the reviewers' channel is, as one string. */
    async channelAddress(): Promise<string | undefined> {
      const { address } = await contactOf(reviewers);
      return address && `${address.serviceUrl} ${address.conversation.id}`;
    },
  };
}
