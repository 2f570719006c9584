import { deepEqual, equal, match } from 'node:assert/strict';
import type { Stage } from './stage.ts';
import { contacts, customerTenantId, left, type Story, statementOfWork, t } from './storyOfAClaim.ts';

/** The reviewer reads the claim, opens the proof, starts the review and asks for more. */
export function reviewing(stage: Stage, story: Story): void {
  it('opens from the reviewers’ queue, every field to be read (R68)', async () => {
    const { rita } = stage;
    await rita.openChat();
    const queue = await rita.asks('review queue');
    await stage.picture('15-review-queue');
    await queue.press(t('list.openClaim', { number: left(story.number) }));
    story.reviewCard = queue;
    const text = await queue.text();
    const everything = [
      ...['Fabrikam Consulting', 'Contoso', 'contoso.onmicrosoft.com', customerTenantId, '4512087'],
      ...['Microsoft 365', 'Usage', 'Exchange Online', 'Microsoft Teams', 'SharePoint Online', 'English'],
      ...Object.values(contacts),
      ...[statementOfWork.name, 'The rollout ended last month.', 'Contoso: Exchange rollout'],
    ];
    for (const each of everything) equal(text.includes(each), true, `${each} in ${text}`);
    await stage.picture('16-the-reviewer-reads');
  });

  it('opens the proof through a link made for the one who pressed (R57)', async () => {
    const card = left(story.reviewCard);
    await card.press(t('action.openFile', { file: statementOfWork.name }));
    await card.says(/works for 5 minutes/);
    await stage.picture('17-link-to-the-proof');
    const response = await fetch(await linkBehind(stage, `Open ${statementOfWork.name}`));
    equal(response.status, 200);
    equal(response.headers.get('content-type'), 'application/pdf');
    deepEqual(Buffer.from(await response.arrayBuffer()), statementOfWork.content);
  });

  it('is under review once somebody starts, and the partner sees it on the card there is (R64)', async () => {
    const card = left(story.reviewCard);
    await card.press(t('review.start'));
    await card.says(t('reviewer.UnderReview'));
    await left(story.card).says(t('partner.UnderReview'));
    await stage.picture('18-under-review');
  });

  it('asks the reviewer for reasons and words before it asks the partner (R80)', async () => {
    const card = left(story.reviewCard);
    await card.press(t('review.ask'));
    await card.says(t('ask.title'));
    await card.press(t('ask.send'));
    await card.field('reasons').getByText(t('error.requiredChoice')).waitFor();
    await card.field('comment').getByText(t('error.required')).waitFor();
    equal(await card.field('reasons').getByRole('checkbox').count(), 5);
    await stage.picture('19-asking-without-a-reason');
    await card.choose('reasons', /acknowledgment or signature/, /Dates/);
    await card.type({ comment: 'Page 3 lacks the customer’s signature, and the plan has no dates.' });
    await stage.picture('20-asking-for-more');
  });

  it('shows what the partner is asked, and until when (R73)', async () => {
    const card = left(story.reviewCard);
    const toast = stage.ana.toast.filter({ hasText: left(story.number) });
    await Promise.all([toast.waitFor(), card.press(t('ask.send'))]);
    await card.says(t('reviewer.PartnerActionRequired', { partner: 'Fabrikam Consulting' }));
    match(await card.text(), /until .*24:00/);
    await stage.picture('21-action-required-arrives');
  });
}

/** What the page would open in a new tab for a link on a card. */
async function linkBehind({ page, rita }: Stage, name: string): Promise<string> {
  await page.evaluate(() => {
    window.open = (url) => {
      document.body.dataset.opened = String(url);
      return null;
    };
  });
  await rita.chat.locator('.style-accent, .ac-container').getByText(name, { exact: true }).last().click();
  const opened = await page.locator('body').getAttribute('data-opened');
  return left(opened ?? undefined);
}
