import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { onEachEngine } from '../support/engines.ts';
import { draftByChat } from '../support/fileByChat.ts';
import { textOf } from '../support/textOf.ts';
import { paragraphsOf, zipEntries } from '../support/zipEntries.ts';
import { oneStory, stageForSuite } from './stage.ts';
import { customerDomain, customerTenantId, left, t } from './storyOfAClaim.ts';

onEachEngine('When a partner has no proof of their own (R56)', function (engine) {
  this.timeout(90_000);
  oneStory();
  const stage = stageForSuite(engine);
  let number: string | undefined;
  let file: Buffer | undefined;

  /** Presses “Get the template” on the newest proof step, and waits for what Teams asks. */
  async function offered(): Promise<Locator> {
    const { ana } = stage;
    const offers = ana.chat.getByTestId('consent-card');
    const before = await offers.count();
    const form = await ana.card(t('step.proof'));
    await form.press(t('template.get'));
    const offer = offers.nth(before);
    await offer.waitFor();
    return offer;
  }

  it('is offered the template below the form, which stays open', async () => {
    const { ana } = stage;
    const filed = { mpnId: '4512087', claimName: 'Contoso: Teams rollout', lines: 'teams' };
    number = await draftByChat(stage.offStage.ana, filed);
    await (await ana.card(t('proof.none'))).says(/“Get the template” makes a Word document/);
    const offer = await offered();
    match(await textOf(offer), new RegExp(`Proof of execution ${number} v\\d+\\.docx`));
    await offer.scrollIntoViewIfNeeded();
    await stage.picture('60-template-offered');
  });

  it('hears calmly that nothing was saved after “Decline”, once', async () => {
    const { ana } = stage;
    await ana.chat.getByTestId('consent-decline').click();
    await ana.chat.getByText(t('message.templateDeclined')).waitFor();
    equal(await ana.chat.getByTestId('consent-card').count(), 0);
    await stage.picture('61-template-declined');
  });

  it('has it in their OneDrive after “Allow”, and downloads a Word document of this claim', async () => {
    const { ana, page } = stage;
    const offer = await offered();
    await offer.getByTestId('consent-accept').click();
    const saved = ana.chat.getByTestId('file-info').last();
    await saved.waitFor();
    await offer.waitFor({ state: 'detached' });
    await ana.chat.getByText(/is in your OneDrive\. Fill in what is blank/).waitFor();
    await stage.picture('62-template-saved');
    const [download] = await Promise.all([page.waitForEvent('download'), saved.click()]);
    match(download.suggestedFilename(), new RegExp(`^Proof of execution ${left(number)} v\\d+\\.docx$`));
    file = readFileSync(await download.path());
    const parts = ['word/document.xml', 'word/styles.xml', 'docProps/core.xml', '[Content_Types].xml'];
    const entries = zipEntries(file);
    deepEqual(
      parts.filter((part) => !entries.has(part)),
      [],
    );
    const paragraphs = paragraphsOf(file);
    const known = ['Fabrikam Consulting for Contoso', `Claim ${number}`, 'Fabrikam Consulting', 'Contoso'];
    for (const text of [
      ...known,
      customerDomain,
      customerTenantId,
      'Microsoft Teams',
      'Carla Mendes, IT manager',
    ])
      ok(paragraphs.includes(text), `${text} in ${paragraphs.join(' | ')}`);
  });

  it('attaches that very file as proof: it is taken as a Word document (R57, D9)', async () => {
    const { ana } = stage;
    const name = `Proof of execution ${left(number)} signed.docx`;
    const form = await ana.cardIn(await ana.attach(name, left(file)));
    await form.says(name);
    await form.says(/1 file attached/);
    await stage.picture('63-template-attached');
    await form.press('Next');
    await form.press('Next');
    await form.says(t('review.submit'));
  });

  it('fits a phone', async () => {
    const { ana, page } = stage;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('about:blank');
    await page.goto(`${stage.address}#ana`);
    await ana.asks(`claim ${left(number)}`);
    await draftByChat(stage.offStage.ana, { mpnId: '4512087', claimName: 'Phone', lines: 'intune' });
    const offer = await offered();
    await offer.scrollIntoViewIfNeeded();
    await stage.picture('64-phone-template-offered');
    const files = ana.chat.getByTestId('file-info');
    const before = await files.count();
    await offer.getByTestId('consent-accept').click();
    await files.nth(before).scrollIntoViewIfNeeded();
    await stage.picture('65-phone-template-saved');
    equal(await page.evaluate(() => document.documentElement.scrollWidth <= 360), true);
  });
});
