import { equal } from 'node:assert/strict';
import { createServer } from 'node:http';
import { fileContentType } from '../../../bot/teams/attachments.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fillInTo } from '../../support/fillIn.ts';
import { listenOnLoopback } from '../../support/listenOnLoopback.ts';
import { doingOf, forge } from '../badInput/answers.ts';

/** Lets everything that only waits for promises go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('When the bot answers in Teams', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let hostUrl = '';
  /** The file's bytes come once Teams has been told that the bot is typing. */
  let asked = Promise.withResolvers<void>();
  let release = Promise.withResolvers<void>();
  const host = createServer((_request, response) => {
    asked.resolve();
    release.promise.then(() => response.end('%PDF-1.7 signed'));
  });

  before(async () => {
    hostUrl = await listenOnLoopback(host);
    bot = await startBotWithTeams({ fileHosts: [new URL(hostUrl).host] });
  });
  beforeEach(() => {
    asked = Promise.withResolvers();
    release = Promise.withResolvers();
    bot.wire.calls.length = 0;
  });
  afterEach(() => {
    bot.wire.fault = () => undefined;
  });
  after(async () => {
    await bot.stop();
    host.closeAllConnections();
    host.close();
  });

  const attach = (id: string) => {
    const file = {
      contentType: fileContentType,
      name: 'statement.pdf',
      content: { downloadUrl: `${hostUrl}/file`, uniqueId: 'X', fileType: 'pdf' },
    };
    const message = bot.activities.text(doingOf(bot, 'ana'), id, '');
    return bot.post({ ...message, text: undefined, attachments: [file] });
  };
  const posts = () => bot.wire.calls.filter(({ method }) => method === 'POST').length;

  async function atTheProofStep(): Promise<void> {
    await fillInTo(bot.person('ana'), 'proof');
    bot.wire.calls.length = 0;
  }

  it('a file that is being fetched shows it at once, before the first byte', async () => {
    await atTheProofStep();
    const turn = attach('7001');
    await asked.promise;
    while (posts() === 0) await settled();
    release.resolve();
    equal((await turn).status, 200);
    equal(posts() >= 2, true);
  });

  it('a refusal of the dots changes nothing', async () => {
    await atTheProofStep();
    let refused = 0;
    bot.wire.fault = ({ method }) => {
      if (method !== 'POST' || refused > 0) return undefined;
      refused += 1;
      return { status: 403 };
    };
    const turn = attach('7002');
    await asked.promise;
    while (refused === 0) await settled();
    release.resolve();
    equal((await turn).status, 200);
    const last = (await bot.person('ana').messages()).at(-1);
    equal(last?.from, 'bot');
  });

  it('a press shows none, however long it takes: Teams has its own', async () => {
    const { activityId } = await bot.person('ana').card();
    bot.wire.calls.length = 0;
    await forge(bot, 'ana', { on: activityId, verb: 'claim.list' });
    equal(posts(), 0);
  });
});
