import { deepEqual, equal, ok } from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { createChatModel } from '../../../local/page/chatModel.ts';
import { createLiveUpdates } from '../../../local/page/liveUpdates.ts';
import type { ClockView, LiveEvent, MessageView, State } from '../../../local/teams/views.ts';

const aMessage = (seq: number, more: Partial<MessageView> = {}): MessageView => ({
  id: `m${seq}`,
  seq,
  revision: seq,
  chat: 'chat',
  from: 'bot',
  at: '2026-11-02T09:00:00.000Z',
  attachments: [],
  files: [],
  alert: false,
  replacements: {},
  ...more,
});

const clockAt = (aheadMs: number): ClockView => ({ aheadMs, timeZone: 'UTC' });

const aState = (messages: readonly MessageView[], more: Partial<State> = {}): State => ({
  bot: { name: 'CPOR Claims' },
  people: [],
  channels: [],
  panels: [],
  messages,
  shortened: [],
  ...more,
});

const arrived = (message: MessageView): LiveEvent => ({ kind: 'message', message });

/** The page's model with one listener, and a server whose answers arrive when the test says so. */
const aPage = () => {
  const model = createChatModel();
  const asked: PromiseWithResolvers<State>[] = [];
  const shown: string[] = [];
  let clock: ClockView | undefined;
  const blocked = new Map<string, boolean>();
  model.listen({
    chat: 'chat',
    show: ({ id }, live) => void shown.push(live ? `${id} live` : id),
    remove: (id) => void shown.splice(0, Infinity, ...shown.filter((each) => each.split(' ')[0] !== id)),
    typing: () => {},
    shortened: () => {},
  });
  const take = createLiveUpdates({
    model,
    fetchState() {
      const answer = Promise.withResolvers<State>();
      asked.push(answer);
      return answer.promise;
    },
    onState(state) {
      clock = state.clock;
      for (const each of state.people) blocked.set(each.id, each.blocked);
    },
    onClock: (moved) => {
      clock = moved;
    },
    onBlocked: (person, is) => void blocked.set(person, is),
  });
  /** Takes the events in their order; the states asked for arrive after the last of them has. */
  const hears = async (events: readonly LiveEvent[], ...states: readonly State[]) => {
    const taken = events.map(take);
    for (const [index, state] of states.entries()) {
      // By then everything is done that does not wait for an answer.
      await setImmediate();
      asked[index]?.resolve(state);
    }
    await Promise.all(taken);
  };
  return { model, shown, hears, clock: () => clock, blocked };
};

describe('When the page’s state arrives after live events that came later than it', () => {
  const hello: LiveEvent = { kind: 'hello' };

  it('keeps what has been posted since, below what was there', async () => {
    const { shown, hears } = aPage();
    await hears([hello, arrived(aMessage(3))], aState([aMessage(1), aMessage(2)]));
    deepEqual(shown, ['m1 live', 'm2 live', 'm3 live']);
  });

  it('does not bring back what has been deleted since', async () => {
    const { shown, hears } = aPage();
    await hears([hello, { kind: 'deleted', id: 'm1' }], aState([aMessage(1), aMessage(2)]));
    deepEqual(shown, ['m2 live']);
  });

  it('shows a thread’s older posts before what has been posted since', async () => {
    const { shown, hears } = aPage();
    const inThread = [2, 3, 4].map((seq) => aMessage(seq, { root: 'm1' }));
    const [older, reply, later] = inThread;
    ok(older && reply && later);
    await hears(
      [arrived(reply), { kind: 'deleted', id: 'm2' }, arrived(later)],
      aState([aMessage(1), older, reply]),
    );
    deepEqual(shown, ['m3 live', 'm1', 'm4 live']);
  });

  it('keeps the later time, and who has blocked the bot since', async () => {
    const { hears, clock, blocked } = aPage();
    const events: LiveEvent[] = [
      { kind: 'clock', clock: clockAt(5) },
      { kind: 'blocked', person: 'ana', blocked: true },
    ];
    await hears([hello, ...events], aState([], { clock: clockAt(0) }));
    equal(clock()?.aheadMs, 5);
    equal(blocked.get('ana'), true);
  });
});

describe('When the page’s state cannot be fetched', () => {
  it('goes on with the live events', async () => {
    const model = createChatModel();
    const failing = console.error;
    const take = createLiveUpdates({
      model,
      fetchState: () => Promise.reject(new Error('The program is gone.')),
      onState: () => {},
      onClock: () => {},
      onBlocked: () => {},
    });
    console.error = () => {};
    try {
      await Promise.all([take({ kind: 'hello' }), take(arrived(aMessage(1)))]);
    } finally {
      console.error = failing;
    }
    equal(model.newest(), 1);
  });
});

describe('When the answer to a press arrives after the card has been deleted', () => {
  it('does not bring the card back', async () => {
    const { model, shown, hears } = aPage();
    await hears([arrived(aMessage(1)), { kind: 'deleted', id: 'm1' }]);
    model.put(aMessage(1, { revision: 2 }));
    deepEqual(shown, []);
  });
});
