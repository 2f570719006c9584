import { deepEqual, ok } from 'node:assert/strict';
import { galleryPage } from '../../../cards/gallery/galleryPage.ts';
import { hostConfig, light } from '../../../cards/gallery/hostConfig.ts';
import { decides } from '../../../cards/kit/decides.ts';
import { type Action, actionSchema } from '../../../cards/kit/verbs.ts';
import { aPdf } from '../../support/aPdf.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import { openBrowser } from '../../support/browser.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { contosoTenant, fileClaim, fillInTo, numberOn } from '../../support/fillIn.ts';
import { type Pressable, placesOf } from '../../support/placesOf.ts';
import { type Step, type Walker, walk } from '../../support/walk.ts';

/** Where claims are posted is asked on cards that leave no button behind; `reviewersChannel.test.ts` presses them. */
const elsewhere: readonly Action['verb'][] = ['channel.move', 'channel.keep'];
const verbs = actionSchema.options
  .map(({ shape }) => shape.verb.value)
  .filter((verb) => !elsewhere.includes(verb));

describe('When one card follows another (D15)', function () {
  this.timeout(120_000);
  let bot: BotWithTeams;
  let steps: readonly Step[];

  before(async () => {
    bot = await startBotWithTeams();
    steps = await walk(await peopleWithClaims(bot), { presses: 360, verbs });
  });
  after(() => bot.stop());

  it('has pressed every kind of button that there is', () => {
    const pressed = new Set<string>(steps.map((step) => step.pressed.verb));
    deepEqual(
      verbs.filter((verb) => !pressed.has(verb)),
      [],
    );
  });

  for (const width of [320, 1400])
    it(`nothing that decides, sends or deletes lies where the pressed button lay, at ${width} pixels`, async () => {
      const browser = await openBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: 1900, height: 900 } });
        await page.setContent(galleryPage([]));
        const cards = [...new Set(steps.flatMap(({ before, after }) => [before, after]))];
        const places = await page.evaluate(placesOf, { cards, width, config: hostConfig(light) });
        const on = (content: Step['before']) => places[cards.indexOf(content)] ?? [];
        const found = steps.flatMap((step) => hazards(step, on(step.before), on(step.after)));
        deepEqual(found, []);
        ok(places.flat().length > 500, 'buttons were found, and measured');
      } finally {
        await browser.close();
      }
    });
});

/** The decisive buttons of the second card that lie where the pressed one lay, from the card's top or from its bottom. */
function hazards({ pressed }: Step, before: readonly Pressable[], after: readonly Pressable[]): string[] {
  const spots = before.filter(
    ({ data }) => JSON.stringify(actionSchema.parse(data)) === JSON.stringify(pressed),
  );
  return after.flatMap((button) => {
    const action = actionSchema.parse(button.data);
    if (!decides(action) || isSameAgain(action, pressed)) return [];
    const hit = spots.some(
      (spot) => overlaps(spot, button, 'fromTop') || overlaps(spot, button, 'fromBottom'),
    );
    return hit ? [`${pressed.verb} > ${button.title} (${action.verb})`] : [];
  });
}

/** Nothing was done, and the same is offered once more: whoever presses it again wants what they wanted before. */
const isSameAgain = (action: Action, pressed: Action): boolean =>
  'version' in action && JSON.stringify(action) === JSON.stringify(pressed);

function overlaps(one: Pressable, other: Pressable, held: 'fromTop' | 'fromBottom'): boolean {
  const aside = one.left >= other.left + other.width || other.left >= one.left + one.width;
  const apart = one[held] >= other[held] + other.height || other[held] >= one[held] + one.height;
  return !aside && !apart;
}

/** A filer and her colleague, two reviewers, and claims in every status, one of them contested. */
async function peopleWithClaims(bot: BotWithTeams): Promise<readonly Walker[]> {
  const [ana, ben, nils, rita, raj] = ['ana', 'ben', 'nils', 'rita', 'raj'].map((id) => bot.person(id));
  ok(ana && ben && nils && rita && raj);
  const numbers: string[] = [];
  for (const line of ['exchange-online', 'teams', 'onedrive', 'intune', 'sharepoint-online', 'viva-engage'])
    numbers.push(await fileClaim(ana, { lines: { lines: line } }));
  const [contested, asked, rejected, approved, waiting, reviewed] = numbers;
  ok(contested && asked && rejected && approved && waiting && reviewed);
  await fileClaim(nils, {
    customer: { mpnId: '6104418' },
    contacts: { 'partnerContact.name': 'Nils Berg', 'partnerContact.email': 'nils.berg@northwind.example' },
    lines: { lines: 'exchange-online', arbitration: `${contosoTenant}/workload:exchange-online` },
  });
  const reviews = async (number: string, ...buttons: readonly string[]) => {
    await rita.say(`claim ${number}`);
    for (const button of ['Start review', ...buttons]) await rita.pressNewest(button, decision);
  };
  await reviews(asked, 'Ask for more', 'Send');
  await reviews(rejected, 'Reject', 'Reject …', 'Reject');
  await reviews(approved, 'Approve', 'Approve');
  await reviews(reviewed);
  const drafts: string[] = [];
  for (const step of ['review', 'proof', 'review', 'contacts'] as const)
    drafts.push(`claim ${numberOn(await fillInTo(ana, step, { lines: { lines: freeLine() } }))}`);
  const claims = numbers.map((number) => `claim ${number}`);
  // No reviewer takes it up, so that it can be edited for long.
  const own = `claim ${await fileClaim(ana, { lines: { lines: freeLine() } })}`;
  const partner = (person: ChatPerson, words: readonly string[]): Walker => ({
    person,
    words,
    typed: answerOf,
    file: aPage,
  });
  const reviewer = (person: ChatPerson): Walker => ({
    person,
    words: [...claims, 'queue', 'help'],
    typed: wordOf,
  });
  return [
    partner(ana, [own, ...drafts.slice(0, 2), ...claims, 'new claim', 'my claims', 'help']),
    reviewer(rita),
    partner(ben, [own, `claim ${waiting}`, `claim ${asked}`, ...drafts.slice(2), `claim ${rejected}`]),
    reviewer(raj),
  ];
}

let made = 0;
function aPage() {
  made += 1;
  return { name: `page ${made}.pdf`, content: aPdf(`Page ${made}`) };
}

const decision = {
  reasons: 'ProductsMissing',
  reason: 'InsufficientProof',
  comment: 'Please name the product.',
};
const wordOf = (input: string): string => decision[input as keyof typeof decision] ?? '';

const answers: Readonly<Record<string, string>> = {
  mpnId: '4512087',
  customerDomain: 'contoso.onmicrosoft.com',
  customerTenantId: contosoTenant,
  solutionArea: 'Microsoft365',
  activities: 'Usage',
  claimName: 'Contoso adoption',
  'customerContact.name': 'Cleo Park',
  'customerContact.title': 'CIO',
  'customerContact.email': 'cleo@contoso.com',
  'customerContact.language': 'en',
  'partnerContact.name': 'Ana Ruiz',
  'partnerContact.email': 'ana.ruiz@fabrikam.example',
};

/** Each time another one, since a company claims a line only once (D5). */
function freeLine(): string {
  made += 1;
  return `more-${20 + (made % 40)}`;
}

/** What a partner types. */
function answerOf(input: string): string {
  return input === 'lines' ? freeLine() : (answers[input] ?? wordOf(input));
}
