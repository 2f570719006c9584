import { equal, match } from 'node:assert/strict';
import { onEachEngine } from '../support/engines.ts';
import { submitByChat } from '../support/fileByChat.ts';
import { oneStory, stageForSuite } from './stage.ts';
import { left, readsInOrder, type Story, t } from './storyOfAClaim.ts';

onEachEngine('The story of a claim that is rejected', function (engine) {
  this.timeout(90_000);
  oneStory();
  const stage = stageForSuite(engine);
  const story: Story = {};
  const words = 'The statement of work is for Tailspin Toys.';
  let approved = '';

  before(async () => {
    const { ana, rita } = stage.offStage;
    approved = await submitByChat(ana, {
      mpnId: '4512087',
      claimName: 'Contoso: Teams rollout',
      lines: 'teams',
    });
    await rita.say(`claim ${approved}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    story.number = await submitByChat(ana, { mpnId: '4512087' });
  });

  it('asks the reviewer why, at the fields (R82)', async () => {
    const card = await stage.rita.asks(`claim ${left(story.number)}`);
    story.reviewCard = card;
    await card.press('Start review');
    await card.press('Reject');
    await card.says(t('reject.title'));
    await card.press(t('reject.continue'));
    await card.field('reason').getByText(t('error.requiredChoice')).waitFor();
    await card.field('comment').getByText(t('error.required')).waitFor();
    equal(await card.field('reason').getByRole('radio').count(), 4);
    await stage.picture('30-rejecting-without-a-reason');
  });

  it('rejects only what has been confirmed on the card', async () => {
    const card = left(story.reviewCard);
    await card.choose('reason', /Insufficient proof/);
    await card.type({ comment: words });
    await card.press(t('reject.continue'));
    await card.says(t('reject.confirmTitle'));
    equal(await card.textInput('comment').inputValue(), words);
    match(await card.text(), /Under review/);
    await stage.picture('31-confirm-the-rejection');
    await card.press(t('reject.confirm'));
    await card.says(t('reviewer.Rejected'));
  });

  it('tells the partner why, where it stands, and what can be done (R87)', async () => {
    const alert = await stage.ana.card(t('partner.Rejected'));
    const text = await alert.text();
    match(text, /Insufficient proof of execution/);
    match(text, new RegExp(words));
    match(text, /Rita Svensson/);
    match(text, /comment until .*24:00/i);
    match(text, /Copy to a new claim/);
    match(text, new RegExp(left(story.number)));
    await stage.picture('32-rejected');
    story.card = alert;
  });

  it('takes a comment of the partner while a dispute is possible (R84)', async () => {
    const card = left(story.card);
    await card.press('Comment');
    await card.type({ comment: 'Please look at page 2: it names Contoso.' });
    await stage.picture('33-comment-on-a-rejection');
    await card.press(t('partner.sendComment'));
    await card.says('Please look at page 2: it names Contoso.');
    await stage.rita.openChannel();
    const heard = await stage.rita.card(/Fabrikam Consulting commented/, stage.rita.channel);
    await heard.says('Please look at page 2: it names Contoso.');
    await stage.picture('34-partner-commented');
  });

  it('lists both claims, and opens the history of this one (R68, R96)', async () => {
    const list = await stage.ana.asks('my claims');
    const text = await list.text();
    readsInOrder(text, ['Rejected', left(story.number), 'Approved', approved]);
    await stage.picture('35-both-claims');
    await list.press(t('list.openClaim', { number: left(story.number) }));
    await list.press('History');
    readsInOrder(await list.text(), [
      t('history.Commented'),
      'Claim rejected: Insufficient proof of execution',
      'Rita Svensson',
      t('history.ReviewStarted'),
      'Claim submitted',
      'Ana Ruiz',
    ]);
    await stage.picture('36-history-of-a-rejection');
    await list.press(t('history.back'));
    await list.says(t('partner.Rejected'));
  });
});
