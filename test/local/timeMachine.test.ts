import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { request } from 'node:http';
import type { ClockView, Jumped } from '../../local/teams/views.ts';
import { aPdf } from '../support/aPdf.ts';
import { chatPerson } from '../support/chatPerson.ts';
import { embedded, onEachEngine } from '../support/engines.ts';
import { draftByChat, submitByChat } from '../support/fileByChat.ts';
import { startLocalProgram } from '../support/localProgram.ts';

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;

onEachEngine('When the program’s time is moved on one machine', function (engine) {
  this.timeout(60_000);
  let program: Awaited<ReturnType<typeof startLocalProgram>>;
  before(async () => {
    program = await startLocalProgram({ engine });
  });
  after(() => program.close());

  const person = (id: string) => chatPerson(program.address, id);
  const jump = async (to: string) => (await person('ana').call('clock', { to })) as Jumped;
  const clock = async () => ((await person('ana').call('state')) as { readonly clock?: ClockView }).clock;
  const asked = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const url = new URL('/local/api/clock', program.address);
      const sent = request(url, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end('{"to":"week"}');
    });

  it('starts at the real time, and says that nothing is due', async () => {
    deepEqual(await clock(), { aheadMs: 0, timeZone: 'America/Los_Angeles' });
    deepEqual((await jump('deadline')).reached, { what: 'nothing' });
    equal((await clock())?.aheadMs, 0);
  });

  it('accepts jumps only from its own page', async () => {
    const own = new URL(program.address);
    equal(await asked({ origin: 'https://evil.example' }), 403);
    equal(await asked({ host: 'evil.example' }), 403);
    equal(await asked({ host: own.host, 'sec-fetch-site': 'cross-site' }), 403);
    equal((await clock())?.aheadMs, 0);
  });

  it('accepts only jumps that it knows', async () => {
    for (const body of ['{"to":"yesterday"}', '{"to":"week', '', '{"to":-1}', 'null']) {
      const response = await fetch(new URL('/local/api/clock', program.address), { method: 'POST', body });
      equal(response.status, 400, body);
    }
    equal((await clock())?.aheadMs, 0);
  });

  it('opens a proof weeks ahead by a link that is good for minutes of the reader’s own time (R57)', async () => {
    const [ana, rita] = [person('ana'), person('rita')];
    const number = await submitByChat(ana, { mpnId: '4512087', lines: 'teams' });
    await jump('week');
    // The week in which summer time begins has an hour less.
    ok(((await clock())?.aheadMs ?? 0) > weekMs - 2 * hourMs);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Open Statement of work.pdf');
    const [link] = /https?:\/\/[^"\\)]+/.exec(JSON.stringify((await linkCard(rita)).content.body)) ?? [];
    const response = await fetch(link ?? '');
    equal(response.status, 200);
    deepEqual(Buffer.from(await response.arrayBuffer()), aPdf('Statement of work for Contoso'));
  });

  it('takes a file while its time is ahead, and deletes what waits for a claim once its day is over', async () => {
    const ana = person('ana');
    await ana.attach('For later.pdf', new Uint8Array(aPdf('For later')));
    const question = await ana.card();
    match(question.text, /For later\.pdf/);
    await jump('week');
    const add = question.buttons.find((title) => title.startsWith('Add to'));
    await ana.press(question, add ?? '');
    match((await ana.card()).text, /no longer kept: a file without a claim is kept for one day/);
  });

  it('goes on with a draft after weeks, with everything that was saved (D13)', async () => {
    const nils = person('nils');
    const number = await draftByChat(nils, { mpnId: '6104418', claimName: 'Slow and steady' }, 3);
    // Fourteen days end at 24:00 of the last. Before 9 in the morning, the next business day begins on the same day.
    for (const to of ['week', 'week', 'businessDay', 'businessDay']) await jump(to);
    match((await nils.awaitCard(/This draft is waiting for you/)).text, new RegExp(number));
    await nils.say(`claim ${number}`);
    match((await nils.card()).text, /Slow and steady/);
  });

  it('is as far ahead after a restart', async () => {
    const before = (await clock())?.aheadMs;
    await program.restart();
    equal((await clock())?.aheadMs, before);
  });

  // The claims of an account stay, with the time that they were filed at.
  if (engine === embedded) {
    it('is at the real time after “--reset”', async () => {
      await program.restart(['--reset']);
      equal((await clock())?.aheadMs, 0);
    });
  }
});

async function linkCard(reader: ReturnType<typeof chatPerson>) {
  const found = (await reader.cards()).findLast(({ content }) =>
    /works for 5 minutes/.test(JSON.stringify(content)),
  );
  ok(found, 'a card with the link');
  return found;
}
