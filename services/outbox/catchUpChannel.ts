import type { Alert, Recipient } from '../domain/alert.ts';
import type { DocumentStore, StoredDocument } from '../storage/documents/documentStore.ts';
import { ended, hasBegun, hasExpired, withRecipient } from './attempts.ts';
import type { Delivery } from './delivery.ts';
import { replaceAlert, waitingAlerts } from './outboxDocuments.ts';
import { kept, later } from './trouble.ts';
import type { Ways } from './ways.ts';

/** What happens once the reviewers' channel works again. */
export interface CatchUp {
  /** Where the channel is, as one string; absent while it is not known. */
  readonly channelAddress?: () => Promise<string | undefined>;
  /** Puts one card into the channel that lists what these alerts are about. */
  readonly deliverTogether?: (alerts: readonly Alert[]) => Promise<Delivery>;
}

export interface CatchUpDependencies extends CatchUp {
  readonly store: DocumentStore;
  readonly now: () => Date;
  readonly ways: Ways;
}

/**
 * After the reviewers' channel was away, so many alerts are sent one by one, because each has its claim's thread; more
 * would bury the channel, so one card lists them.
 */
export const mostSentSingly = 10;

type Waiting = StoredDocument<Alert>;

/** Looks whether the reviewers' channel is there again, and tells it what it has missed. */
export function createCatchUpChannel(dependencies: CatchUpDependencies) {
  const { store, now, ways, channelAddress, deliverTogether } = dependencies;
  /** Where the channel was when it was found away; undefined: not looked yet. */
  let before: { readonly address: string | undefined } | undefined;
  const time = () => now().toISOString();

  /** While the channel is away: if it is somewhere else by now, or known at last, everything for it is due at once. */
  async function look(): Promise<void> {
    if (!channelAddress || !ways.channel.isOn()) {
      before = undefined;
      return;
    }
    const address = await channelAddress();
    const isNew = before ? before.address !== address : ways.channel.why() === notInstalled && address;
    before = { address };
    if (!isNew || address === undefined) return;
    ways.channel.tryNow();
    for (const document of (await waitingAlerts(store)).filter(({ body }) => channelOf(body)?.trouble?.away))
      await changeChannel(document, (recipient) => kept(recipient, { why: 'again', again: time() }, now()));
  }

  /** One card for all alerts that wait for the channel, if they are many. False: the channel is still away. */
  async function catchUp(due: readonly Waiting[]): Promise<void> {
    if (!deliverTogether || !ways.channel.mayTry()) return;
    if (!due.some(({ body }) => channelOf(body)?.trouble?.away)) return;
    const all = (await waitingAlerts(store)).filter(({ body }) => isForNow(channelOf(body), time()));
    if (all.length <= mostSentSingly) return;
    const delivery = await deliverTogether(all.map(({ body }) => body));
    ways.learn({ to: { kind: 'reviewers' }, notify: true, result: 'waiting' }, delivery);
    if (delivery.kind === 'ours' && delivery.everything) return;
    for (const document of all) await changeChannel(document, (recipient) => afterList(recipient, delivery));
  }

  function afterList(recipient: Recipient, delivery: Delivery): Recipient {
    if (delivery.kind === 'sent') return ended(recipient, 'sent');
    const closed = ways.closedUntil(recipient);
    const again = closed?.again ?? later(now(), listPauseMs);
    return kept(recipient, { why: delivery.why ?? delivery.kind, again, away: true }, now());
  }

  async function changeChannel(
    document: Waiting,
    changed: (recipient: Recipient) => Recipient,
  ): Promise<void> {
    const { recipients } = document.body;
    const index = recipients.findIndex(({ to }) => to.kind === 'reviewers');
    const recipient = recipients[index];
    if (!recipient) return;
    const { nextAttemptAt: _due, ...alert } = withRecipient(document.body, index, changed(recipient));
    const [next] = alert.recipients
      .flatMap(({ result, from, trouble }) =>
        result === 'waiting' ? [trouble?.again ?? from ?? time()] : [],
      )
      .sort();
    await replaceAlert(store, document, { ...alert, ...(next ? { nextAttemptAt: next } : {}) });
  }

  return { look, catchUp };
}

/** Why the channel's alerts wait before the bot has been installed in it. */
export const notInstalled = 'notInstalled';
/** After a list that was not taken. */
const listPauseMs = 300_000;

/** The reviewers' channel as a recipient that waits to be told. */
const channelOf = ({ recipients }: Alert): Recipient | undefined =>
  recipients.find(({ to, notify, result }) => to.kind === 'reviewers' && notify && result === 'waiting');

const isForNow = (recipient: Recipient | undefined, at: string): boolean =>
  recipient !== undefined && hasBegun(recipient, at) && !hasExpired(recipient, at);
