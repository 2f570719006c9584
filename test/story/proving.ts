import { equal, match, notEqual } from 'node:assert/strict';
import type { Stage } from './stage.ts';
import {
  contacts,
  customerTenantId,
  left,
  readsInOrder,
  type Story,
  statementOfWork,
  t,
} from './storyOfAClaim.ts';

/** Proof, comment, the final check, and submit. */
export function proving(stage: Stage, story: Story): void {
  it('cannot be submitted without proof (R55)', async () => {
    const card = left(story.card);
    await card.says(t('proof.none'));
    await stage.picture('08-proof-without-a-file');
    await card.press('Next');
    await card.says(t('step.comments'));
    await card.type({ comment: 'The rollout ended last month.' });
    await card.press('Next');
    await card.says(t('step.review'));
    await card.card.getByText(t('review.missingProof')).first().waitFor();
    equal(await card.button(t('review.submit')).count(), 0);
    await stage.picture('09-not-ready');
    await card.press(/^Change.*Proof/);
    await card.says(t('step.proof'));
  });

  it('posts the step anew below an attached file, with the five points, and leaves a stub above (R57–R59)', async () => {
    const older = left(story.card);
    const card = await stage.ana.cardIn(
      await stage.ana.attach(statementOfWork.name, statementOfWork.content),
    );
    notEqual(card.activityId, older.activityId);
    await card.says(statementOfWork.name);
    const text = await card.text();
    for (const point of [
      /acknowledgment or signature/,
      /dates/,
      /describe the work/,
      /every product or workload/,
      /belong to this claim, and to no other/,
    ])
      match(text, point);
    await older.says(t('continued.text'));
    equal(await older.card.getByRole('button').count(), 0);
    await stage.picture('10-proof-attached');
    story.card = card;
  });

  it('shows everything once more before it is submitted (R24)', async () => {
    const card = left(story.card);
    await card.press('Next');
    await card.says(t('step.review'));
    const text = await card.text();
    const everything = [
      ...['4512087', 'contoso.onmicrosoft.com', customerTenantId, 'Microsoft 365', 'Usage'],
      ...['Contoso: Exchange rollout', 'Exchange Online', 'Microsoft Teams', 'English'],
      ...Object.values(contacts),
      ...[statementOfWork.name, 'The rollout ended last month.'],
    ];
    for (const each of everything) equal(text.includes(each), true, `${each} in ${text}`);
    await stage.picture('11-review');
  });

  it('leads back to the final check after a change (R24)', async () => {
    const card = left(story.card);
    await card.press(/^Change.*(Products|workloads)/);
    await card.says(t('step.lines'));
    await card.choose('lines', 'SharePoint Online');
    await card.press('Next');
    await card.says(t('step.review'));
    await card.says(/SharePoint Online/);
    await stage.picture('12-review-after-a-change');
  });

  it('has one claim and one alert after two quick presses on “Submit” (R62, R63)', async () => {
    const card = left(story.card);
    await card.button(t('review.submit')).dblclick();
    await card.says(t('partner.Submitted'));
    readsInOrder(await card.text(), [left(story.number), 'Submitted']);
    await stage.picture('13-submitted');
  });

  it('tells the reviewers’ channel by itself (R99)', async () => {
    const { rita } = stage;
    await rita.openChannel();
    const card = await rita.card(left(story.number), rita.channel);
    await card.says(t('reviewer.Submitted', { partner: 'Fabrikam Consulting' }));
    equal(await rita.channel.getByTestId('thread').count(), 2, 'the welcome, and the claim once');
    await stage.picture('14-reviewers-channel');
  });
}
