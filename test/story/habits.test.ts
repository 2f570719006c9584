import { equal, match } from 'node:assert/strict';
import { onEachEngine } from '../support/engines.ts';
import { draftByChat, submitByChat } from '../support/fileByChat.ts';
import { textOf } from '../support/textOf.ts';
import { stageForSuite } from './stage.ts';
import { customerDomain, customerTenantId, numberIn, signedPage, t } from './storyOfAClaim.ts';

onEachEngine('When people act in their usual ways', function (engine) {
  this.timeout(90_000);
  const stage = stageForSuite(engine);
  const seattle = { mpnId: '4512087' };

  it('keeps what is filled in on a card when a message is typed instead', async () => {
    const { ana } = stage;
    const card = await ana.asks('new claim');
    await card.choose('mpnId', /4512087/);
    await card.type({ customerDomain, customerTenantId });
    match(await ana.hears('contoso dot com'), /please continue on its card/);
    await stage.picture('50-words-at-a-step');
    equal(await card.textInput('customerDomain').inputValue(), customerDomain);
    await card.press('Next');
    await card.says(t('step.activity'));
    await ana.hears('cancel');
  });

  it('goes on at the first open step after “cancel” and “my claims” (R23, R24)', async () => {
    const { ana } = stage;
    const number = await draftByChat(stage.offStage.ana, { ...seattle, claimName: 'Half a claim' }, 3);
    match(await ana.hears('cancel'), new RegExp(`${number} is kept`));
    const list = await ana.asks('my claims');
    await stage.picture('51-a-draft-in-my-claims');
    await list.press(t('list.openClaim', { number }));
    await list.says(t('step.lines'));
    await list.says(/Half a claim/);
  });

  it('asks which to go on with when “new claim” is typed while drafts are open', async () => {
    const asked = await stage.ana.asks('new claim');
    await asked.says(t('drafts.title'));
    await asked.says('Half a claim');
    await stage.picture('52-which-draft');
    await asked.press(t('drafts.fresh'));
    await asked.says(t('step.customer'));
    equal(await asked.textInput('customerDomain').inputValue(), '');
  });

  it('does once what is pressed twice at the same moment', async () => {
    const { ana, rita } = stage.offStage;
    const number = await submitByChat(ana, seattle);
    await rita.say(`claim ${number}`);
    const card = await rita.card();
    await Promise.all([rita.press(card, 'Start review'), rita.press(card, 'Start review')]);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('History');
    equal((await rita.card()).text.match(/Review started/g)?.length, 1);
  });

  it('shows the present state, and says so, when an old card is pressed', async () => {
    const { rita } = stage;
    const { ana } = stage.offStage;
    const number = await submitByChat(ana, { ...seattle, lines: 'teams' });
    const old = await rita.asks(`claim ${number}`);
    await old.press('Start review');
    await ana.say(`claim ${number}`);
    await ana.pressNewest(t('action.comment'));
    await ana.pressNewest(t('partner.sendComment'), { comment: 'Please look at page 4 first.' });
    await old.press('Approve');
    await old.says(t('refusal.changedMeanwhile'));
    await old.says('Please look at page 4 first.');
    await stage.picture('53-an-old-card');
    await old.press('Approve');
    await old.says(t('approve.title'));
    await old.press(t('approve.confirm'));
    await old.says(t('reviewer.Approved'));
  });

  it('asks which claim a file is for, the one that is open in the chat first (R60)', async () => {
    const { ana } = stage;
    const number = await submitByChat(stage.offStage.ana, { ...seattle, lines: 'intune' });
    await ana.asks(`claim ${number}`);
    const question = await ana.cardIn(await ana.attach(signedPage.name, signedPage.content));
    await question.says(t('fileQuestion.title'));
    await stage.picture('56-which-claim');
    await question.press(t('fileQuestion.add', { number }));
    await question.says(new RegExp(`added to ${number}`));
    await stage.picture('57-file-added');
  });

  it('says at the proof step which file was not taken, and why (D9)', async () => {
    const { ana } = stage;
    await draftByChat(stage.offStage.ana, {
      ...seattle,
      claimName: 'A claim with a tool',
      lines: 'viva-engage',
    });
    const said = await ana.attach('tool.exe', signedPage.content);
    match(await textOf(said), /tool\.exe was not stored/);
    await (await ana.card(t('proof.none'))).says(t('step.proof'));
    await ana.hears('cancel');
  });

  it('deletes a file that turns out to be for no claim', async () => {
    const { nils } = stage;
    const question = await nils.cardIn(await nils.attach(signedPage.name, signedPage.content));
    await question.says(t('fileQuestion.none'));
    await question.press(t('fileQuestion.discard'));
    await question.says(/Signed page 3\.pdf was deleted/);
  });

  it('fits a phone', async () => {
    const { page, ana } = stage;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('about:blank');
    await page.goto(`${stage.address}#ana`);
    const filing = await ana.asks('new claim');
    await filing.press(t('drafts.fresh'));
    await filing.press('Next');
    await stage.picture('54-phone-filing');
    const number = await submitByChat(stage.offStage.ana, { ...seattle, lines: 'onedrive' });
    const rita = stage.offStage.rita;
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', {
      reasons: 'DatesMissingOrOld',
      comment: 'The plan on page 2 has no dates.',
    });
    const alert = await ana.card(t('partner.PartnerActionRequired'));
    equal(numberIn(await alert.text()), number);
    await alert.message.scrollIntoViewIfNeeded();
    await stage.picture('55-phone-alert');
    equal(await page.evaluate(() => document.documentElement.scrollWidth <= 390), true);
  });
});
