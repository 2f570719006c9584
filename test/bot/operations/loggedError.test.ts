import { deepEqual, doesNotMatch, match } from 'node:assert/strict';
import { loggedError } from '../../../bot/loggedError.ts';
import { createLogger } from '../../../bot/logger.ts';

/** What the log says instead of a message. */
const messages: Readonly<Record<string, string>> = {
  "Cannot read properties of undefined (reading 'status')": 'Cannot read properties of undefined (reading …)',
  'Unexpected token \'H\', "Hello Carla Mendes" is not valid JSON': 'Unexpected token …, … is not valid JSON',
  'a document “Ana Ruiz” was cut off at “Ana': 'a document … was cut off at …',
  'nobody called ana.ruiz@fabrikam.example is known': 'nobody called … is known',
  'AccountEndpoint=https://x.documents.azure.com/;AccountKey=c2VjcmV0; is wrong': '… is wrong',
  'GET https://x.blob.core.windows.net/proofs/a.pdf?sig=abc failed': 'GET … failed',
  'Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.x': 'Bearer …',
  'the first line\nthe second, with a text': 'the first line',
  'connect ECONNREFUSED 127.0.0.1:443': 'connect ECONNREFUSED 127.0.0.1:443',
  "it isn't there, they're gone": "it isn't there, they're gone",
};

describe('When an error is logged', () => {
  for (const [message, shown] of Object.entries(messages))
    it(`“${message.slice(0, 14)}…” reads “${shown}”`, () =>
      deepEqual(loggedError(new Error(message)).message, shown));

  it('the words and the request of another service are left out, its code and status stay', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
    const error = Object.assign(new Error('The chat of Ana Ruiz is gone'), {
      ...{ name: 'RestError', statusCode: 403, code: 'ConversationNotFound' },
      request: { headers: { authorization: 'Bearer abc' }, body: '{"text":"Fabrikam was rejected"}' },
      response: { body: 'the chat of Ana Ruiz' },
    });
    logger.error({ err: new Error('it was not sent', { cause: error }) }, 'an alert was not sent');
    const [line = ''] = lines;
    match(line, /"type":"RestError","status":403,"code":"ConversationNotFound"/);
    match(line, /"message":"it was not sent"/);
    match(line, /loggedError\.test\.ts/);
    doesNotMatch(line, /Ana|Fabrikam|Bearer|abc/);
  });

  it('what is no error says only what it is', () => deepEqual(loggedError('Ana Ruiz'), { type: 'string' }));
});
