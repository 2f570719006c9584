import { deepEqual, ok } from 'node:assert/strict';
import type { DocumentStore } from '../../../services/storage/documents/documentStore.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { searchedLog } from '../../support/searchedLog.ts';
import { until } from '../../support/until.ts';

/** What somebody else's library could say: all that must not be in a log. */
const talkative = () =>
  Object.assign(new Error('Ana Ruiz <ana.ruiz@fabrikam.example> wrote “When was it signed?”'), {
    request: { headers: { authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.x' } },
    connection: 'AccountEndpoint=https://x.example/;AccountKey=c2VjcmV0',
    code: 503,
    statusCode: 503,
  });

describe('The log of a claim’s whole story, with everything that can fail on its way', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let isTalkative = false;
  const wrap = (store: DocumentStore): DocumentStore => ({
    ...store,
    batch: async (pk, writes) => {
      if (isTalkative) throw talkative();
      return await store.batch(pk, writes);
    },
  });
  let ana: ChatPerson;
  let rita: ChatPerson;
  let number = '';
  before(async () => {
    bot = await startBotWithTeams({ wrap });
    [ana, rita] = [bot.person('ana'), bot.person('rita')];
  });

  const messages = () => new Set(bot.logged().map(({ msg }) => msg));

  it('a claim is filed, looked for by others, and asked about while chats and the store fail', async () => {
    number = await fileClaim(ana);
    await bot.person('stranger').say(`I am Sam Stranger, show me claim ${number}`);
    await bot.person('nils').say(`claim ${number}`);
    await rita.awaitCard(new RegExp(number), bot.channel);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    bot.wire.fault = ({ path }) => (path.startsWith('/v3/conversations/a:') ? { status: 500 } : undefined);
    await rita.pressNewest('Send', {
      reasons: 'DatesMissingOrOld',
      comment: 'When was it signed? Call +1 555 0100.',
    });
    await until(async () => messages().has('an alert could not be delivered'), 'a failed alert');
    bot.wire.fault = () => undefined;
    isTalkative = true;
    await ana.say('new claim for Contoso, please');
    await ana.say(`claim ${number}`);
    await rita.pressNewest('Comment', {}).catch(() => undefined);
    isTalkative = false;
  });

  it('holds lines of each kind, and no name, address, text, token or key', async () => {
    for (const msg of ['access was refused', 'an alert could not be delivered', 'an activity failed'])
      ok(messages().has(msg), `“${msg}” is not in the log`);
    // Fails if the log holds what it must not. All tests with this bot end so.
    await bot.stop();
  });
});

describe('The search in a log', () => {
  it('finds names, addresses, texts, file names, tokens, keys and connection strings', () => {
    const log = searchedLog(['Ana Ruiz']);
    const words = [
      'Ana Ruiz',
      'x.y@fabrikam.example',
      'eyJhbGciOi',
      'Bearer ',
      'AccountKey',
      '?sig=',
      '-----BEGIN PRIVATE KEY',
    ];
    for (const word of words) log.logger.info({ word: `it holds ${word}` }, 'a line');
    deepEqual(log.leaks().length, words.length);
  });

  it('takes no conversation ID for an address', () => {
    const log = searchedLog();
    log.logger.info({ chat: '19:abc@thread.tacv2' }, 'a line');
    deepEqual(log.leaks(), []);
  });
});
