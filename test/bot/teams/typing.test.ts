import { deepEqual, equal, rejects } from 'node:assert/strict';
import { type Activity, BotAdapter, TurnContext } from 'botbuilder';
import sinon from 'sinon';
import { typingAfterMs, typingAgainMs, whileTyping } from '../../../bot/teams/typing.ts';

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
