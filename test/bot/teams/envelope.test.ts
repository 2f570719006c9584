import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import { CloudAdapter } from 'botbuilder';
import { createLogger } from '../../../bot/logger.ts';
import { type ReadEnvelope, readEnvelope, readFields } from '../../../bot/teams/envelope.ts';
import { createServer, listen } from '../../../bot/teams/server.ts';

const secret = 'what-somebody-wrote';
const right = {
  type: 'message',
  id: '7001',
  name: 'adaptiveCard/action',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:ana', name: 'Ana', aadObjectId: 'a' },
  conversation: { id: 'a:1', name: 'x', conversationType: 'personal', tenantId: 't', isGroup: false },
  recipient: { id: '28:bot', name: 'Bot' },
  text: secret,
  textFormat: 'plain',
  value: { action: {} },
  replyToId: '7000',
  attachments: [{ contentType: 'x' }],
  entities: [{ type: 'mention' }],
  membersAdded: [{ id: '28:bot' }],
  membersRemoved: [{ id: '29:ana' }],
  action: 'add',
  channelData: { tenant: { id: 't' }, team: { id: 'x' } },
  locale: 'en-US',
  timestamp: '2026-11-02T09:00:00Z',
  localTimestamp: '2026-11-02T10:00:00+01:00',
  localTimezone: 'Europe/Berlin',
};

const wrongForText = [{}, [], 5, true, [secret], { id: secret }];
const wrongForRecord = [secret, 5, true, [], [secret]];
const wrongForList = [secret, 5, true, {}, { 0: secret }];

/** What becomes of an activity whose field has another shape: refused, answered without the field, or any will do. */
type Outcome = 'refused' | 'left out' | 'kept';

const table: Readonly<
  Record<keyof typeof right, readonly [outcome: Outcome, wrong: readonly unknown[], required?: true]>
> = {
  type: ['refused', wrongForText, true],
  id: ['refused', wrongForText],
  name: ['refused', wrongForText],
  channelId: ['refused', wrongForText, true],
  serviceUrl: ['refused', [...wrongForText, 'ftp://x/', 'x', ''], true],
  from: ['refused', [...wrongForRecord, {}, { id: 5 }, { id: '29:x', aadObjectId: {} }], true],
  conversation: [
    'refused',
    [...wrongForRecord, {}, { id: 'a', tenantId: {} }, { id: 'a', conversationType: [] }],
    true,
  ],
  recipient: ['refused', [...wrongForRecord, {}, { id: null }], true],
  text: ['refused', wrongForText],
  textFormat: ['left out', wrongForText],
  value: ['kept', [secret, 5, true, [], {}]],
  replyToId: ['refused', wrongForText],
  attachments: ['refused', [...wrongForList, [null], [secret], [[]]]],
  entities: ['refused', [...wrongForList, [null], [5]]],
  membersAdded: ['refused', [...wrongForList, [null], [{}], [{ id: 5 }]]],
  membersRemoved: ['refused', [...wrongForList, [null]]],
  action: ['refused', wrongForText],
  channelData: ['left out', wrongForRecord],
  locale: ['left out', wrongForText],
  timestamp: ['left out', [...wrongForText, 'yesterday', '']],
  localTimestamp: ['left out', [...wrongForText, 'yesterday', '']],
  localTimezone: ['left out', wrongForText],
};

const readWith = (field: string, value: unknown): ReadEnvelope => readEnvelope({ ...right, [field]: value });
const refusedOf = (read: ReadEnvelope): readonly string[] => ('wrong' in read ? read.wrong : []);
const fieldsOf = (read: ReadEnvelope) => ('activity' in read ? Object.keys(read.activity) : []);
const allBut = (field: string) => Object.keys(right).filter((name) => name !== field);

describe('When a field of an activity has another shape', () => {
  it('the table names every field that is read', () => {
    deepEqual(Object.keys(table).sort(), [...readFields].sort());
    deepEqual(fieldsOf(readEnvelope(right)).sort(), Object.keys(right).sort());
  });

  for (const [field, [outcome, wrong, required]] of Object.entries(table)) {
    it(`“${field}” is ${outcome}`, () => {
      for (const value of wrong) {
        const read = readWith(field, value);
        if (outcome === 'refused') {
          const named = refusedOf(read);
          ok(named.length > 0 && named.every((name) => name.split('.')[0] === field), JSON.stringify(value));
          doesNotMatch(named.join(), new RegExp(secret));
        } else if (outcome === 'left out') deepEqual(fieldsOf(read), allBut(field), JSON.stringify(value));
        else deepEqual('activity' in read && read.activity[field], value);
      }
    });

    it(`without “${field}”, it is ${required ? 'refused' : 'answered'}`, () => {
      for (const absent of [null, undefined])
        if (required) deepEqual(refusedOf(readWith(field, absent)), [field]);
        else deepEqual(fieldsOf(readWith(field, absent)), allBut(field));
    });
  }

  it('whose tenant it is, is refused wherever it stands', () => {
    for (const tenant of [secret, 5, [], { id: 5 }, { id: {} }, { id: [] }]) {
      const named = refusedOf(readWith('channelData', { tenant }));
      ok(named.length === 1 && named[0]?.startsWith('channelData.tenant'), JSON.stringify(tenant));
    }
    for (const tenant of [null, undefined, {}, { id: null }, { id: 't' }])
      deepEqual(refusedOf(readWith('channelData', { tenant })), []);
  });

  it('parts on which nothing depends are left out of sender, chat and bot', () => {
    const read = readEnvelope({
      ...right,
      from: { id: '29:ana', name: { first: secret } },
      conversation: { id: 'a:1', name: [], isGroup: 'no' },
      recipient: { id: '28:bot', name: 5 },
    });
    deepEqual(refusedOf(read), []);
    const { from, conversation } = 'activity' in read ? read.activity : {};
    deepEqual(
      [from, conversation].map((part) => JSON.stringify(part)),
      ['{"id":"29:ana"}', '{"id":"a:1"}'],
    );
  });

  it('fields that nobody reads never reach the bot', () => {
    for (const field of ['deliveryMode', 'callerId', 'relatesTo', 'rawTimestamp', '__proto__', 'constructor'])
      deepEqual(fieldsOf(readEnvelope({ ...right, [field]: 'expectReplies' })), Object.keys(right));
  });
});

describe('When an activity is refused for its shape', () => {
  it('the sender reads which field, and so does one line of the log, without what stood there', async () => {
    const logged: string[] = [];
    const server = createServer({
      adapter: new CloudAdapter(),
      run: async () => undefined,
      isHealthy: async () => true,
      plain: [],
      logger: createLogger('info', { write: (line: string) => void logged.push(line) }),
    });
    const port = await listen(server, 0, '127.0.0.1');
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...right, replyToId: [secret], from: { id: 5, [secret]: secret } }),
      });
      equal(response.status, 400);
      deepEqual(await response.json(), {
        error: 'This is no activity: from.id, replyToId missing or wrong.',
      });
      const [line = '', ...more] = logged;
      deepEqual(JSON.parse(line).fields, ['from.id', 'replyToId']);
      deepEqual(more, []);
      doesNotMatch(line, new RegExp(secret));
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });
});
