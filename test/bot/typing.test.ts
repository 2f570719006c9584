import { deepEqual, equal, rejects } from 'node:assert/strict';
import { createServer } from 'node:http';
import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import sinon from 'sinon';
import { fileContentType } from '../../bot/attachments.ts';
import { typingAfterMs, typingAgainMs, whileTyping } from '../../bot/typing.ts';
import { type BotWithTeams, startBotWithTeams } from '../support/botWithTeams.ts';
import { fillInTo } from '../support/fillIn.ts';
import { listenOnLoopback } from '../support/listenOnLoopback.ts';
import { doingOf, forge } from './badInput/answers.ts';

/** A chat that keeps what arrives, in the order in which it has arrived. */
class Chat extends BotAdapter {
  readonly arrived: string[] = [];
  /** What becomes of the dots on their way. */
  typing: () => Promise<void> = async () => undefined;

  async sendActivities(_context: TurnContext, activities: Partial<Activity>[]) {
    for (const { type, text } of activities) {
      if (type === 'typing') await this.typing();
      this.arrived.push(text ?? type ?? '');
    }
    return activities.map(() => ({ id: '1' }));
  }
  async updateActivity() {
    this.arrived.push('update');
  }
  async deleteActivity() {}
  async continueConversation() {}

  turn(): TurnContext {
    return new TurnContext(this, {
      type: 'message',
      channelId: 'msteams',
      conversation: { id: 'a:1' },
    } as Activity);
  }
}

/** Lets everything that only waits for promises go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('When an answer takes long', () => {
  let clock: sinon.SinonFakeTimers;
  let chat: Chat;
  /** The turn's work, which ends when the test says so. */
  let work: PromiseWithResolvers<void>;

  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    chat = new Chat();
    work = Promise.withResolvers();
  });
  afterEach(() => clock.restore());

  const answerAfterWork = (context = chat.turn()) =>
    whileTyping(context, async () => {
      await work.promise;
      await context.sendActivity('answer');
    });
  const pass = async (ms: number) => {
    await clock.tickAsync(ms);
    await settled();
  };

  it('shows that it is under way after half a second, and again every few seconds', async () => {
    const turn = answerAfterWork();
    await pass(typingAfterMs - 1);
    deepEqual(chat.arrived, []);
    await pass(1);
    deepEqual(chat.arrived, ['typing']);
    await pass(typingAgainMs);
    deepEqual(chat.arrived, ['typing', 'typing']);
    work.resolve();
    await turn;
    await pass(60_000);
    deepEqual(chat.arrived, ['typing', 'typing', 'answer']);
  });

  it('shows nothing when the answer is quick', async () => {
    const turn = answerAfterWork();
    await pass(typingAfterMs - 1);
    work.resolve();
    await turn;
    await pass(60_000);
    deepEqual(chat.arrived, ['answer']);
    equal(clock.countTimers(), 0);
  });

  it('shows it at once when the turn says so, once', async () => {
    const context = chat.turn();
    const turn = whileTyping(context, async (show) => {
      show();
      show();
      await work.promise;
      await context.sendActivity('answer');
    });
    await settled();
    deepEqual(chat.arrived, ['typing']);
    await pass(typingAfterMs);
    deepEqual(chat.arrived, ['typing']);
    work.resolve();
    await turn;
  });

  it('shows nothing any more between the first answer and the end of the turn', async () => {
    const context = chat.turn();
    const turn = whileTyping(context, async () => {
      await context.updateActivity({ id: '1' });
      await work.promise;
    });
    await pass(60_000);
    deepEqual(chat.arrived, ['update']);
    work.resolve();
    await turn;
  });

  it('lets dots that are on their way arrive before the answer', async () => {
    const onTheWay = Promise.withResolvers<void>();
    chat.typing = () => onTheWay.promise;
    const turn = answerAfterWork();
    await pass(typingAfterMs);
    work.resolve();
    await pass(100);
    deepEqual(chat.arrived, []);
    onTheWay.resolve();
    await turn;
    deepEqual(chat.arrived, ['typing', 'answer']);
  });

  it('does not wait long for dots that do not arrive', async () => {
    chat.typing = () => new Promise(() => undefined);
    const turn = answerAfterWork();
    await pass(typingAfterMs);
    work.resolve();
    await pass(2000);
    await turn;
    deepEqual(chat.arrived, ['answer']);
  });

  it('answers although the dots cannot be shown', async () => {
    chat.typing = () => Promise.reject(new Error('The chat takes no dots'));
    const turn = answerAfterWork();
    await pass(typingAfterMs);
    work.resolve();
    await turn;
    deepEqual(chat.arrived, ['answer']);
  });

  it('leaves none behind when the turn fails', async () => {
    const turn = rejects(answerAfterWork(), /broken/);
    await pass(typingAfterMs);
    work.reject(new Error('broken'));
    await turn;
    await pass(60_000);
    deepEqual(chat.arrived, ['typing']);
    equal(clock.countTimers(), 0);
  });
});

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

  it('that the dots are refused changes nothing', async () => {
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
