import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';
import { runProduction } from '../../support/productionProgram.ts';
import { type ProductionSurroundings, startSurroundings } from '../../support/productionSurroundings.ts';
import {
  startTeamsBeforeProduction,
  type TeamsBeforeProduction,
} from '../../support/teamsBeforeProduction.ts';
import { temporaryDirectory } from '../../support/temporaryDirectory.ts';
import { until } from '../../support/until.ts';

const longestAnswerMs = 12_000;
const longestStopMs = 26_000;
const people = ['ana', 'ivan', 'greta', 'nils', 'isa', 'rita'];
const storageAway = /Our storage does not answer at the moment.*try again/;
const pdf = '%PDF-1.7 signed by Cleo Park';

describe('When an account stands still under production', function () {
  this.timeout(120_000);
  const directory = temporaryDirectory();
  let around: ProductionSurroundings;
  let teams: TeamsBeforeProduction;
  let program: ReturnType<typeof runProduction>;
  let address = '';
  const person = (id: string): ChatPerson => teams.person(id);

  before(async () => {
    around = await startSurroundings(directory.path);
    teams = await startTeamsBeforeProduction(around, { folder: directory.path, people });
    program = runProduction(teams.settings);
    address = `http://127.0.0.1:${await program.port}`;
    await teams.frontEnd.add(address);
    await teams.install();
  });
  after(async () => {
    around.documents.thaw();
    around.files.thaw();
    await program.stop();
    await teams.stop();
    await around.stop();
    directory.remove();
  });

  /** Does all of it at the same moment; says what was delivered meanwhile, and how long the longest took. */
  async function meanwhile(acts: readonly (() => Promise<unknown>)[]) {
    const before = teams.deliveries.length;
    await Promise.all(acts.map((act) => act()));
    const delivered = teams.deliveries.slice(before);
    return { delivered, longestMs: Math.max(...delivered.map(({ tookMs }) => tookMs)) };
  }
  const ready = async () => {
    const response = await fetch(`${address}/ready`);
    return { status: response.status, body: await response.json() };
  };
  const isBack = () => until(async () => (await ready()).body.away === undefined, 'the account to be back');

  it('with the database frozen, each turn is answered within 12 s, and pressed again later it works', async () => {
    const [ana, ivan, greta] = [person('ana'), person('ivan'), person('greta')];
    const [nils, isa, rita] = [person('nils'), person('isa'), person('rita')];
    const atName = await fillInTo(ana, 'name');
    const atReview = await fillInTo(ivan, 'review');
    const number = await fileClaim(nils, { customer: { mpnId: '6104418' }, lines: { lines: 'intune' } });
    await rita.say(`claim ${number}`);
    const submitted = await rita.card();
    const cardsOfGreta = (await greta.cards()).length;

    around.documents.freeze();
    const { delivered, longestMs } = await meanwhile([
      () => ana.press(atName, 'Next', { claimName: 'Contoso adoption' }),
      // They wait behind the press in the same chat, each for the one before.
      ...['help', 'my claims', 'help'].map((word) => () => ana.say(word)),
      () => ivan.press(atReview, 'Submit'),
      () => rita.press(submitted, 'Start review'),
      () => greta.say('my claims'),
      () => isa.attach('statement-of-work.pdf', pdf),
    ]);
    ok(longestMs < longestAnswerMs, `${Math.round(longestMs)} ms`);
    deepEqual(
      new Set(delivered.flatMap(({ attempts }) => attempts.map(({ status }) => status))),
      new Set([200]),
    );
    const invokes = delivered.filter(({ activity }) => activity.includes('adaptiveCard/action'));
    equal(invokes.length, 3);
    for (const { attempts } of invokes) match(attempts[0]?.body ?? '', storageAway);
    for (const sender of [ana, greta, isa]) match(await sender.lastText(), storageAway);
    const { status, body } = await ready();
    deepEqual([status, Object.keys(body.away)], [200, ['documents']]);
    equal((await fetch(`${address}/health`)).status, 200);

    around.documents.thaw();
    await isBack();
    await ana.press(atName, 'Next', { claimName: 'Contoso adoption' });
    equal((await ana.card()).buttons.includes('Next'), true);
    await ivan.press(atReview, 'Submit');
    await ivan.say(`claim ${numberOn(atReview)}`);
    match((await ivan.card()).text, /Submitted/);
    await rita.press(submitted, 'Start review');
    await rita.say(`claim ${number}`);
    match((await rita.card()).text, /Under review/i);
    await greta.say('my claims');
    ok((await greta.cards()).length > cardsOfGreta);
    await isa.attach('statement-of-work.pdf', pdf);
    match((await isa.card()).text, /statement-of-work\.pdf/);
  });

  it('with a database that takes 3.5 s for each call, too: the calls of a turn have a limit together', async () => {
    const [ana, rita] = [person('ana'), person('rita')];
    const atLines = await ana.card();
    around.documents.slow(3500);
    const { delivered, longestMs } = await meanwhile([
      () => ana.press(atLines, 'Next', { lines: 'onedrive' }),
      () => rita.say('review queue'),
    ]);
    ok(longestMs < longestAnswerMs, `${Math.round(longestMs)} ms`);
    deepEqual(
      delivered.map(({ attempts }) => attempts[0]?.status),
      [200, 200],
    );
    around.documents.thaw();
    await isBack();
    await ana.pressNewest('Next', { lines: 'onedrive' });
    match((await ana.card()).text, /Who is responsible|contact/i);
  });

  it('with the storage of files frozen, a file is answered within 12 s, and sent again later it arrives', async () => {
    const isa = person('isa');
    around.files.freeze();
    const { longestMs } = await meanwhile([() => isa.attach('frozen.pdf', pdf)]);
    ok(longestMs < longestAnswerMs, `${Math.round(longestMs)} ms`);
    match(await isa.lastText(), storageAway);
    around.files.thaw();
    await isa.attach('thawed.pdf', pdf);
    match((await isa.card()).text, /thawed\.pdf/);
  });

  it('with both frozen, it stops within 26 s, and answers what was under way', async () => {
    around.documents.freeze();
    around.files.freeze();
    const pressed = meanwhile([
      () => person('greta').say('my claims'),
      () => person('isa').attach('a.pdf', pdf),
    ]);
    await until(async () => (await ready()).body.away !== undefined, 'the outage to be noticed');
    const begun = performance.now();
    await program.stop();
    const stopMs = performance.now() - begun;
    ok(stopMs < longestStopMs, `${Math.round(stopMs)} ms`);
    const { delivered } = await pressed;
    deepEqual(
      delivered.map(({ attempts }) => attempts[0]?.status),
      [200, 200],
    );
  });
});
