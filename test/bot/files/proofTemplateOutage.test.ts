import { deepEqual, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fillInTo } from '../../support/fillIn.ts';

describe('When the store is out while an offered template is answered (R56)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let out = false;

  before(async () => {
    bot = await startBotWithTeams({
      wrap: (store) => ({
        ...store,
        read: async (pk, id) => {
          if (out && pk.startsWith('template:')) throw new Error('The store is out');
          return await store.read(pk, id);
        },
      }),
    });
    ana = bot.person('ana');
  });

  after(() => bot.stop());

  it('says so with a reference, and the same offer can be answered afterwards', async () => {
    await fillInTo(ana, 'proof');
    await ana.pressNewest('Get the template');
    const offered = (await ana.messages()).at(-1);
    ok(offered);
    const allow = () => ana.call('people/ana/consent', { activityId: offered.id, action: 'accept' });
    out = true;
    deepEqual(await allow(), { outcome: 'sent' }, 'or Teams would ask again by itself');
    match(
      await ana.lastText(),
      /Something went wrong on our side, so this may not have been done\..*this reference: \w+/,
    );
    out = false;
    await allow();
    match(await ana.lastText(), /is in your OneDrive/);
  });
});
