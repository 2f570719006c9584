import { equal, match } from 'node:assert/strict';
import { onEachEngine } from '../support/engines.ts';
import { submitByChat } from '../support/fileByChat.ts';
import { oneStory, stageForSuite } from './stage.ts';
import { t } from './storyOfAClaim.ts';

onEachEngine('When two partners claim the same workload of one customer', function (engine) {
  this.timeout(90_000);
  oneStory();
  const stage = stageForSuite(engine);
  let anas = '';
  let nilss = '';

  before(async () => {
    anas = await submitByChat(stage.offStage.ana, { mpnId: '4512087', comment: 'Known only to Fabrikam.' });
  });

  it('shows one partner nothing of the other’s claim (R53)', async () => {
    const { nils } = stage;
    await (await nils.asks('my claims')).says(t('list.mineEmpty'));
    match(await nils.hears(`claim ${anas}`), /no such claim/);
    await stage.picture('40-not-found');
  });

  it('accepts the other partner’s claim too, and mentions no competing claim (R46, R53)', async () => {
    nilss = await submitByChat(stage.offStage.nils, { mpnId: '6104418', claimName: 'Exchange at Contoso' });
    const card = await stage.nils.card(t('partner.Submitted'));
    match(await card.text(), new RegExp(nilss));
    const column = await stage.nils.column.allInnerTexts();
    equal(/Fabrikam|Ana Ruiz|another partner|competing/i.test(column.join('\n')), false);
    equal(column.join('\n').split(anas).length - 1, 1, 'only in his own question');
  });

  it('tells the reviewers at once, on one card for the contest (R54)', async () => {
    await stage.rita.openChannel();
    const contest = await stage.rita.card(t('contest.title'), stage.rita.channel);
    await contest.says('2 partners claim it');
    for (const part of ['Fabrikam Consulting', 'Northwind Advisors', anas, nilss])
      match(await contest.text(), new RegExp(part));
    await contest.message.scrollIntoViewIfNeeded();
    await stage.picture('43-contested-channel');
  });

  it('tells both partners in general words, and neither of the other (R52, R53)', async () => {
    for (const person of [stage.ana, stage.nils]) {
      const card = await person.card(t('system.arbitration').slice(0, 40));
      await card.message.scrollIntoViewIfNeeded();
    }
    await stage.picture('44-both-partners-view');
    await stage.rita.openChat();
  });

  it('asks before one is approved over the other that waits (D6)', async () => {
    const card = await stage.rita.asks(`claim ${anas}`);
    await card.press('Start review');
    await card.press('Approve');
    await card.says(/A competing claim is waiting/);
    await stage.picture('41-a-rival-waits');
    await card.press(t('approve.confirm'));
    await card.says(t('reviewer.Approved'));
  });

  it('never approves both (R46)', async () => {
    const card = await stage.rita.asks(`claim ${nilss}`);
    await card.press('Start review');
    await card.press('Approve');
    await card.says(t('refusal.competingHolds', { numbers: anas }));
    match(await card.text(), /Under review/);
    await stage.picture('42-not-both');
    await (await stage.nils.card(nilss)).says(t('partner.UnderReview'));
  });
});
