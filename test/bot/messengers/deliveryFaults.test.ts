import { deepEqual } from 'node:assert/strict';
import { deliveryOf } from '../../../bot/messengers/deliveryFaults.ts';

describe('When Teams does not take a message', () => {
  const fault = (statusCode: number, retryAfter?: string) => ({
    statusCode,
    response: { headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) } },
  });

  const table: readonly (readonly [string, unknown, object])[] = [
    ['403: the person has blocked the bot', fault(403), { kind: 'unreachable' }],
    ['404: the chat is gone', fault(404), { kind: 'unreachable' }],
    ['429 with a time: not before', fault(429, '7'), { kind: 'later', afterMs: 7000 }],
    ['429 without a time', fault(429), { kind: 'later' }],
    ['429 with a time that is none', fault(429, 'soon'), { kind: 'later' }],
    ['429 with no time left', fault(429, '0'), { kind: 'later' }],
    ['503 with a time', fault(503, '30'), { kind: 'later', afterMs: 30_000 }],
    ['401: a matter of configuration, which may be mended', fault(401), { kind: 'later' }],
    ['500', fault(500), { kind: 'later' }],
    ['no connection', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), { kind: 'later' }],
    ['nothing that can be read', undefined, { kind: 'later' }],
    ['a word', 'no', { kind: 'later' }],
  ];
  for (const [what, error, delivery] of table) {
    it(what, () => deepEqual(deliveryOf(error), delivery));
  }
});
