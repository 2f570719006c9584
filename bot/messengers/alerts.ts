import { setTimeout as wait } from 'node:timers/promises';
import type { Alert, Recipient } from '../../services/domain/alert.ts';
import type { Delivery } from '../../services/outbox/delivery.ts';
import { createDispatcher, type Dispatcher } from '../../services/outbox/dispatcher.ts';
import type { Held } from '../../services/outbox/hold.ts';
import type { Lease } from '../../services/outbox/lease.ts';
import { createPace } from '../../services/outbox/pace.ts';
import type { Way } from '../../services/outbox/ways.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import type { Logger } from '../logger.ts';
import { traced } from '../trace.ts';
import { createDeliver, type DeliverDependencies } from './deliver.ts';
import { createPlainProactive } from './plainProactive.ts';
import type { Posting } from './posting.ts';
import { createProactive } from './proactive.ts';
import { createTell, type TellDependencies } from './tell.ts';
import { createTellTogether } from './tellTogether.ts';

/** What sending alerts needs. */
export interface AlertsDependencies
  extends Omit<TellDependencies, 'proactive'>,
    Pick<DeliverDependencies, 'addressBook' | 'reviewersChannelId' | 'now'> {
  readonly store: DocumentStore;
  readonly posting: Posting;
  readonly lease: Lease;
  readonly logger: Logger;
}

/** The dispatcher over Teams: it sends in cards or, where Teams refuses them, in sentences, and logs what goes wrong. */
export function createAlerts(dependencies: AlertsDependencies): Dispatcher {
  const { store, directory, claims, posting, shownCards, reader, logger, lease, now } = dependencies;
  const proactive = createProactive({ posting, shownCards });
  const { deliver, deliverToChannel, missed, channelAddress } = createDeliver({
    ...dependencies,
    tell: createTell({ ...dependencies, proactive }),
    tellPlainly: createTell({ ...dependencies, proactive: createPlainProactive(posting, reader) }),
  });
  const tellTogether = createTellTogether({ claims, posting, reader, now });
  return createDispatcher({
    ...{ store, directory, lease, now, deliver, missed, channelAddress },
    readersOf: claims.presentReaders,
    deliverTogether: (alerts) => deliverToChannel((address) => tellTogether(alerts, address)),
    pace: createPace({ wait }),
    around: ({ correlation }, run) => traced(run, correlation),
    ...reports(logger),
  });
}

/** What the log says of alerts: topics and codes, never names or texts. */
function reports(logger: Logger) {
  const fieldsOf = ({ topic, version, kind, correlation }: Alert) => ({
    ...{ topic, version, kind },
    // Where several alerts go out as one card, each line names its own.
    ...(correlation ? { correlation } : {}),
  });
  return {
    onError: (error: unknown, alert: Alert) =>
      logger.error({ err: error, ...fieldsOf(alert) }, 'an alert was not sent'),
    onTrouble: ({ to, trouble, plain }: Recipient, alert: Alert, { kind: what, why }: Delivery) => {
      // What waits for a credential or the channel is logged once for all alerts.
      if (what === 'ours' || what === 'away') return;
      const attempts = (trouble?.attempts ?? 0) + 1;
      const fields = { ...fieldsOf(alert), to: to.kind, what, why, attempts, ...(plain ? { plain } : {}) };
      logger[what === 'refused' ? 'error' : 'warn'](fields, 'an alert could not be delivered');
    },
    onUntold: (alert: Alert) =>
      logger.error(fieldsOf(alert), 'an alert reached nobody: it waits in npm run alerts'),
    onHeld: (way: Way, held: Held) => logger.error({ way, ...held }, heldText[way]),
    onOver: (way: Way, { since }: Held) => logger.info({ way, since }, overText[way]),
  };
}

const heldText: Readonly<Record<Way, string>> = {
  everything: 'no alert can be sent: the bot’s own credential does not work; all alerts wait',
  channel: 'the reviewers’ channel cannot be reached; its alerts wait',
};
const overText: Readonly<Record<Way, string>> = {
  everything: 'alerts are sent again',
  channel: 'the reviewers’ channel can be reached again',
};
