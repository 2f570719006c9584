import assert from 'node:assert/strict';
import { routeOf } from '../../../bot/routes/pressRoutes.ts';
import { type Action, actionSchema } from '../../../cards/kit/verbs.ts';
import { messageText } from '../../../cards/text/messages.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { sourceFiles } from '../../support/imports.ts';
import { doingOf, neverFailed, readAnswer } from '../badInput/answers.ts';

type Kind = ReturnType<typeof routeOf>['kind'];

const number = 'C-0000-0000';
const target = { number, version: 1 };
const files = ['0'.repeat(32)];
const slot = { customerTenantId: '11111111-1111-4111-8111-111111111111', slot: 'workload:teams' };

const said = (key: 'formOpen' | 'onlyInPersonalChat') => messageText(key, {}, { locale: 'en' });

/** Every button by its verb, and what kind of press it is: written out by hand. */
const presses: {
  readonly [V in Action['verb']]: readonly [kind: Kind, data: Omit<Extract<Action, { verb: V }>, 'verb'>];
} = {
  'claim.new': ['navigation', {}],
  'claim.resume': ['plain', { number }],
  'claim.next': ['filing', { step: 'customer' }],
  'claim.back': ['filing', { step: 'name', ...target }],
  'claim.goTo': ['filing', { step: 'name', ...target }],
  'claim.submit': ['filing', target],
  'claim.list': ['navigation', {}],
  'claim.filter': ['plain', {}],
  'claim.open': ['plain', { number }],
  'claim.comment': ['command', target],
  'claim.resubmit': ['command', target],
  'claim.copy': ['navigation', { number }],
  'claim.edit': ['navigation', { number }],
  'claim.saveEdit': ['plain', { ...target, part: 'mpnId' }],
  'claim.leaveEdit': ['plain', { number, part: 'mpnId' }],
  'claim.history': ['navigation', { number }],
  'channel.move': ['plain', { channel: '19:x@thread.tacv2' }],
  'channel.keep': ['plain', { channel: '19:x@thread.tacv2' }],
  'claim.copyIds': ['plain', { number }],
  'draft.takeOver': ['plain', target],
  'draft.delete': ['plain', target],
  'proof.open': ['plain', { number, proof: 'x' }],
  'proof.remove': ['filing', { ...target, proof: 'x' }],
  'proof.template': ['plain', { number }],
  'file.add': ['plain', { files, number }],
  'file.ask': ['plain', { files }],
  'file.newClaim': ['plain', { files }],
  'file.discard': ['plain', { files }],
  'review.queue': ['navigation', {}],
  'review.start': ['command', target],
  'review.takeOver': ['command', target],
  'review.requestInformation': ['command', target],
  'review.approve': ['command', target],
  'review.reject': ['command', target],
  'contest.open': ['navigation', slot],
  'help.open': ['navigation', {}],
};

/** The data of each button as it arrives. */
const arriving = (kind: Kind): readonly Action[] =>
  Object.entries(presses).flatMap(([verb, [is, data]]) =>
    is === kind ? [actionSchema.parse({ verb, ...data })] : [],
  );

describe('When a button is pressed', () => {
  for (const [verb, [kind, data]] of Object.entries(presses))
    it(`${verb} is known, and of the kind ${kind}`, () => {
      assert.equal(routeOf(actionSchema.parse({ verb, ...data })).kind, kind);
    });

  for (const { of, data, kind } of [
    { of: 'on the form', data: { step: 'name' }, kind: 'filing' },
    { of: 'once it is confirmed', data: { step: 'name', confirmed: true }, kind: 'plain' },
    { of: 'anywhere else', data: { confirmed: true }, kind: 'plain' },
  ])
    it(`deleting a draft ${of} is of the kind ${kind}`, () => {
      assert.equal(routeOf(actionSchema.parse({ verb: 'draft.delete', ...target, ...data })).kind, kind);
    });

  it('its verb stands in one table only: elsewhere a type may name one, for its data', () => {
    const verbs = Object.keys(presses).map((verb) => verb.replace('.', '\\.'));
    const named = new RegExp(`(?<!Extract<Action, \\{ verb: |Press<)'(?:${verbs.join('|')})'`, 'g');
    const elsewhere = ['bot', 'dialogs', 'services', 'local']
      .flatMap(sourceFiles)
      .filter(({ path }) => path !== 'bot/routes/pressRoutes.ts')
      .flatMap(({ path, text }) => (text.match(named) ?? []).map((verb) => `${path}: ${verb}`));
    assert.deepEqual(elsewhere, []);
  });
});

describe('When a reviewer presses on the channel’s card', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let first: string;
  const [waits, ownChat] = [said('formOpen'), said('onlyInPersonalChat')];

  before(async () => {
    bot = await startBotWithTeams();
    const filed = await fileClaim(bot.person('ana'));
    const seen = await bot.person('rita').awaitCard(new RegExp(`${filed}[\\s\\S]*New claim`), bot.channel);
    first = seen.activityId;
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  async function answerTo(data: Action, typed: Readonly<Record<string, string>>): Promise<string> {
    const conversation = bot.roster.conversationOf(bot.channel);
    assert.ok(conversation);
    const action = { type: 'Action.Execute', verb: data.verb, data: { ...data, ...typed } };
    const activity = bot.activities.execute({ ...doingOf(bot, 'rita'), conversation: conversation }, first, {
      action,
      trigger: 'manual',
    });
    return readAnswer(await bot.post(activity)).text;
  }

  for (const action of arriving('navigation')) {
    it(`${action.verb} waits until what is typed has been sent`, async () => {
      assert.equal(await answerTo(action, { comment: 'Half a sen' }), waits);
    });
    it(`${action.verb} is answered where nothing is typed`, async () => {
      assert.notEqual(await answerTo(action, {}), waits);
    });
  }

  for (const action of arriving('filing'))
    it(`${action.verb} is for their own chat`, async () => {
      assert.equal(await answerTo(action, {}), ownChat);
    });

  for (const action of [...arriving('plain'), ...arriving('command')])
    it(`${action.verb} does not wait for what is typed`, async () => {
      assert.notEqual(await answerTo(action, { comment: 'Half a sen' }), waits);
    });
});
