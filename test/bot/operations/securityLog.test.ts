import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createLogger } from '../../../bot/logger.ts';
import { createSecurityLog } from '../../../bot/securityLog.ts';
import { personIdOf } from '../../../services/directory/personId.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { channelOf, pressOf } from '../../support/pressesElsewhere.ts';

const contoso = '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c';
const other = channelOf('other', 'rita', 'ana');

describe('When access is refused', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let number = '';
  before(async () => {
    bot = await startBotWithTeams({ channels: [other] });
    number = await fileClaim(bot.person('ana'));
    await bot.person('rita').awaitCard(new RegExp(number), bot.channel);
  });
  after(() => bot.stop());

  /** What the log says of refused access while something happens, without the hash and the correlation. */
  async function saidOf(act: () => Promise<unknown>) {
    const before = bot.logged().length;
    await act();
    return bot
      .logged()
      .slice(before)
      .filter(({ kind }) => kind === 'security');
  }
  const gist = ({ what, verb, outcome }: Record<string, unknown>) => ({
    what,
    ...(verb ? { verb } : {}),
    outcome,
  });
  const press = (person: string, verb: string, data: object, chat?: string) =>
    bot.post(pressOf(bot, { person, verb, data, ...(chat ? { chat } : {}) }));

  const refused: Readonly<Record<string, readonly [act: () => Promise<unknown>, line: object]>> = {
    'somebody unknown writes': [
      () => bot.person('stranger').say('my claims'),
      { what: 'message', outcome: 'notRecognised' },
    ],
    'somebody unknown presses': [
      () => press('stranger', 'claim.open', { number }),
      { what: 'press', verb: 'claim.open', outcome: 'notRecognised' },
    ],
    'another partner names the claim': [
      () => bot.person('nils').say(`claim ${number}`),
      { what: 'message', outcome: 'notFound' },
    ],
    'another partner presses a button of the claim': [
      () => press('nils', 'claim.comment', { number, version: 1, comment: 'Give it to us.' }),
      { what: 'press', verb: 'claim.comment', outcome: 'notFound' },
    ],
    'a partner presses what only reviewers may': [
      () => press('ana', 'review.start', { number, version: 1 }),
      { what: 'press', verb: 'review.start', outcome: 'notAllowed' },
    ],
    'a partner asks for a contest': [
      () => press('ana', 'contest.open', { customerTenantId: contoso, slot: 'workload:exchange-online' }),
      { what: 'press', verb: 'contest.open', outcome: 'notFound' },
    ],
    'a reviewer presses in a channel that is not the reviewers’': [
      () => press('rita', 'review.start', { number, version: 1 }, other.id),
      { what: 'press', verb: 'review.start', outcome: 'foreignPlace' },
    ],
    'a card is refreshed there': [
      () => press('rita', 'claim.refresh', { number }, other.id),
      { what: 'refresh', verb: 'claim.refresh', outcome: 'foreignPlace' },
    ],
    'a press has a verb of its own': [
      () => press('ana', 'claim.approve for Ana Ruiz', { number }),
      { what: 'press', verb: 'unknown', outcome: 'forged' },
    ],
    'a press lacks its data': [
      () => press('ana', 'review.approve', {}),
      { what: 'press', verb: 'review.approve', outcome: 'forged' },
    ],
    'somebody answers an offer that was made to nobody': [
      () =>
        bot.post({
          ...pressOf(bot, { person: 'ana', verb: '', data: {} }),
          name: 'fileConsent/invoke',
          value: {
            action: 'decline',
            context: { reference: '5b0f1f5e-5a4f-4c0e-9c5e-2f9d5f3b1a11' },
          },
        }),
      { what: 'consent', outcome: 'notFound' },
    ],
    'an invoke is for another kind of app': [
      () =>
        bot.post({ ...pressOf(bot, { person: 'ana', verb: '', data: {} }), name: 'task/fetch', value: {} }),
      { what: 'invoke', outcome: 'forged' },
    ],
  };
  for (const [what, [act, line]] of Object.entries(refused))
    it(`${what}: one line says what was tried, by a hash, and why not`, async () => {
      const lines = await saidOf(act);
      deepEqual(lines.map(gist), [line]);
      const [{ level, person, correlation, msg } = {}] = lines;
      deepEqual([level, msg], [40, 'access was refused']);
      match(String(person), /^[0-9a-f]{20}$/);
      match(String(correlation), /^[0-9a-f]{12}$/);
    });

  it('the same person has the same hash, another one another, and it is none of the ID alone', async () => {
    const hashOf = async (id: string) =>
      (await saidOf(() => bot.person(id).say(`claim ${number}`)))[0]?.person;
    const again = await hashOf('nils');
    equal(await hashOf('nils'), again);
    notEqual(await hashOf('stranger'), again);
    const nils = bot.roster.personOf('nils');
    ok(nils);
    const plain = createHash('sha256').update(personIdOf(nils.tenantId, nils.objectId)).digest('hex');
    equal(plain.startsWith(String(again)), false);
  });

  it('what people may do is not in it', async () => {
    const ana = bot.person('ana');
    deepEqual(
      await saidOf(async () => {
        await ana.say('my claims');
        await ana.say(`claim ${number}`);
        await ana.pressNewest('Comment');
        await ana.pressNewest('Send', { comment: 'It is on page 3.' });
        await bot.person('rita').say('queue');
        await bot.person('rita').say(`claim ${number}`);
      }),
      [],
    );
  });
});

describe('The hash of a person in the log', () => {
  const hashWith = (secret: string) =>
    createSecurityLog({ logger: createLogger('silent'), secret }).hash('a-tenant:an-object');

  it('is the same in all processes with the same secret, and another with another', () => {
    equal(hashWith('one secret'), hashWith('one secret'));
    notEqual(hashWith('one secret'), hashWith('another'));
  });

  it('is good for one process only where there is no secret', () => notEqual(hashWith(''), hashWith('')));
});
