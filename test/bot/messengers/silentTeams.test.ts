import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type BotWithTeams, type Call, type Fault, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim, fillInTo } from '../../support/fillIn.ts';
import { listenOnLoopback } from '../../support/listenOnLoopback.ts';
import { until } from '../../support/until.ts';

const callLimits = { alertMs: 600, pressMs: 400 };
const isPut = ({ method }: Call) => method === 'PUT';

describe('When Teams takes a call and does not answer it', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let rita: ChatPerson;
  before(async () => {
    bot = await startBotWithTeams({ callLimits });
    [ana, rita] = [bot.person('ana'), bot.person('rita')];
  });
  afterEach(() => {
    bot.wire.fault = () => undefined;
  });
  after(() => bot.stop());

  /** How long something took, in milliseconds. */
  async function taken(act: () => Promise<unknown>): Promise<number> {
    const begun = performance.now();
    await act();
    return performance.now() - begun;
  }
  const faultFor = (applies: (call: Call) => boolean, fault: Fault) => {
    bot.wire.fault = (call) => (applies(call) ? fault : undefined);
  };

  for (const [what, fault, atLeastMs = 0] of [
    ['is not answered', { status: 0, hangs: true }, callLimits.pressMs],
    ['is told to wait 20 s', { status: 429, headers: { 'retry-after': '20' } }],
    ['fails with 503', { status: 503 }],
  ] as const)
    it(`a press is answered with its card when the update of the card ${what}`, async () => {
      const card = await fillInTo(ana, 'name');
      faultFor(isPut, fault);
      bot.wire.calls.length = 0;
      let answer: unknown;
      const ms = await taken(async () => {
        answer = await ana.press(card, 'Next', { claimName: `Slow ${what}` });
      });
      ok(ms >= atLeastMs && ms < 3000, `${ms} ms`);
      match(JSON.stringify(answer), /What do you claim/);
      equal(bot.wire.calls.filter(isPut).length, 1, 'one try');
    });

  it('typed words wait for their answer no longer than the limit, and the next ones are answered', async () => {
    faultFor(({ method }) => method === 'POST', { status: 0, hangs: true });
    const ms = await taken(() => ana.say('help').catch(() => undefined));
    ok(ms >= callLimits.pressMs && ms < 3000, `${ms} ms`);
    bot.wire.fault = () => undefined;
    await ana.say('my claims');
    match((await ana.card()).text, /My claims|claims/);
  });

  describe('in one chat only', () => {
    let silent: Server;
    let address = '';
    let taken = 0;
    let ended = 0;
    before(async () => {
      silent = createServer((_request, response) => {
        taken += 1;
        response.on('close', () => {
          ended += 1;
        });
      });
      address = await listenOnLoopback(silent);
    });
    after(() => {
      silent.closeAllConnections();
      silent.close();
    });

    it('everybody else hears at once, and the call that nobody answers is ended', async () => {
      const number = await fileClaim(ana, { lines: { lines: 'more-61' } });
      const card = await rita.awaitCard(new RegExp(`${number}[\\s\\S]*New claim`), bot.channel);
      await rita.press(card, 'Start review');
      const person = bot.roster.personOf('ana');
      ok(person);
      const conversation = bot.roster.conversationOf((await ana.me()).chat);
      ok(conversation);
      const word = bot.activities.text({ person, conversation }, '6001', 'thanks');
      void bot.post({ ...word, serviceUrl: address }).catch(() => undefined);
      const form = () => rita.awaitCard(new RegExp(`${number}[\\s\\S]*Under review`), bot.channel);
      await rita.press(await form(), 'Ask for more');
      const asking = await rita.awaitCard(new RegExp(`${number}[\\s\\S]*What is missing`), bot.channel);
      await rita.press(asking, 'Send', { reasons: 'DatesMissingOrOld', comment: 'When?' });
      const other = await fileClaim(bot.person('nils'), {
        customer: { mpnId: '6104418' },
        lines: { lines: 'more-62' },
      });
      await rita.awaitCard(new RegExp(`${other}[\\s\\S]*New claim`), bot.channel);
      ok(taken > 0, 'the silent server was called');
      await until(() => ended > 0, 'the end of a silent call');
      const waiting = await bot.stored.waitingAlerts(number);
      deepEqual(
        waiting.flatMap(({ recipients }) => recipients.map(({ result }) => result)).includes('waiting'),
        true,
        'it waits for that one person',
      );
    });
  });
});
