import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson, SeenCard } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { fieldServiceClaim } from '../../support/technicalContact.ts';
import { until } from '../../support/until.ts';
import { forge, neverFailed } from '../badInput/answers.ts';

// Above 200 lines: one bot, on which everything is tried that a person may do with these cards.

const sales = 'dynamics-365-sales';
const salesId = `subscriptionId.${sales}`;
const secondSales = 'f9a0f03d-7549-422f-ae4b-4b26359cbda5';
const dynamics = fieldServiceClaim;

describe('When a partner edits a submitted claim in chat (R88, R89)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let ben: ChatPerson;
  let rita: ChatPerson;
  let taken = 10;

  before(async () => {
    bot = await startBotWithTeams();
    [ana, ben, rita] = [bot.person('ana'), bot.person('ben'), bot.person('rita')];
  });
  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  /** A claim of Ana's on two workloads that nothing else is on; their IDs. */
  async function filed(): Promise<{ number: string; lines: string[] }> {
    taken += 2;
    const lines = [`more-${taken}`, `more-${taken + 1}`];
    return { number: await fileClaim(ana, { lines: { lines: lines.join(',') } }), lines };
  }
  const stored = async (number: string) =>
    (await bot.stored.claims()).find((claim) => claim.number === number) ?? fail(number);
  const fail = (what: string): never => {
    throw new Error(`nothing stored of ${what}`);
  };
  const again = async (person: ChatPerson, { activityId }: SeenCard, chat?: string) =>
    (await person.cards(chat)).find((card) => card.activityId === activityId) ?? fail(activityId);
  const openPart = async (person: ChatPerson, number: string, part: RegExp): Promise<SeenCard> => {
    await person.say(`claim ${number}`);
    await person.press(await person.card(), 'Edit claim');
    await person.press(await person.card(), part);
    return await person.card();
  };
  const theLines = /^Change what you claim/;

  it('leads from the claim over what can be changed to a form with what stands, and back with what was saved', async () => {
    const { number, lines } = await filed();
    await ana.say(`claim ${number}`);
    await ana.pressNewest('Edit claim');
    const menu = await ana.card();
    match(menu.text, /Everything else was fixed/);
    deepEqual(menu.buttons, [
      'Change the MPN ID',
      'Change what you claim',
      'Change the contacts',
      'Back to the claim',
    ]);
    await ana.press(menu, theLines);
    const form = await ana.card();
    equal(form.activityId, menu.activityId, 'one card that turns');
    equal(form.inputs.lines, lines.join(','));
    await ana.press(form, 'Save', { lines: `${lines[0]},more-70` });
    const claim = await again(ana, form);
    match(claim.text, /Saved: More 70 added and More \d+ removed\./);
    match(claim.text, /proof of execution must name every product or workload/);
    deepEqual(
      (await stored(number)).details.lines.map((line) => line.kind === 'workload' && line.workload),
      [lines[0], 'more-70'],
    );
    await ana.pressNewest('History');
    match((await ana.card()).text, /Claim edited[\s\S]*- Removed: More \d+\n- Added: More 70/);
  });

  it('takes contacts and the MPN ID, pressed by an admin who cannot submit (R97)', async () => {
    const { number } = await filed();
    const contacts = await openPart(ben, number, /^Change the contacts/);
    await ben.press(contacts, 'Save', { 'customerContact.email': 'Dana Poe <dana@contoso.com>' });
    match((await again(ben, contacts)).text, /Saved: Customer contact, E-mail changed\./);
    doesNotMatch((await again(ben, contacts)).text, /must name every/);
    const mpn = await openPart(ben, number, /^Change the MPN ID/);
    match(mpn.text, /a wrong MPN ID can cost you eligibility/);
    await ben.press(mpn, 'Save', { mpnId: '4523316' });
    const { details } = await stored(number);
    deepEqual([details.mpnId, details.customerContact.email], ['4523316', 'dana@contoso.com']);
    match((await openPart(ben, number, /^Change the MPN ID/)).text, /4523316 is not enrolled/, 'R34');
  });

  it('marks everything that is wrong at its field, and keeps what was typed (R43, R22)', async () => {
    const number = await fileClaim(ana, dynamics);
    const form = await openPart(ana, number, theLines);
    const wanted = `dynamics-365-field-service,${sales},dynamics-365-commerce`;
    await ana.press(form, 'Save', { lines: wanted });
    const asked = await again(ana, form);
    match(asked.text, /This product is not on the customer’s tenant/);
    match(asked.text, /The subscription ID is needed here/);
    equal(asked.inputs.lines, wanted);
    await ana.press(asked, 'Save', {
      lines: `dynamics-365-field-service,${sales}`,
      [salesId]: `{${secondSales.toUpperCase()}}`,
    });
    match((await again(ana, form)).text, /Saved: Dynamics 365 Sales added\./);
    const { details } = await stored(number);
    deepEqual(details.lines.at(-1), { kind: 'product', product: sales, subscriptionId: secondSales });
  });

  it('says that the last line stays, and that nothing was different', async () => {
    const { number } = await filed();
    const form = await openPart(ana, number, theLines);
    const { version } = await stored(number);
    await ana.press(form, 'Save');
    match((await again(ana, form)).text, /Nothing was changed, so nothing was saved/);
    await ana.press(await again(ana, form), 'Save', { lines: '' });
    match((await again(ana, form)).text, /A claim needs at least one product or workload/);
    equal((await stored(number)).version, version);
  });

  it('goes back without saving, and says so only if something was changed', async () => {
    const { number } = await filed();
    const untouched = await openPart(ana, number, /^Change the contacts/);
    await ana.press(untouched, 'Back to the claim');
    doesNotMatch((await again(ana, untouched)).text, /not saved/);
    const touched = await openPart(ana, number, /^Change the contacts/);
    await ana.press(touched, 'Back to the claim', { 'customerContact.name': 'Dana Poe' });
    match((await again(ana, touched)).text, /Your changes in the form were not saved/);
    match((await again(ana, touched)).text, /Submitted: now with the reviewers/);
  });

  it('shows both versions when a colleague has edited meanwhile, and saves on the second press', async () => {
    const { number, lines } = await filed();
    const [mine, theirs] = [await openPart(ana, number, theLines), await openPart(ben, number, theLines)];
    await ben.press(theirs, 'Save', { lines: `${lines[0]}` });
    await ana.press(mine, 'Save', { lines: `${lines.join(',')},more-71` });
    const form = await again(ana, mine);
    match(form.text, /a colleague has edited this claim in the meantime[\s\S]*as it stands now\n- More \d+/);
    equal(form.inputs.lines, `${lines.join(',')},more-71`);
    equal((await stored(number)).details.lines.length, 1);
    await ana.press(form, 'Save');
    match((await again(ana, mine)).text, /Saved: /);
    equal((await stored(number)).details.lines.length, 3);
  });

  it('names the status when a review has begun meanwhile, and leaves what was typed to be copied (R70)', async () => {
    const { number } = await filed();
    const form = await openPart(ana, number, /^Change the contacts/);
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await until(async () => (await bot.stored.waitingAlerts(number)).length === 0, 'its alerts');
    const { version } = await stored(number);
    deepEqual((await again(ana, form)).content, form.content, 'the form stays in sight');
    await ana.press(form, 'Save', { 'customerContact.name': 'Dana Poe' });
    const closed = await again(ana, form);
    match(closed.text, /Not saved\. The claim is now “Under review”/);
    equal(closed.inputs['customerContact.name'], 'Dana Poe');
    deepEqual(closed.buttons, ['Back to the claim']);
    equal((await stored(number)).version, version);
    await ana.say(`claim ${number}`);
    ok(!(await ana.card()).buttons.includes('Edit claim'));
    const menu = await forge(bot, 'ana', { on: form.activityId, verb: 'claim.edit', number });
    match(menu.text, /can be edited only in “Submitted” and “Partner action required”/);
  });

  it('answers a request: after an edit no words are needed, and the reviewers read of it (D3)', async () => {
    const { number, lines } = await filed();
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.pressNewest('Ask for more');
    await rita.pressNewest('Send', { reasons: 'ProductsMissing', comment: 'One is not named.' });
    const asked = await ana.awaitCard(new RegExp(`${number}[^]*The reviewer needs more from you`));
    // A half-typed answer stays: what is edited stands below.
    await ana.press(asked, 'Edit claim', { comment: 'I took' });
    ok((await again(ana, asked)).buttons.includes('Resubmit'));
    const menu = await ana.card();
    ok(menu.activityId !== asked.activityId);
    await ana.press(menu, theLines);
    await ana.press(await ana.card(), 'Save', { lines: `${lines[0]}` });
    const saved = await ana.card();
    match(saved.text, /Saved: More \d+ removed\./);
    await ana.press(saved, 'Resubmit …');
    match((await ana.card()).text, /Your answer \(optional\)/);
    await ana.pressNewest('Resubmit', { comment: '' });
    equal((await stored(number)).status, 'Submitted');
    const first = await rita.awaitCard(
      new RegExp(`${number}[^]*edited this claim since it was submitted`),
      bot.channel,
    );
    doesNotMatch(first.text, new RegExp(`More ${lines[1]?.slice(5)}\\b`));
  });

  it('brings the reviewers’ card up to date at once, without a word to anybody (R99)', async () => {
    const { number, lines } = await filed();
    const first = await rita.awaitCard(new RegExp(`${number}[^]*New claim from`), bot.channel);
    const count = (await rita.messages(bot.channel)).length;
    const form = await openPart(ana, number, theLines);
    await ana.press(form, 'Save', { lines: `${lines[1]},more-72` });
    await until(async () => (await bot.stored.waitingAlerts(number)).length === 0, 'its alert');
    const present = await again(rita, first, bot.channel);
    match(present.text, /More 72/);
    doesNotMatch(present.text, new RegExp(`More ${lines[0]?.slice(5)}\\b`));
    equal((await rita.messages(bot.channel)).length, count);
  });

  it('tells the reviewers of a contest that an edit begins, and the claimant in general words (R52, R54)', async () => {
    const nils = bot.person('nils');
    await fileClaim(nils, { customer: { mpnId: '6104418' }, lines: { lines: 'more-73' } });
    const { number, lines } = await filed();
    const form = await openPart(ana, number, theLines);
    await ana.press(form, 'Save', { lines: `${lines.join(',')},more-73` });
    match((await again(ana, form)).text, /arbitration/);
    doesNotMatch((await again(ana, form)).text, /Northwind/);
    await rita.awaitCard(new RegExp(`Competing claims[^]*More 73[^]*${number}`), bot.channel);
  });

  it('is for the company’s admins: a reviewer is refused, and a stranger sees no such claim (R97, R53)', async () => {
    const { number } = await filed();
    const { version } = await stored(number);
    const presses = [
      { verb: 'claim.edit', number },
      { verb: 'claim.saveEdit', number, version, part: 'mpnId', mpnId: '4519930' },
    ];
    for (const [who, says] of [
      ['rita', /role does not allow/],
      ['nils', /There is no such claim that you can see/],
    ] as const) {
      const on = (await ana.card()).activityId;
      for (const press of presses) match((await forge(bot, who, { on, ...press })).text, says);
    }
    equal((await stored(number)).version, version);
  });
});
