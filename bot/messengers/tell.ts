import type { Reader } from '../../cards/kit/card.ts';
import type { Claims } from '../../services/claims/claims.ts';
import type { Directory } from '../../services/directory/directoryService.ts';
import type { Alert, Recipient } from '../../services/domain/alert.ts';
import { assertNever } from '../../services/domain/assertNever.ts';
import type { ShownCards } from '../../services/outbox/shownCards.ts';
import type { ChatAddress } from '../teams/chatAddresses.ts';
import { createContestMessenger } from './contestMessenger.ts';
import { createDigestMessenger } from './digestMessenger.ts';
import { createDraftMessenger } from './draftMessenger.ts';
import { createMessenger } from './messenger.ts';
import type { Proactive } from './proactive.ts';

/** What the messages of all kinds of alerts are made from. */
export interface TellDependencies {
  readonly proactive: Proactive;
  readonly shownCards: ShownCards;
  readonly claims: Claims;
  readonly directory: Directory;
  readonly reader: Reader;
}

/** Tells an alert of any kind at an address. False: it no longer concerns this recipient. */
export type Tell = (alert: Alert, recipient: Recipient, address: ChatAddress) => Promise<boolean>;

/** One messenger for each kind of alert. */
export function createTell(dependencies: TellDependencies): Tell {
  const messenger = createMessenger(dependencies);
  const contestMessenger = createContestMessenger(dependencies);
  const digestMessenger = createDigestMessenger(dependencies);
  const draftMessenger = createDraftMessenger(dependencies);

  return async function tell(alert, recipient, address) {
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
  };
}
