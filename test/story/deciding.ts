import { equal, match } from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Stage } from './stage.ts';
import { left, readsInOrder, type Story, t } from './storyOfAClaim.ts';

/** The reviewer approves from the channel; the admin is alerted, and finds every step in the history. */
export function deciding(stage: Stage, story: Story): void {
  it('is approved on the card in the channel (R67)', async () => {
    const { rita } = stage;
    const thread = rita.channel.getByTestId('thread').filter({ hasText: left(story.number) });
    const news = await rita.cardIn(thread.getByTestId('message').last());
    await news.says(/answered and resubmitted/);
    equal(await news.card.getByRole('button').count(), 1, 'the news leads to the claim, and decides nothing');
    const card = await rita.cardIn(thread.getByTestId('message').first());
    await card.press(t('review.start'));
    await card.says(t('reviewer.UnderReview'));
    const toast = stage.ana.toast.filter({ hasText: /is approved/ });
    await card.press(t('review.approve'));
    await card.says(t('approve.title'));
    await stage.picture('26-whether-to-approve');
    await Promise.all([toast.waitFor(), card.press(t('approve.confirm'))]);
    await card.says(t('reviewer.Approved'));
    equal(await isInSight(card.card), true, 'the page stays at the card that was pressed');
    await card.says('Approved');
    await stage.picture('26-approved');
  });

  it('tells the partner, and that approved is not paid (R5, R99)', async () => {
    const card = await stage.ana.card(t('partner.Approved'));
    await card.says(/Approved does not mean paid/);
    match(await card.text(), new RegExp(left(story.number)));
    story.card = card;
  });

  it('lists it, and shows every step with who and when (R68, R96)', async () => {
    const list = await stage.ana.asks('my claims');
    readsInOrder(await list.text(), ['Contoso: Exchange rollout', 'Approved', left(story.number)]);
    await stage.picture('27-my-claims');
    await list.press(t('list.openClaim', { number: left(story.number) }));
    await list.press(t('action.history'));
    const text = await list.text();
    await stage.picture('28-history');
    const newestFirst = [
      t('history.ClaimApproved'),
      t('history.ReviewStarted'),
      t('history.ClaimResubmitted'),
      'File added: Plan with dates.pdf',
      t('history.InformationRequested'),
      t('history.ReviewStarted'),
      'Claim submitted with 1 file: Statement of work.pdf',
      t('history.DraftCreated'),
    ];
    readsInOrder(text, newestFirst);
    equal(text.match(/Ana Ruiz/g)?.length, 4);
    equal(text.match(/Rita Svensson/g)?.length, 4);
  });
}

/** Whether some of it is where the person looks. */
const isInSight = (shown: Locator): Promise<boolean> =>
  shown.evaluate((element) => {
    const list = element.closest('.list')?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    return list !== undefined && top < list.bottom && bottom > list.top;
  });
