import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { chatPerson } from '../support/chatPerson.ts';
import { draftByChat, submitByChat } from '../support/fileByChat.ts';
import { startLocalProgram } from '../support/localProgram.ts';
import { personOnPage } from '../support/personOnPage.ts';
import { pageSettings } from './stage.ts';
import { t } from './storyOfAClaim.ts';

/** Takes the README's picture anew: `node test/story/screenshot.ts`. */
const file = join(import.meta.dirname, '..', '..', 'docs', 'screenshot.png');

const program = await startLocalProgram();
const browser = await openBrowser();
try {
  await play(program.address);
  const page = await browser.newPage(pageSettings);
  await page.goto(program.address);
  await pose(page);
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await program.close();
}

/** What has happened before the picture. */
async function play(address: string): Promise<void> {
  const [ana, nils, rita] = ['ana', 'nils', 'rita'].map((id) => chatPerson(address, id));
  if (!ana || !nils || !rita) throw new Error('Somebody is missing.');
  await submitByChat(nils, {
    mpnId: '6104418',
    customerDomain: 'tailspintoys.onmicrosoft.com',
    customerTenantId: 'f7f18f65-1ace-483e-b384-3cf774cfe2cb',
    claimName: 'Tailspin Toys: Teams everywhere',
    lines: 'teams',
  });
  const number = await submitByChat(ana, { mpnId: '4512087', lines: 'exchange-online,teams' });
  await rita.say(`claim ${number}`);
  await rita.pressNewest('Start review');
  await rita.pressNewest('Ask for more');
  await rita.pressNewest('Send', {
    reasons: 'CustomerAcknowledgmentMissing,DatesMissingOrOld',
    comment: 'Page 3 lacks the customer’s signature, and the project plan has no dates.',
  });
  await ana.awaitCard(/Page 3 lacks/);
  await draftByChat(
    nils,
    {
      mpnId: '6104418',
      customerDomain: 'adventureworks.onmicrosoft.com',
      customerTenantId: '814ab6a7-683f-42cb-be3b-b5e45d2aa75a',
      solutionArea: 'BusinessApplications',
      activities: 'Presales,Usage',
      claimName: 'Adventure Works: Dynamics 365',
    },
    3,
  );
}

/** Everybody as they sit at this moment. */
async function pose(page: Page): Promise<void> {
  const ana = personOnPage(page, 'ana');
  const alert = await ana.card(t('partner.PartnerActionRequired'));
  await alert.type({ comment: 'Page 3 is signed now, and the plan has its dates.' });
  const nils = personOnPage(page, 'nils');
  const lines = await nils.card(t('step.lines'));
  await lines.choose('lines', 'Dynamics 365 Business Central', 'Dynamics 365 Supply Chain Management');
  const rita = personOnPage(page, 'rita');
  await rita.openChannel();
  await page.locator('h1').click();
}
