import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { aPdf } from '../../support/aPdf.ts';
import { aZip } from '../../support/aZip.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { type FileHost, startFileHost } from '../../support/fileHost.ts';
import { announced, fileMessages } from '../../support/fileMessages.ts';
import { fillInTo, numberOn } from '../../support/fillIn.ts';
import * as some from '../../support/someFiles.ts';
import { changesNothing, neverFailed } from './answers.ts';

// Above 200 lines: everything that can be wrong with a file, in one table.

describe('When a file is attached that cannot be taken', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let host: FileHost;
  let ana: ChatPerson;
  let send: ReturnType<typeof fileMessages>['send'];

  before(async () => {
    host = await startFileHost();
    bot = await startBotWithTeams({ fileHosts: [host.host, '127.0.0.1:9'], fetchTimeoutMs: 1500 });
    ana = bot.person('ana');
    send = fileMessages(bot).send;
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
    host.close();
  });

  const unfetched = /could not be fetched from the chat\. Please attach it again/;
  const kinds = /This kind of file is not accepted\. Attach pdf, docx, xlsx, pptx, msg, png, jpg or tiff/;
  const zip = () => aZip([{ name: 'letter.txt', content: 'Dear Cleo' }]);
  const tooLarge = /too large: at most 25 MB/;
  const refused: Readonly<Record<string, { name?: string; url: () => unknown; says: RegExp }>> = {
    'of a wrong type': { name: 'setup.exe', url: () => host.serve(Buffer.from('MZ\0\0')), says: kinds },
    'of plain text': { name: 'signed', url: () => host.serve(Buffer.from('Signed')), says: kinds },
    'that is a template': { name: 'plan.dotx', url: () => host.serve(some.aDotx()), says: kinds },
    'with macros': { name: 'plan.docm', url: () => host.serve(some.aDocm()), says: kinds },
    'that is a PDF by another name': {
      name: 'setup.exe',
      url: () => host.pdf('good'),
      says: /Its content is pdf, but its name ends in “\.exe”.*rename it to end in “\.pdf”/,
    },
    'that is a JPEG called PNG': {
      name: 'photo.png',
      url: () => host.serve(some.aJpeg()),
      says: /photo\.png was not stored\. Its content is jpg, but its name ends in “\.png”/,
    },
    'that is Word without an ending': {
      name: 'plan',
      url: () => host.serve(some.anOfficeFile('docx')),
      says: /Its content is docx, but its name does not say so/,
    },
    'that only is called docx': {
      name: 'plan.docx',
      url: () => host.serve(zip()),
      says: /Its name ends in “\.docx”, but inside it is zip/,
    },
    'that is damaged': {
      url: () => host.serve(Buffer.alloc(3000, 37)),
      says: /Its name ends in “\.pdf”, but inside it is something else, or damaged/,
    },
    'with a password': {
      name: 'plan.docx',
      url: () => host.serve(some.aCfb()),
      says: /protected with a password or a sensitivity label.*Remove the protection/,
    },
    'with a turned ending': {
      name: 'annex\u202Efdp.exe',
      url: () => host.serve(Buffer.from('MZ\0\0')),
      says: /annexfdp\.exe was not stored/,
    },
    'from a host that is not allowed': { url: () => 'https://files.example/x.pdf', says: unfetched },
    'from a host that only ends like an allowed one': {
      url: () => `${host.url.replace('127.0.0.1', '127.0.0.1.example')}/good`,
      says: unfetched,
    },
    'from a port of this machine that is not allowed': {
      url: () => 'http://127.0.0.1:1/good',
      says: unfetched,
    },
    'from this machine’s disk': { url: () => 'file:///etc/passwd', says: unfetched },
    'whose link is dead': { url: () => host.fault('gone'), says: unfetched },
    'whose link is refused': { url: () => host.fault('forbidden'), says: unfetched },
    'whose host fails': { url: () => host.fault('broken'), says: unfetched },
    'whose host is gone': { url: () => 'http://127.0.0.1:9/good', says: unfetched },
    'whose host never answers': { url: () => host.fault('silent'), says: unfetched },
    'whose link leads elsewhere': { url: () => host.fault('moved'), says: unfetched },
    'that breaks off at once': { url: () => host.fault('cut'), says: unfetched },
    'that breaks off half way': { url: () => host.fault('cutLate'), says: unfetched },
    'that stands still at once': { url: () => host.fault('stalled'), says: unfetched },
    'that stands still half way': { url: () => host.fault('stalledLate'), says: unfetched },
    'with nothing in it': { url: () => host.fault('empty'), says: /The file is empty/ },
    'of more than 25 MiB (D9)': { url: () => host.fault('huge'), says: tooLarge },
    'of more than 25 MiB, as it says at once (D9)': {
      url: () => host.fault('hugeAsItSays'),
      says: tooLarge,
    },
  };

  /** The one sentence that a file is answered with. */
  async function answerTo(file: ReturnType<typeof announced>): Promise<string> {
    const earlier = (await said()).length;
    await send([file]);
    const [answer = '', ...more] = (await said()).slice(earlier);
    equal(more.length, 0);
    return answer;
  }
  const said = async () =>
    (await ana.messages()).flatMap(({ from, text }) => (from === 'bot' && text ? [text] : []));

  describe('at the proof step', () => {
    before(() => fillInTo(ana, 'proof'));

    for (const [what, { name = 'signed.pdf', url, says }] of Object.entries(refused))
      it(`a file ${what}: the step says so and keeps nothing of it`, async () => {
        await changesNothing(bot, async () => {
          match(await answerTo(announced(name, url())), says);
          match((await ana.card()).text, /Attach your proof of execution/);
        });
      });
  });

  describe('outside the proof step', () => {
    before(async () => {
      await ana.say('cancel');
      await ana.say('my claims');
    });

    for (const [what, { name = 'signed.pdf', url, says }] of Object.entries(refused))
      it(`a file ${what}: it is said too, and nothing kept of it`, async () => {
        await changesNothing(bot, async () => {
          match(await answerTo(announced(name, url())), says);
          match((await ana.card()).text, /My claims/);
        });
      });
  });

  it('is not read to its end when its beginning says that it is not wanted', async () => {
    await fillInTo(ana, 'proof');
    const closed = host.untilClosed('endless');
    await send([announced('signed.pdf', host.fault('endless'))]);
    match(await ana.lastText(), /inside it is something else, or damaged/);
    await closed;
  });

  it('works when it is attached again after it broke off (R57)', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    for (const fault of ['cutLate', 'stalledLate', 'broken'])
      await send([announced('signed.pdf', host.fault(fault))]);
    await send([announced('signed.pdf', host.pdf('whole'))]);
    const [proof, ...others] = await proofsOf(number);
    deepEqual([proof?.name, proof?.bytes, others.length], ['signed.pdf', aPdf('whole').length, 0]);
  });

  it('an announcement that is none is read as a message without a file', async () => {
    await fillInTo(ana, 'proof');
    await changesNothing(bot, async () => {
      await send([announced('signed.pdf', 'no address')]);
      await send([announced('signed.pdf', undefined)]);
      await send([{ contentType: 'application/vnd.microsoft.teams.file.download.info' }]);
      await send([{ contentType: 'image/png', contentUrl: host.pdf('good') }]);
      match((await ana.card()).text, /Attach your proof of execution/);
    });
  });

  it('names the file as it is called, whatever Markdown its name contains', async () => {
    await fillInTo(ana, 'proof');
    await send([announced('[free](http:evil.example) **x**.exe', host.pdf('good'))]);
    ok((await ana.lastText()).includes('\\[free\\]'));
  });

  it('keeps a name that is harmless, whatever was sent, and tells two of one name apart', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    const names = ['scan.pdf', 'scan.pdf', '', `${'long '.repeat(100)}.pdf`, 7, 'a\nb\u202E/../c.pdf'];
    for (const [index, name] of names.entries()) await send([announced(name, host.pdf(`content ${index}`))]);
    const kept = (await proofsOf(number)).map(({ name }) => name);
    const [first, second, nameless, long = '', number7, odd] = kept;
    deepEqual([first, second, nameless, number7], ['scan.pdf', 'scan (2).pdf', 'file', 'file (2)']);
    equal([...long].length, 150);
    equal(odd, 'a b-..-c.pdf');
    const { text } = await ana.card();
    ok(text.includes('scan (2).pdf') && text.includes('a b-..-c.pdf'), text);
  });

  it('the same file twice is said so, and attached once (D9)', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await send([announced('signed.pdf', host.pdf('same'))]);
    await changesNothing(bot, async () => {
      await send([announced('again.pdf', host.pdf('same'))]);
      match(
        await ana.lastText(),
        /again\.pdf was not stored\. The same file is already attached, as signed\.pdf/,
      );
    });
    equal((await proofsOf(number)).length, 1);
  });

  it('two equal files in one message are one', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await send([announced('a.pdf', host.pdf('twin')), announced('b.pdf', host.pdf('twin'))]);
    deepEqual(
      (await proofsOf(number)).map(({ name }) => name),
      ['a.pdf'],
    );
    match(await ana.lastText(), /b\.pdf was not stored\. The same file is already attached, as a\.pdf/);
  });

  it('states the content’s own type, whatever the name’s case', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await send([announced('PAGE.JPEG', host.serve(some.aJpeg())), announced('scan', host.pdf('plain'))]);
    deepEqual(
      (await proofsOf(number)).map(({ contentType }) => contentType),
      ['image/jpeg', 'application/pdf'],
    );
  });

  it('a removed file can be attached again, and leaves nothing behind (R60)', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    for (let times = 0; times < 2; times += 1) {
      await send([announced('signed.pdf', host.pdf('removed'))]);
      equal((await proofsOf(number)).length, 1);
      await ana.pressNewest('Remove …');
      await ana.pressNewest('Remove');
      equal((await proofsOf(number)).length, 0);
    }
    deepEqual(await bot.stored.uploads(), []);
  });

  it('twenty files are taken and the twenty-first is not (D9), two at a time', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    for (let pair = 0; pair < 10; pair += 1) {
      const two = [`a${pair}`, `b${pair}`];
      await send(two.map((name) => announced(`${name}.pdf`, host.pdf(name))));
    }
    equal((await proofsOf(number)).length, 20);
    await changesNothing(bot, async () => {
      await send([announced('one-more.pdf', host.pdf('one more'))]);
      match(await ana.lastText(), /one-more\.pdf was not stored\. A claim can have 20 files at most/);
    });
    await ana.pressNewest('Next');
    match((await ana.card()).text, /Anything to add\?/);
  });

  it('of two files in one message, the good one is kept and the bad one named', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await send([announced('setup.exe', host.pdf('good')), announced('signed.pdf', host.pdf('good'))]);
    deepEqual(
      (await proofsOf(number)).map(({ name }) => name),
      ['signed.pdf'],
    );
    match(await ana.lastText(), /setup\.exe was not stored/);
  });

  it('the same message twice is one file, fetched once, and no duplicate', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    const attachments = [announced('signed.pdf', host.pdf('told twice'))];
    await send(attachments, { id: '81' });
    const before = await ana.lastText();
    await changesNothing(bot, () => send(attachments, { id: '81' }));
    equal((await proofsOf(number)).length, 1);
    equal(await ana.lastText(), before);
    equal(host.fetched.filter((path) => path === 'told%20twice').length, 1);
  });

  it('leaves no file on disk that no claim has, and nothing that waits', async () => {
    const { claims, drafts, uploads } = await bot.stored.everything();
    const known = [...claims, ...drafts].flatMap(({ proofs }) => proofs.map(({ id }) => id));
    deepEqual(readdirSync(bot.filesFolder).sort(), known.sort());
    deepEqual(uploads, []);
  });

  const proofsOf = async (number: string) =>
    (await bot.stored.drafts()).find((draft) => draft.number === number)?.proofs ?? [];
});
