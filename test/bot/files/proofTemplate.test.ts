import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict';
import { plain } from '../../../cards/text/markdown.ts';
import type { MessageView } from '../../../local/teams/views.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fillInTo, numberOn } from '../../support/fillIn.ts';
import { startUploadHost, type UploadHost } from '../../support/uploadHost.ts';
import { paragraphsOf } from '../../support/zipEntries.ts';
import { changesNothing, doingOf, forge, neverFailed } from '../badInput/answers.ts';

// Above 200 lines: one offer, and every answer that can be given to it.

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

const contentUrl = 'https://fabrikam-my.sharepoint.com/personal/ana/Documents/Proof of execution.docx';

/** A consent card as it stands in a chat. */
interface Offer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly sizeInBytes: number;
  readonly context: unknown;
}

describe('When the template of proof is offered (R56)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let oneDrive: UploadHost;
  let ana: ChatPerson;

  before(async () => {
    oneDrive = await startUploadHost();
    bot = await startBotWithTeams({ fileHosts: [oneDrive.host], fetchTimeoutMs: 400 });
    ana = bot.person('ana');
  });

  beforeEach(() => {
    oneDrive.sent.length = 0;
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
    oneDrive.close();
  });

  const attachmentOf = ({ attachments }: MessageView, type: string) =>
    attachments.find(({ contentType }) => contentType === type);
  const offersIn = async () => (await ana.messages()).filter((message) => attachmentOf(message, consentType));
  const messageAt = async (id: string) => (await ana.messages()).find((message) => message.id === id);

  async function offer(): Promise<Offer> {
    const number = numberOn(await fillInTo(ana, 'proof'));
    return await offerAgain(number);
  }

  async function offerAgain(number: string): Promise<Offer> {
    await ana.pressNewest('Get the template');
    const message = (await offersIn()).at(-1);
    const card = message && attachmentOf(message, consentType);
    ok(message && card);
    const content = card.content as Record<string, unknown>;
    deepEqual(content.declineContext, content.acceptContext);
    return {
      id: message.id,
      number,
      name: String(card.name),
      sizeInBytes: Number(content.sizeInBytes),
      context: content.acceptContext,
    };
  }

  interface Wrong {
    readonly who?: string;
    readonly path?: string;
    readonly value?: unknown;
    readonly host?: string;
  }

  const uploadOf = (
    { name }: Pick<Offer, 'name'>,
    { host = oneDrive.url, path = 'session' }: Wrong = {},
  ) => ({
    name,
    uploadUrl: `${host}/${path}`,
    contentUrl,
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: 'docx',
  });

  /** Allow or Decline, as Teams tells the bot. */
  async function answer({ id, name, context }: Offer, action: 'accept' | 'decline', wrong: Wrong = {}) {
    const uploadInfo = action === 'accept' ? { uploadInfo: uploadOf({ name }, wrong) } : {};
    const value = { type: 'fileUpload', action, context, ...uploadInfo };
    const doing = doingOf(bot, wrong.who ?? 'ana');
    const invoke = bot.activities.fileConsent(doing, id, (wrong.value ?? value) as object);
    equal((await bot.post(invoke)).status, 200);
  }

  /** The offer has turned into this sentence, and nothing can be pressed any more. */
  async function turnedInto({ id }: Offer, sentence: RegExp): Promise<void> {
    const message = await messageAt(id);
    match(message?.text ?? '', sentence);
    deepEqual(message?.attachments, []);
  }

  it('stands below the form, which stays as it is, with its name and an estimate of its size', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    const before = await ana.card();
    await changesNothingOfClaims(async () => {
      const { name, sizeInBytes } = await offerAgain(number);
      match(name, new RegExp(`^Proof of execution ${number} v\\d+\\.docx$`));
      ok(sizeInBytes > 4000 && sizeInBytes < 40_000, `${sizeInBytes}`);
    });
    deepEqual(await ana.card(), before);
    const message = (await offersIn()).at(-1);
    match(message?.summary ?? '', new RegExp(`The template for claim ${number}`));
  });

  /** An offer is remembered; drafts, claims, history and files are as before. */
  async function changesNothingOfClaims(act: () => Promise<unknown>): Promise<void> {
    const [drafts, claims] = [await bot.stored.drafts(), await bot.stored.claims()];
    await act();
    deepEqual([await bot.stored.drafts(), await bot.stored.claims()], [drafts, claims]);
  }

  it('is saved whole once it is allowed; the offer goes, the file stands in its place', async () => {
    const offered = await offer();
    await answer(offered, 'accept');
    const [put, ...more] = oneDrive.sent;
    ok(put && more.length === 0);
    deepEqual([put.method, put.path, put.authorization], ['PUT', 'session', undefined]);
    equal(put.range, `bytes 0-${put.bytes.length - 1}/${put.bytes.length}`);
    const paragraphs = paragraphsOf(put.bytes);
    for (const text of [
      `Claim ${offered.number}`,
      'Fabrikam Consulting for Contoso',
      'Fabrikam Consulting',
      'Cleo Park, CIO',
    ])
      ok(paragraphs.includes(text), `${text} in ${paragraphs.join(' | ')}`);
    equal(await messageAt(offered.id), undefined);
    const saved = (await ana.messages()).at(-1);
    const card = saved && attachmentOf(saved, infoType);
    equal(card?.name, offered.name);
    equal(card?.contentUrl, contentUrl, 'as Teams wrote it');
    deepEqual(card?.content, { uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D', fileType: 'docx' });
    ok(saved?.text?.includes(`${plain(offered.name)} is in your OneDrive`), saved?.text);
  });

  it('is offered again under the same name while the draft is the same, and under another after a change', async () => {
    const first = await offer();
    equal((await offerAgain(first.number)).name, first.name);
    await ana.pressNewest('Back');
    await ana.pressNewest('Next', { 'customerContact.title': 'CTO' });
    notEqual((await offerAgain(first.number)).name, first.name);
  });

  it('says calmly that nothing was saved when it is declined', async () => {
    const offered = await offer();
    await answer(offered, 'decline');
    await turnedInto(offered, /^No template was saved/);
    deepEqual(oneDrive.sent, []);
  });

  it('is saved once, however often it is allowed', async () => {
    const offered = await offer();
    await Promise.all([answer(offered, 'accept'), answer(offered, 'accept')]);
    await answer(offered, 'accept');
    equal(oneDrive.sent.length, 1);
    match(await ana.lastText(), /This offer has been answered already/);
  });

  it('is over once it is declined: a second answer, whichever it is, changes nothing', async () => {
    for (const second of ['decline', 'accept'] as const) {
      const offered = await offer();
      await answer(offered, 'decline');
      await answer(offered, second);
      await turnedInto(offered, /^This offer has been answered already/);
    }
    deepEqual(oneDrive.sent, []);
  });

  it('cannot be answered by anybody else, not even of the same company', async () => {
    const offered = await offer();
    for (const who of ['ivan', 'nils', 'rita', 'stranger']) {
      await answer(offered, 'accept', { who });
      match(
        await bot.person(who).lastText(),
        who === 'stranger' ? /I do not know you/ : /This offer has been/,
      );
    }
    deepEqual(oneDrive.sent, []);
    await answer(offered, 'accept');
    equal(oneDrive.sent.length, 1, 'it is still hers');
  });

  it('is made from the draft as it stands when it is allowed', async () => {
    const offered = await offer();
    await ana.pressNewest('Back');
    await ana.pressNewest('Next', { 'customerContact.title': 'Chief information officer of the group' });
    await answer(offered, 'accept');
    const sent = oneDrive.sent[0];
    ok(sent && paragraphsOf(sent.bytes).includes('Cleo Park, Chief information officer of the group'));
    equal(sent.range, `bytes 0-${sent.bytes.length - 1}/${sent.bytes.length}`);
  });

  it('is not made any more when the draft has been submitted meanwhile', async () => {
    const offered = await offer();
    await ana.attach('statement-of-work.pdf', '%PDF-1.7 signed');
    for (const title of ['Next', 'Next', 'Submit']) await ana.pressNewest(title);
    await answer(offered, 'accept');
    await turnedInto(offered, new RegExp(`^Draft ${offered.number} has since been submitted or deleted`));
    deepEqual(oneDrive.sent, []);
  });

  it('is not made any more when the draft has been deleted meanwhile', async () => {
    const offered = await offer();
    const kept = await bot.store.read(`partner:fabrikam`, `draft:${offered.number}`);
    ok(kept);
    await bot.store.batch(kept.pk, [{ kind: 'delete', pk: kept.pk, id: kept.id, etag: kept.etag }]);
    await answer(offered, 'accept');
    await turnedInto(offered, new RegExp(`^Draft ${offered.number} has since been submitted or deleted`));
    deepEqual(oneDrive.sent, []);
    await ana.say('cancel');
  });

  for (const path of ['broken', 'waiting', 'moved', 'silent'])
    it(`says so and can be asked for again when the place to save it is ${path}`, async () => {
      const offered = await offer();
      await answer(offered, 'accept', { path });
      await turnedInto(offered, /^The template could not be saved to your OneDrive\. Nothing is lost/);
      deepEqual(
        oneDrive.sent.map((sent) => sent.path),
        [path],
      );
      await answer(await offerAgain(offered.number), 'accept');
      equal(oneDrive.sent.length, 2);
    });

  it('is sent to no host that is not allowed, and a host that does not answer gets nothing', async () => {
    const hosts = ['https://example.com', 'http://127.0.0.1:9', oneDrive.url.replace('http:', 'https:')];
    for (const host of [...hosts, 'https://evilsharepoint.com', 'https://127.0.0.1@example.com']) {
      const offered = await offer();
      await answer(offered, 'accept', { host });
      await turnedInto(offered, /^The template could not be saved/);
    }
    deepEqual(oneDrive.sent, []);
  });

  it('says so when the answer cannot be understood, and the offer is still good', async () => {
    const offered = await offer();
    const { context } = offered;
    const uploadInfo = uploadOf(offered);
    const wrong = [
      ...['', 5, [], {}, { action: 'accept' }, { action: 'accept', context }, { action: 'keep', context }],
      { action: 'decline', context: { reference: 'x' } },
      { action: 'accept', context, uploadInfo: { uploadUrl: 'x' } },
      ...['javascript:alert(1)', 'file:///etc/passwd', 'x', 5].flatMap((bad) => [
        { action: 'accept', context, uploadInfo: { ...uploadInfo, contentUrl: bad } },
        { action: 'accept', context, uploadInfo: { ...uploadInfo, uploadUrl: bad } },
      ]),
    ];
    for (const value of wrong) {
      await answer(offered, 'accept', { value });
      await turnedInto(offered, /^This button no longer works/);
    }
    await answer(offered, 'accept');
    equal(oneDrive.sent.length, 1);
  });

  it('is not offered outside the personal chat', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    const channel = bot.roster.conversationOf(bot.channel);
    const person = bot.roster.personOf('rita');
    ok(channel && person);
    const before = (await offersIn()).length;
    const press = bot.activities.execute({ person, conversation: channel }, '1', {
      action: { type: 'Action.Execute', verb: 'proof.template', data: { number } },
      trigger: 'manual',
    });
    match((await bot.post(press)).body, /The template is offered in your own chat with me only/);
    equal((await offersIn()).length, before);
  });

  it('is not offered for a draft of another company, nor to a reviewer', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await changesNothing(bot, async () => {
      for (const who of ['nils', 'rita']) {
        const { text } = await forge(bot, who, { on: '1', verb: 'proof.template', number });
        match(text, new RegExp(`Draft ${number} has since been submitted or deleted`));
        doesNotMatch(text, /Contoso/);
      }
    });
  });

  it('is over once it was answered, also when it could not be taken out of the chat', async () => {
    const offered = await offer();
    bot.wire.fault = ({ method }) => (method === 'DELETE' ? { status: 404 } : undefined);
    try {
      await answer(offered, 'accept');
    } finally {
      bot.wire.fault = () => undefined;
    }
    match(await ana.lastText(), /is in your OneDrive/);
    await answer(offered, 'accept');
    await turnedInto(offered, /^This offer has been answered already/);
    equal(oneDrive.sent.length, 1);
  });

  it('reaches clients that know no Execute', async () => {
    const older = bot.person('ana', 'Action.Submit');
    const number = numberOn(await fillInTo(ana, 'proof'));
    const before = (await offersIn()).length;
    await older.pressNewest('Get the template');
    equal((await offersIn()).length, before + 1);
    match((await ana.card()).text, new RegExp(number));
  });
});
