import { equal, match } from 'node:assert/strict';
import type { Stage } from './stage.ts';
import { left, planWithDates, type Story, t } from './storyOfAClaim.ts';

const answer = 'Page 3 is signed now, and the dates are on page 1.';

/** The partner is told what is missing, answers on the alert itself, and sends it back. */
export function answering(stage: Stage, story: Story): void {
  it('tells the partner what is missing, in whose words, and until when (R73, R80, R85)', async () => {
    const alert = await stage.ana.card(t('partner.PartnerActionRequired'));
    const text = await alert.text();
    match(text, /acknowledgment or signature is missing/);
    match(text, /Dates are missing or too old/);
    match(text, /Page 3 lacks the customer’s signature/);
    match(text, /Rita Svensson/);
    match(text, /Answer by .*24:00 Pacific Time/);
    story.card = alert;
    await stage.picture('22-what-is-missing');
  });

  it('keeps an answer that is being typed when a file is attached, which goes to the only request (R60, R84, D17)', async () => {
    const alert = left(story.card);
    await alert.type({ comment: answer });
    const { ana } = stage;
    const added = await ana.cardIn(await ana.attach('Plan with dates.pdf', planWithDates.content));
    await added.says(new RegExp(`Plan with dates\\.pdf is added to ${left(story.number)}`));
    equal(await alert.textInput('comment').inputValue(), answer);
    await stage.picture('23-typed-and-attached');
  });

  it('is Submitted again after “Resubmit” (R65)', async () => {
    const alert = left(story.card);
    await alert.press('Resubmit');
    await alert.says(t('partner.Resubmitted'));
    match(await alert.text(), /Submitted/);
    await stage.picture('24-resubmitted');
  });

  it('comes back to the reviewers in its own thread (R99)', async () => {
    const { rita } = stage;
    await rita.openChannel();
    const thread = rita.channel.getByTestId('thread').filter({ hasText: left(story.number) });
    await thread
      .getByTestId('message')
      .nth(1)
      .getByText(/answered and resubmitted/)
      .waitFor();
    await thread.getByText(answer).last().waitFor();
    equal(await rita.channel.getByTestId('thread').count(), 2, 'one thread for the claim');
    await stage.picture('25-back-in-the-channel');
  });
}
