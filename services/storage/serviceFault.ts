/** What a service is reached with. */
export type AccountPart = 'endpoint' | 'key' | 'database' | 'container';

/** A service cannot be used with what it was reached with, now or later. */
export class WrongAccountError extends Error {
  override readonly name = 'WrongAccountError';
  readonly part: AccountPart;
  constructor(part: AccountPart, why: string, options?: ErrorOptions) {
    super(why, options);
    this.part = part;
  }
}

/** A service gives no usable answer at present; another time it may. */
export class ServiceAwayError extends Error {
  override readonly name = 'ServiceAwayError';
}

/** Why no answer has come: `lasting` if nothing but another address or trust can help. */
interface NoAnswer {
  readonly lasting: boolean;
  readonly why: string;
}

/**
 * By the codes of Node, undici and OpenSSL. A refused connection counts as passing: the host exists, and a front end
 * that restarts or fails over refuses for a while. An expired certificate is renewed by the service.
 */
const noAnswers: readonly (readonly [code: RegExp, NoAnswer])[] = [
  [/^ENOTFOUND$/, { lasting: true, why: 'no such host' }],
  [/^EAI_/, { lasting: false, why: 'the name service does not answer' }],
  [/^CERT_HAS_EXPIRED$/, { lasting: false, why: 'certificate expired' }],
  [/CERT|^ERR_TLS|^UNABLE_TO_/, { lasting: true, why: 'certificate not trusted' }],
  [/^EPROTO$|^ERR_SSL/, { lasting: true, why: 'it does not speak https' }],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/, { lasting: false, why: 'connection refused' }],
  [/^(ABORT_ERR|ETIMEDOUT|UND_ERR_\w*TIMEOUT|TimeoutError)$/, { lasting: false, why: 'no answer in time' }],
  [/^(ECONN|EPIPE|UND_ERR_|REQUEST_SEND_ERROR)/, { lasting: false, why: 'cut off' }],
];
const aborted = /^(AbortError|TimeoutError)$/;
const mostCauses = 5;

/** Why no answer has come, as the error or one of its causes says; undefined if one has come. */
export function noAnswerOf(error: unknown, depth = 0): NoAnswer | undefined {
  if (!(error instanceof Error) || depth > mostCauses) return undefined;
  const cause = noAnswerOf(error.cause, depth + 1);
  if (cause) return cause;
  const code = 'code' in error ? String(error.code) : '';
  const found = noAnswers.find(([pattern]) => pattern.test(code))?.[1];
  if (found) return found;
  return aborted.test(error.name) ? { lasting: false, why: 'no answer in time' } : undefined;
}

/** Whether a status means that the same request may be answered another time. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** What a status of a service of Azure says of the account. */
export function faultOfStatus(status: number, service: string): WrongAccountError | ServiceAwayError {
  if (isPassing(status)) return new ServiceAwayError(`${service} answers ${status}`);
  switch (status) {
    case 401:
      return new WrongAccountError('key', `${service} answers 401: it does not take this key`);
    case 403:
      return new WrongAccountError(
        'key',
        `${service} answers 403: not the right key, or not allowed by its rights or the account’s firewall`,
      );
    case 400:
      return new WrongAccountError('container', `${service} answers 400: not a name that it takes`);
    case 409:
      return new ServiceAwayError(`${service} answers 409`);
    default:
      return new WrongAccountError('endpoint', `${service} answers ${status}: it is not there`);
  }
}

/** Why a service of Azure could not be opened; `status` is what it has answered, if it has. */
export function openingFault(
  error: unknown,
  service: string,
  status: number | undefined,
): WrongAccountError | ServiceAwayError {
  if (error instanceof WrongAccountError || error instanceof ServiceAwayError) return error;
  if (status !== undefined) return faultOfStatus(status, service);
  const none = noAnswerOf(error);
  const why = none ? `${service}: ${none.why}` : `what answers there is not ${service}`;
  return none && !none.lasting
    ? new ServiceAwayError(why, { cause: error })
    : new WrongAccountError('endpoint', why, { cause: error });
}
