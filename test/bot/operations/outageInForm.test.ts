import { match } from 'node:assert/strict';
import { type DocumentStore, StoreOutageError } from '../../../services/storage/documents/documentStore.ts';
import { aPdf } from '../../support/aPdf.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { fillInTo } from '../../support/fillIn.ts';

describe('When the storage does not answer while somebody fills in the form', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let away = false;
  /** As after the limit of a call. */
  const wrap = (store: DocumentStore): DocumentStore => ({
    ...store,
    batch: async (pk, writes) => {
      if (away) throw new StoreOutageError('No answer in time.');
      return await store.batch(pk, writes);
    },
  });
  before(async () => {
    bot = await startBotWithTeams({ wrap });
  });
  after(() => bot.stop());
  afterEach(() => {
    away = false;
  });

  const sentence = /Our storage does not answer at the moment, so this may not have been saved/;

  it('a press and a file are answered with what to do, and pressed again they work', async () => {
    const ana = bot.person('ana');
    const name = await fillInTo(ana, 'name');
    away = true;
    match(JSON.stringify(await ana.press(name, 'Next', { claimName: 'Contoso' })), sentence);
    away = false;
    await ana.press(name, 'Next', { claimName: 'Contoso' });
    match((await ana.card()).text, /What do you claim/);
    await fillInTo(ana, 'proof');
    away = true;
    await ana.attach('signed.pdf', aPdf('signed'));
    match(await ana.lastText(), sentence);
    away = false;
    await ana.attach('signed.pdf', aPdf('signed'));
    match((await ana.card()).text, /1 file attached/);
  });
});
