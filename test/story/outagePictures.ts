import { artifactPath, openBrowser } from '../support/browser.ts';
import { chatPerson } from '../support/chatPerson.ts';
import { azure, type Engine } from '../support/engines.ts';
import { draftByChat } from '../support/fileByChat.ts';
import { startLocalProgram } from '../support/localProgram.ts';
import { personOnPage } from '../support/personOnPage.ts';
import { startRelay } from '../support/relay.ts';
import { pageSettings } from './stage.ts';
import { t } from './storyOfAClaim.ts';

/** Takes pictures of what a person reads while an account stands still, and afterwards: `node test/story/outagePictures.ts`. */
const prepared = await azure.prepare();
const { COSMOS_ENDPOINT = '', BLOB_ENDPOINT = '' } = prepared.environment;
const [database, files] = [await startRelay(COSMOS_ENDPOINT), await startRelay(BLOB_ENDPOINT)];
const behindRelays: Engine = {
  name: 'Azure protocols that can stand still',
  prepare: async () => ({
    ...prepared,
    environment: {
      ...prepared.environment,
      COSMOS_ENDPOINT: database.endpoint,
      BLOB_ENDPOINT: files.endpoint,
    },
  }),
};
const program = await startLocalProgram({ engine: behindRelays });
const browser = await openBrowser();
try {
  const page = await browser.newPage({ ...pageSettings, viewport: { width: 520, height: 900 } });
  page.setDefaultTimeout(30_000);
  await draftByChat(chatPerson(program.address, 'ana'), { mpnId: '4512087', lines: 'intune' });
  await page.goto(program.address);
  const ana = personOnPage(page, 'ana');
  const picture = (name: string) =>
    page.screenshot({ path: artifactPath(`outage-${name}.png`), animations: 'disabled' });
  const proof = await ana.card(t('proof.none'));
  database.freeze();
  await proof.press(t('action.next'));
  await page
    .getByText(/Our storage does not answer/)
    .first()
    .waitFor();
  await picture('database');
  database.thaw();
  await proof.press(t('action.back'));
  await proof.says(t('step.contacts'));
  await picture('database-afterwards');
  await proof.press(t('action.next'));
  files.freeze();
  await ana.attach('Statement of work.pdf', Buffer.from('%PDF-1.7 signed'));
  await page
    .getByText(/Our storage does not answer/)
    .last()
    .waitFor();
  await picture('files');
  files.thaw();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
  await program.close();
  await Promise.all([database.stop(), files.stop()]);
}
process.exit();
