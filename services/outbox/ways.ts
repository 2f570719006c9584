import type { Recipient, Trouble } from '../domain/alert.ts';
import { recipientKey } from '../domain/alert.ts';
import type { Delivery } from './delivery.ts';
import { createHold, type Held } from './hold.ts';
import { createLimit } from './lines.ts';
import type { Pace } from './pace.ts';

/** At most so many messages are under way at the same time. */
const mostAtOnce = 8;

/** Why and until when (ISO) nothing is sent to somebody. */
export type Closed = Pick<Trouble, 'why' | 'again' | 'away'>;

/** What can be closed: all of Teams (the bot's own credential), or the reviewers' channel. */
export type Way = 'everything' | 'channel';

/** Keeps the pace of each conversation, and reports which ways are closed: at once, then every ten minutes. */
export interface WaysDependencies {
  readonly now: () => Date;
  readonly pace?: Pace | undefined;
  readonly onHeld?: ((way: Way, held: Held) => void) | undefined;
  readonly onOver?: ((way: Way, held: Held) => void) | undefined;
}

/**
 * What is known of the ways to Teams: whether anything can be sent at all, whether the reviewers' channel is there, which
 * chats have asked for a pause.
 */
export function createWays({ now, pace, onHeld, onOver }: WaysDependencies) {
  const holdOf = (way: Way) =>
    createHold({ now, onHeld: (held) => onHeld?.(way, held), onOver: (held) => onOver?.(way, held) });
  const everything = holdOf('everything');
  const channel = holdOf('channel');
  const pausedUntil = new Map<string, string>();
  let isStopped = false;

  function closedUntil(recipient: Recipient): Closed | undefined {
    if (isForChannel(recipient) && !channel.mayTry())
      return { why: channel.why(), again: channel.until(), away: true };
    const again = pausedUntil.get(recipientKey(recipient));
    if (again === undefined) return undefined;
    if (again > now().toISOString()) return { why: '429', again };
    pausedUntil.delete(recipientKey(recipient));
    return undefined;
  }

  /** Takes from a delivery what it says about the ways. One for which Teams was not asked says nothing. */
  function learn(recipient: Recipient, delivery: Delivery): void {
    if (delivery.kind === 'ours' && delivery.everything) everything.failed(delivery.why ?? 'credential');
    if (delivery.kind === 'away') channel.failed(delivery.why ?? 'away');
    if ((delivery.kind === 'later' || delivery.kind === 'unsure') && delivery.afterMs)
      pausedUntil.set(recipientKey(recipient), new Date(now().getTime() + delivery.afterMs).toISOString());
    if (delivery.kind === 'later' || delivery.kind === 'ours' || delivery.silent) return;
    everything.over();
    if (isForChannel(recipient) && delivery.kind === 'sent') channel.over();
  }

  return {
    everything,
    channel,
    closedUntil,
    learn,
    limit: createLimit(mostAtOnce),
    pace: async (recipient: Recipient): Promise<void> =>
      await pace?.(recipientKey(recipient), () => isStopped),
    /** Nobody waits for their pace any more. */
    stop(): void {
      isStopped = true;
    },
  };
}

/** What `createWays` makes. */
export type Ways = ReturnType<typeof createWays>;

const isForChannel = ({ to }: Recipient): boolean => to.kind === 'reviewers';
