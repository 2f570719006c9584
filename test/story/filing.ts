import { equal, match } from 'node:assert/strict';
import { textOf } from '../support/textOf.ts';
import type { Stage } from './stage.ts';
import {
  contacts,
  customerDomain,
  customerTenantId,
  left,
  numberIn,
  type Story,
  t,
} from './storyOfAClaim.ts';

/** The admin fills in the form, step by step, on one card. */
export function filing(stage: Stage, story: Story): void {
  it('greets whoever installs it, and offers the first step', async () => {
    const welcome = await stage.ana.card('Welcome, Ana Ruiz');
    await welcome.button('New claim').waitFor();
    await (await stage.rita.card('Welcome, Rita Svensson')).button('Review queue').waitFor();
    await stage.picture('01-welcome');
  });

  it('asks for MPN ID, domain and tenant ID after “new claim” (R8, R9, R10, R25, R33)', async () => {
    const card = await stage.ana.asks('new claim');
    story.card = card;
    await card.says(t('step.customer'));
    const locations = await textOf(card.field('mpnId'));
    match(locations, /4512087.*Fabrikam Seattle.*OSA-Sell/);
    match(locations, /4523316.*Fabrikam Stockholm.*not enrolled/);
    equal(/6104418/.test(locations), false);
    await card.card.getByRole('link', { name: /find the tenant ID/ }).waitFor();
    await stage.picture('02-new-claim');
  });

  it('says at each field what is wrong with it, all in one pass, and keeps what was typed (R43)', async () => {
    const card = left(story.card);
    const typed = { customerDomain: `${customerDomain}, fabrikam.com`, customerTenantId: '84a4f1ad' };
    await card.type(typed);
    await card.press('Next');
    await card.field('mpnId').getByText(t('error.requiredChoice')).waitFor();
    await card.field('customerDomain').getByText(t('error.severalDomains')).waitFor();
    await card.field('customerTenantId').getByText(t('error.notAGuid')).waitFor();
    for (const [id, value] of Object.entries(typed)) equal(await card.textInput(id).inputValue(), value);
    await stage.picture('03-errors-at-their-fields');
  });

  it('turns the same card into the next step, with areas and activities explained (R2, R11, R12, R26–R32)', async () => {
    const card = left(story.card);
    await card.choose('mpnId', /4512087/);
    await card.type({ customerDomain, customerTenantId });
    await card.press('Next');
    await card.says(t('step.activity'));
    const text = await card.text();
    for (const said of [
      /influenced the purchase/,
      /adoption and use/,
      /Business Influencer/,
      /Volume Licensing/,
    ])
      match(text, said);
    match(text, /wrong activity can cost you eligibility/);
    await stage.picture('04-activity');
  });

  it('refuses an activity that the solution area does not have (R26)', async () => {
    const card = left(story.card);
    await card.choose('solutionArea', /Microsoft 365/);
    await card.choose('activities', /Presales/);
    await card.press('Next');
    await card.field('activities').getByText(t('error.activityNotInArea')).waitFor();
    await card
      .field('activities')
      .getByRole('checkbox', { name: /Presales/ })
      .uncheck();
    await card.choose('activities', /^Usage|: ?Usage|Usage:/);
  });

  it('keeps what was typed when going back, and when going forward again (R24)', async () => {
    const card = left(story.card);
    await card.press('Back');
    await card.says(t('step.customer'));
    equal(await card.textInput('customerTenantId').inputValue(), customerTenantId);
    equal(
      await card
        .field('mpnId')
        .getByRole('radio', { name: /4512087/ })
        .isChecked(),
      true,
    );
    await card.press('Next');
    await card.says(t('step.activity'));
    equal(
      await card
        .field('solutionArea')
        .getByRole('radio', { name: /Microsoft 365/ })
        .isChecked(),
      true,
    );
    await card.press('Next');
  });

  it('goes on with the name and the workloads (R16, R17)', async () => {
    const card = left(story.card);
    await card.says(t('step.name'));
    await card.type({ claimName: 'Contoso: Exchange rollout' });
    await stage.picture('05-name');
    await card.press('Next');
    await card.says(t('step.lines'));
    await card.press('Next');
    await card.field('lines').getByText(t('error.requiredChoice')).waitFor();
    await card.choose('lines', 'Exchange Online', 'Microsoft Teams');
    await stage.picture('06-workloads');
    await card.press('Next');
    await card.says(t('step.contacts'));
    story.number = numberIn(await card.text());
  });

  it('asks for the contacts, and points at a bad e-mail address (R13, R15, R21)', async () => {
    const card = left(story.card);
    equal(await card.textInput('technicalContact.name').count(), 0);
    await card.type({ ...contacts, 'customerContact.email': 'carla.mendes@contoso' });
    await card.select('customerContact.language', t('language.en'));
    await card.press('Next');
    await card.field('customerContact.email').getByText(t('error.emailWithoutHost')).waitFor();
    equal(await card.textInput('customerContact.title').inputValue(), 'IT manager');
    await stage.picture('07-contacts');
    await card.type({ 'customerContact.email': contacts['customerContact.email'] });
    await card.press('Next');
    await card.says(t('step.proof'));
    equal(await stage.ana.chat.getByTestId('card').count(), 2, 'all of it on one card, below the welcome');
  });
}
