import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { Readable } from 'node:stream';
import { fileContentType } from '../../../bot/attachments.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';
import { listenOnLoopback } from '../../support/listenOnLoopback.ts';
import { changesNothing, doingOf, neverFailed } from './answers.ts';

const mib = 1024 * 1024;

/** Where a file's link can lead. */
function startFileHost(): Server {
  return createServer((request, response) => {
    switch (request.url) {
      case '/gone':
        response.statusCode = 404;
        return response.end();
      case '/moved':
        response.statusCode = 302;
        response.setHeader('location', '/good');
        return response.end();
      case '/cut':
        response.setHeader('content-length', '1000');
        response.write('half');
        return setImmediate(() => response.destroy());
      case '/huge':
        return Readable.from(Array.from({ length: 26 }, () => Buffer.alloc(mib))).pipe(response);
      default:
        return response.end('%PDF-1.7 signed');
    }
  });
}

describe('When a file is attached that cannot be taken', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  const host = startFileHost();
  let hostUrl = '';

  before(async () => {
    hostUrl = await listenOnLoopback(host);
    bot = await startBotWithTeams({ fileHosts: [new URL(hostUrl).host, '127.0.0.1:9'] });
    ana = bot.person('ana');
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
    host.closeAllConnections();
    host.close();
  });

  const file = (name: string, downloadUrl: unknown) => ({
    contentType: fileContentType,
    name,
    content: { downloadUrl, uniqueId: 'X', fileType: 'pdf' },
  });

  let messages = 0;
  /** A message with attachments as Teams writes it; the same `id` again is the same message. */
  async function send(attachments: readonly object[], { who = 'ana', id = '' } = {}): Promise<void> {
    messages += 1;
    const activity = bot.activities.files(doingOf(bot, who), id || `8000${messages}`, {
      written: '',
      linked: [],
    });
    equal((await bot.post({ ...activity, attachments })).status, 200);
  }

  const unfetched = /could not be fetched from the chat\. Please attach it again/;
  const kinds = /This kind of file is not accepted\. Attach pdf, docx, xlsx, pptx, msg, png, jpg or tiff/;
  const refused: Readonly<Record<string, { name?: string; url: () => unknown; says: RegExp }>> = {
    'of a wrong type': { name: 'setup.exe', url: () => `${hostUrl}/good`, says: kinds },
    'without an ending': { name: 'statement', url: () => `${hostUrl}/good`, says: kinds },
    'with a name that only ends in a type': { name: 'pdf', url: () => `${hostUrl}/good`, says: kinds },
    'with an ending of two lines': { name: 'x.exe\n.pdf ', url: () => `${hostUrl}/good`, says: kinds },
    'from a host that is not allowed': { url: () => 'https://files.example/x.pdf', says: unfetched },
    'from a host that only ends like an allowed one': {
      url: () => `${hostUrl.replace('127.0.0.1', '127.0.0.1.example')}/good`,
      says: unfetched,
    },
    'from a port of this machine that is not allowed': {
      url: () => 'http://127.0.0.1:1/good',
      says: unfetched,
    },
    'from this machine’s disk': { url: () => 'file:///etc/passwd', says: unfetched },
    'whose link is dead': { url: () => `${hostUrl}/gone`, says: unfetched },
    'whose host is gone': { url: () => 'http://127.0.0.1:9/good', says: unfetched },
    'whose link leads elsewhere': { url: () => `${hostUrl}/moved`, says: unfetched },
    'that breaks off half way': { url: () => `${hostUrl}/cut`, says: unfetched },
    'of more than 25 MiB (D9)': { url: () => `${hostUrl}/huge`, says: /too large: at most 25 MB/ },
  };

  for (const [what, { name = 'signed.pdf', url, says }] of Object.entries(refused)) {
    it(`a file ${what}: the proof step says so and keeps nothing of it`, async () => {
      await fillInTo(ana, 'proof');
      await changesNothing(bot, async () => {
        await send([file(name, url())]);
        match(await ana.lastText(), says);
        match((await ana.card()).text, /Attach your proof of execution/);
      });
    });

    it(`a file ${what}: a submitted claim’s chat says so and keeps nothing of it`, async () => {
      const number = await fileClaim(ana);
      await ana.say(`claim ${number}`);
      await ana.say('cancel');
      await changesNothing(bot, async () => {
        await send([file(name, url())]);
        match(await ana.lastText(), says);
      });
    });
  }

  it('an announcement that is none is read as a message without a file', async () => {
    await fillInTo(ana, 'proof');
    await changesNothing(bot, async () => {
      await send([file('signed.pdf', 'no address')]);
      await send([file('signed.pdf', undefined)]);
      await send([{ contentType: fileContentType }]);
      await send([{ contentType: 'image/png', contentUrl: `${hostUrl}/good` }]);
      match((await ana.card()).text, /Attach your proof of execution/);
    });
  });

  it('names the file as it is called, whatever Markdown its name contains', async () => {
    await fillInTo(ana, 'proof');
    await send([file('[free](http:evil.example) **x**.exe', `${hostUrl}/good`)]);
    ok((await ana.lastText()).includes('\\[free\\]'));
  });

  it('outside the proof step, stores nothing and says where to attach it', async () => {
    const nils = bot.person('nils');
    await changesNothing(bot, async () => {
      await send([file('signed.pdf', `${hostUrl}/good`)], { who: 'nils' });
      match(await nils.lastText(), /Nothing was stored\. Attach a file at the proof step/);
    });
    await fillInTo(nils, 'activity', { customer: { mpnId: '6104418' } });
    await changesNothing(bot, async () => {
      await send([file('signed.pdf', `${hostUrl}/good`)], { who: 'nils' });
      match(await nils.lastText(), /Nothing was stored/);
    });
  });

  it('in the channel, stores nothing', async () => {
    const rita = bot.roster.personOf('rita');
    const place = bot.roster.placeOf(bot.channel);
    ok(rita && place);
    const activity = bot.activities.files({ person: rita, place }, '80000', { written: '', linked: [] });
    await changesNothing(bot, async () => {
      const sent = await bot.post({ ...activity, attachments: [file('signed.pdf', `${hostUrl}/good`)] });
      equal(sent.status, 200);
      match((await bot.person('rita').messages(bot.channel)).at(-1)?.text ?? '', /Nothing was stored/);
    });
  });

  it('by a stranger, stores nothing', async () => {
    await changesNothing(bot, async () => {
      await send([file('signed.pdf', `${hostUrl}/good`)], { who: 'stranger' });
      match(await bot.person('stranger').lastText(), /I do not know you yet/);
    });
  });

  it('twenty files are taken and the twenty-first is not (D9), two at a time', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    for (let pair = 0; pair < 10; pair += 1) {
      await send([file(`a${pair}.pdf`, `${hostUrl}/good`), file(`b${pair}.pdf`, `${hostUrl}/good`)]);
    }
    equal((await proofsOf(number)).length, 20);
    await changesNothing(bot, async () => {
      await send([file('one-more.pdf', `${hostUrl}/good`)]);
      match(await ana.lastText(), /one-more\.pdf was not stored\. A claim can have 20 files at most/);
    });
    await ana.pressNewest('Next');
    match((await ana.card()).text, /Anything to add\?/);
  });

  it('of two files in one message, the good one is kept and the bad one named', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    await send([file('setup.exe', `${hostUrl}/good`), file('signed.pdf', `${hostUrl}/good`)]);
    deepEqual(
      (await proofsOf(number)).map(({ name }) => name),
      ['signed.pdf'],
    );
    match(await ana.lastText(), /setup\.exe was not stored/);
  });

  it('the same message twice is one file, in a draft and in a claim', async () => {
    const number = numberOn(await fillInTo(ana, 'proof'));
    const attachments = [file('signed.pdf', `${hostUrl}/good`)];
    await send(attachments, { id: '81' });
    await changesNothing(bot, () => send(attachments, { id: '81' }));
    equal((await proofsOf(number)).length, 1);

    const filed = await fileClaim(ana);
    await ana.say(`claim ${filed}`);
    await send(attachments, { id: '82' });
    await changesNothing(bot, () => send(attachments, { id: '82' }));
    deepEqual((await bot.stored.history(filed)).map(({ event }) => event.kind).slice(-1), ['ProofAdded']);
  });

  it('leaves no file on disk that no claim has', async () => {
    const { claims, drafts } = await bot.stored.everything();
    const known = [...claims, ...drafts].flatMap(({ proofs }) => proofs.map(({ id }) => id));
    deepEqual(readdirSync(bot.filesFolder).sort(), known.sort());
  });

  const proofsOf = async (number: string) =>
    (await bot.stored.drafts()).find((draft) => draft.number === number)?.proofs ?? [];
});
