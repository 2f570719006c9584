import type { Delivery } from '../../services/outbox/dispatcher.ts';

/** What the Bot Connector said, as botbuilder's RestError carries it. */
interface ConnectorFault {
  readonly statusCode?: number;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/**
 * What a failed call to Teams means (learn.microsoft.com/microsoftteams/platform/bots, error codes): 403 and 404 mean
 * that nothing can be sent to that chat any more; 429 means to wait as long as it says; any other failure may be
 * temporary.
 */
export function deliveryOf(error: unknown): Delivery {
  const fault: ConnectorFault = typeof error === 'object' && error !== null ? error : {};
  if (fault.statusCode === 403 || fault.statusCode === 404) return { kind: 'unreachable' };
  const seconds = Number(fault.response?.headers?.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0
    ? { kind: 'later', afterMs: seconds * 1000 }
    : { kind: 'later' };
}
