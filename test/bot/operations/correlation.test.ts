import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { correlationNow } from '../../../bot/trace.ts';
import type { DocumentStore } from '../../../services/storage/documents/documentStore.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';

describe('The log lines of one press', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let number = '';
  let isGone = false;
  /** What the store heard of alerts: with which correlation each was written. */
  const written: unknown[] = [];

  /** A store that answers nothing while it is gone. */
  const wrap = (store: DocumentStore): DocumentStore => ({
    ...store,
    read: async (pk, id) => {
      if (isGone)
        throw new Error('the store is gone: no document of “Carla Mendes” at https://x.example/a?key=b');
      return await store.read(pk, id);
    },
    batch: async (pk, writes) => {
      if (writes.some((write) => write.kind === 'create' && write.document.type === 'alert'))
        written.push(correlationNow());
      return await store.batch(pk, writes);
    },
  });
  before(async () => {
    bot = await startBotWithTeams({ wrap });
    number = await fileClaim(bot.person('ana'));
    await bot.person('rita').awaitCard(new RegExp(number), bot.channel);
  });
  after(() => bot.stop());

  const linesThat = (msg: string) => bot.logged().filter((line) => line.msg === msg);

  it('have one correlation ID, which the presser reads when something goes wrong', async () => {
    const ana = bot.person('ana');
    isGone = true;
    await ana.say('my claims');
    isGone = false;
    const [line, ...more] = linesThat('an activity failed');
    equal(more.length, 0);
    match(await ana.lastText(), new RegExp(`this reference: ${line?.correlation}`));
    const { err } = line as { readonly err: Record<string, unknown> };
    deepEqual([err.type, err.message], ['Error', 'the store is gone: no document of … at …']);
    ok(String(err.stack).includes('correlation.test.ts'));
  });

  it('and so have those of the alert that it makes, which is sent later', async () => {
    const rita = bot.person('rita');
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    bot.wire.fault = ({ path }) => (path.startsWith('/v3/conversations/a:') ? { status: 503 } : undefined);
    await rita.pressNewest('Send', {
      reasons: 'DatesMissingOrOld',
      comment: 'When was it signed?',
    });
    await until(
      async () => linesThat('an alert could not be delivered').length > 0,
      'the line of a failed alert',
    );
    bot.wire.fault = () => undefined;
    const asked = (await bot.stored.waitingAlerts(number)).at(-1);
    match(String(asked?.correlation), /^[0-9a-f]{12}$/);
    equal(asked?.correlation, written.at(-1), 'of the press that has made it');
    for (const line of linesThat('an alert could not be delivered'))
      equal(line.correlation, asked?.correlation);
  });

  it('differ from those of another press', async () => {
    const correlations = async (act: () => Promise<unknown>) => {
      const before = bot.logged().length;
      await act();
      return bot
        .logged()
        .slice(before)
        .map(({ correlation }) => correlation);
    };
    const stranger = bot.person('stranger');
    const [first] = await correlations(() => stranger.say('help'));
    const [second] = await correlations(() => stranger.say('help'));
    ok(first && second && first !== second);
  });
});
