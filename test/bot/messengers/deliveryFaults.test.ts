import { deepEqual } from 'node:assert/strict';
import { CallFailedError, deliveryOf, PostFailedError } from '../../../bot/messengers/deliveryFaults.ts';
import { CallTimedOutError } from '../../../bot/teams/callLimits.ts';
import { ForeignServiceError } from '../../../bot/teams/serviceHosts.ts';

describe('When Teams does not take a message', () => {
  const fault = (statusCode: number, retryAfter?: string, code?: string) => ({
    statusCode,
    code,
    response: { headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) } },
  });
  const network = (code: string) => Object.assign(new Error('failed'), { code });
  const msal = (name: string, message: string, errorCode: string) =>
    Object.assign(new Error(message), { name, errorCode });
  const posted = (cause: unknown) => new PostFailedError('A message was not posted.', { cause });
  const updated = (cause: unknown) => new CallFailedError('A message was not updated.', { cause });
  const expired = 'invalid_client: 7000222 - AADSTS7000222: The provided client secret keys are expired.';

  const table: readonly (readonly [string, unknown, object | undefined])[] = [
    ['403: the person has blocked the bot', fault(403), { kind: 'unreachable', why: '403' }],
    [
      '403 with a code',
      fault(403, undefined, 'BotNotInConversationRoster'),
      { kind: 'unreachable', why: '403 BotNotInConversationRoster' },
    ],
    ['404: perhaps the chat is gone', fault(404), { kind: 'missing', why: '404' }],
    ['400: never', posted(fault(400, undefined, 'BadSyntax')), { kind: 'refused', why: '400 BadSyntax' }],
    [
      '413: never',
      fault(413, undefined, 'MessageSizeTooBig'),
      { kind: 'refused', why: '413 MessageSizeTooBig' },
    ],
    ['429 with a time: not before', fault(429, '7'), { kind: 'later', why: '429', afterMs: 7000 }],
    ['429 without a time', fault(429), { kind: 'later', why: '429' }],
    ['429 with a time that is none', fault(429, 'soon'), { kind: 'later', why: '429' }],
    ['429 with no time left', fault(429, '0'), { kind: 'later', why: '429' }],
    [
      '429 with a date that has passed',
      fault(429, 'Wed, 21 Oct 2015 07:28:00 GMT'),
      { kind: 'later', why: '429' },
    ],
    ['503 with a time', posted(fault(503, '30')), { kind: 'unsure', why: '503', afterMs: 30_000 }],
    ['503 to a new message: it may have been delivered', posted(fault(503)), { kind: 'unsure', why: '503' }],
    ['504, the same', posted(fault(504)), { kind: 'unsure', why: '504' }],
    ['408, the same', posted(fault(408)), { kind: 'unsure', why: '408' }],
    ['500 to an update: it can be repeated', fault(500), { kind: 'later', why: '500' }],
    ['a connection that broke off', posted(network('ECONNRESET')), { kind: 'unsure', why: 'ECONNRESET' }],
    [
      'a call that was ended after its time',
      posted(new DOMException('late', 'TimeoutError')),
      { kind: 'unsure', why: 'TimeoutError' },
    ],
    [
      'a call to Teams over its time',
      posted(new CallTimedOutError('late')),
      { kind: 'unsure', why: 'CallTimedOutError' },
    ],
    [
      'no connection: nothing was sent',
      posted(network('ECONNREFUSED')),
      { kind: 'later', why: 'ECONNREFUSED' },
    ],
    ['no such host: nothing was sent', posted(network('ENOTFOUND')), { kind: 'later', why: 'ENOTFOUND' }],
    [
      '401: a matter of the bot’s credential',
      posted(fault(401)),
      { kind: 'ours', everything: true, why: '401' },
    ],
    [
      'an expired secret',
      posted(msal('ServerError', expired, 'invalid_client')),
      { kind: 'ours', everything: true, why: 'AADSTS7000222' },
    ],
    ['the same as plain text', new Error(expired), { kind: 'ours', everything: true, why: 'AADSTS7000222' }],
    [
      'no answer where tokens are made',
      msal('ClientAuthError', 'network_error: Network request failed', 'network_error'),
      { kind: 'ours', everything: true, why: 'network_error' },
    ],
    [
      'no token although nothing failed',
      new Error('Authentication: No response or error received from MSAL.'),
      { kind: 'ours', everything: true, why: 'noToken' },
    ],
    [
      'an address that is not Teams’',
      posted(new ForeignServiceError('no service')),
      { kind: 'ours', why: 'foreignAddress', silent: true },
    ],
    ['a fault of ours', new TypeError('undefined is not a function'), undefined],
    ['nothing that can be read', undefined, undefined],
    ['a word', 'no', undefined],
  ];
  for (const [what, error, delivery] of table) {
    // Whatever was not posted is an update here, unless it is no failure of a call at all.
    const failed = error instanceof CallFailedError ? error : updated(error);
    it(what, () => deepEqual(deliveryOf(failed), delivery));
  }

  for (const status of [401, 403, 404, 429, 503])
    it(`${status} of a store says nothing about the chat`, () => {
      deepEqual(deliveryOf(fault(status)), undefined);
    });

  it('429 with an HTTP date: not before', () => {
    const until = new Date(Date.now() + 60_000).toUTCString();
    const delivery = deliveryOf(updated(fault(429, until)));
    const afterMs = delivery?.kind === 'later' ? (delivery.afterMs ?? 0) : 0;
    deepEqual(afterMs > 50_000 && afterMs <= 60_000, true);
  });
});
