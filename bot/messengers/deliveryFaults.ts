import { assertNever } from '../../services/domain/assertNever.ts';
import type { Delivery } from '../../services/outbox/delivery.ts';
import { ForeignServiceError } from '../teams/serviceHosts.ts';

/**
 * What a failed call to Teams means (learn.microsoft.com/microsoftteams/platform/bots, error codes). `credential`: the
 * bot's own; nothing can be sent. `foreign`: a stored address that is not Teams'. `closed`: 403, this chat takes nothing
 * from the bot any more. `missing`: 404. `refused`: this message is never taken. `throttled`: 429. `notReached`: no
 * connection, nothing was sent. `unsure`: it may have been carried out. `unknown`: not a failure of a call.
 */
export interface Fault {
  readonly kind:
    | 'credential'
    | 'foreign'
    | 'closed'
    | 'missing'
    | 'refused'
    | 'throttled'
    | 'notReached'
    | 'unsure'
    | 'unknown';
  /** The status, or the service's code: no names, no texts. */
  readonly why: string;
  readonly afterMs?: number;
}

/** What the Bot Connector said, as botbuilder's RestError carries it; or what MSAL or the network did. */
interface RawFault {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly statusCode?: unknown;
  readonly errorCode?: unknown;
  readonly cause?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | null | undefined } };
}

/** A call to Teams has failed. What fails otherwise, such as a store, says nothing about the chat. */
export class CallFailedError extends Error {
  override readonly name: string = 'CallFailedError';
}

/** A message was posted and the call failed: unlike an update, it cannot be repeated without a trace. */
export class PostFailedError extends CallFailedError {
  override readonly name = 'PostFailedError';
}

const msalNames =
  /^(ClientAuthError|ClientConfigurationError|ServerError|InteractionRequiredAuthError|AuthError)$/;
const aadCode = /AADSTS\d{3,10}/;
/** The SDK's own words where MSAL gave it nothing. */
const noToken = /^Authentication: No /;
const notReached = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS|DEPTH_ZERO)/;
const brokenOff = /^(ECONN|ETIMEDOUT|EPIPE|ERR_STREAM|ERR_CANCELED|UND_ERR|REQUEST_|ABORT_ERR|PARSE_ERROR)/;
const abortNames = /^(AbortError|TimeoutError|CallTimedOutError)$/;

/** Finds out what kind of failure this is; see `Fault`. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CallFailedError) return faultOfCall(error.cause);
  if (error instanceof ForeignServiceError) return { kind: 'foreign', why: 'foreignAddress' };
  const raw: RawFault = typeof error === 'object' && error !== null ? error : {};
  const credential = credentialCode(raw);
  return credential ? { kind: 'credential', why: credential } : { kind: 'unknown', why: 'error' };
}

function faultOfCall(error: unknown): Fault {
  const fault = faultOf(error);
  if (fault.kind !== 'unknown') return fault;
  const raw: RawFault = typeof error === 'object' && error !== null ? error : {};
  if (raw.statusCode === 401) return { kind: 'credential', why: '401' };
  return typeof raw.statusCode === 'number' ? faultOfStatus(raw.statusCode, raw) : networkFault(raw);
}

function credentialCode({ name, message, errorCode }: RawFault): string | undefined {
  const text = textOf(message);
  const code = aadCode.exec(text)?.[0];
  if (code) return code;
  if (msalNames.test(textOf(name))) return textOf(errorCode) || textOf(name);
  return noToken.test(text) ? 'noToken' : undefined;
}

function faultOfStatus(status: number, raw: RawFault): Fault {
  const why = [String(status), wordOf(raw.code)].filter(Boolean).join(' ');
  const asked = askedPause(raw);
  switch (status) {
    case 400:
    case 413:
      return { kind: 'refused', why };
    case 403:
      return { kind: 'closed', why };
    case 404:
      return { kind: 'missing', why };
    case 429:
      return { kind: 'throttled', why, ...asked };
    default:
      return status === 408 || status >= 500 ? { kind: 'unsure', why, ...asked } : { kind: 'unknown', why };
  }
}

function networkFault({ name, code, cause }: RawFault): Fault {
  const word = textOf(code);
  if (notReached.test(word)) return { kind: 'notReached', why: word };
  if (brokenOff.test(word) || abortNames.test(textOf(name)))
    return { kind: 'unsure', why: word || textOf(name) };
  if (cause !== undefined && cause !== null) return faultOfCall(cause);
  return { kind: 'unknown', why: 'error' };
}

/** Retry-After, in seconds or as an HTTP date. */
function askedPause({ response }: RawFault): Pick<Fault, 'afterMs'> {
  const asked = response?.headers?.get('retry-after')?.trim() ?? '';
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return ms > 0 ? { afterMs: Math.ceil(ms) } : {};
}

/** A code of the service, if it is a code and nothing longer. */
const wordOf = (code: unknown): string => (/^[A-Za-z]{1,60}$/.test(textOf(code)) ? textOf(code) : '');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a failure means for a message to one person or the channel; undefined: not a failure of a call. */
export function deliveryOf(
  error: unknown,
): Exclude<Delivery, { readonly kind: 'sent' | 'away' }> | undefined {
  const { kind, why, afterMs } = faultOf(error);
  const asked = afterMs ? { afterMs } : {};
  switch (kind) {
    case 'credential':
      return { kind: 'ours', everything: true, why };
    case 'foreign':
      return { kind: 'ours', why, silent: true };
    case 'closed':
      return { kind: 'unreachable', why };
    case 'missing':
    case 'refused':
      return { kind, why };
    case 'throttled':
    case 'notReached':
      return { kind: 'later', why, ...asked };
    case 'unsure':
      // An update shows the same however often it is made.
      return { kind: error instanceof PostFailedError ? 'unsure' : 'later', why, ...asked };
    case 'unknown':
      return undefined;
    default:
      return assertNever(kind);
  }
}
