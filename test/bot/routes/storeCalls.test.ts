import { deepEqual } from 'node:assert/strict';
import { createImportedTenantLookup } from '../../../services/directory/tenantLookup/importedTenantLookup.ts';
import type { TenantLookup } from '../../../services/directory/tenantLookup/tenantLookup.ts';
import { aPdf } from '../../support/aPdf.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { type Counting, countingStore } from '../../support/countingStore.ts';
import { answered, fillInTo, numberOn } from '../../support/fillIn.ts';
import { fieldServiceClaim } from '../../support/technicalContact.ts';
import { neverFailed } from '../badInput/answers.ts';

interface People {
  readonly ana: ChatPerson;
  readonly rita: ChatPerson;
  /** Of the claim that is filed. */
  readonly number: string;
}

/** What somebody does, and how often the store is asked (reads and queries) and written to (batches) until the answer. */
type Press = readonly [
  what: string,
  asked: number,
  batches: number,
  act: (people: People) => Promise<unknown>,
];

const ana =
  (title: string | RegExp, typed: Readonly<Record<string, string>> = {}) =>
  (people: People) =>
    people.ana.pressNewest(title, typed);
const rita =
  (title: string, typed: Readonly<Record<string, string>> = {}) =>
  (people: People) =>
    people.rita.pressNewest(title, typed);

const wrong = { ...answered.customer, customerDomain: 'fabrikam.example' };
const question = { reasons: 'DatesMissingOrOld', comment: 'When was it signed?' };

/**
 * In the order in which a claim is filed, reviewed and approved. The clock stands still: partners, customers and the
 * catalogue are cached once they have been read. The offline tenant lookup reads two documents, which are counted too.
 */
const presses: readonly Press[] = [
  ['new claim', 7, 1, ({ ana }) => ana.say('new claim')],
  ['Next on the customer, which is wrong', 4, 0, ana('Next', wrong)],
  ['Next on the customer', 5, 4, ana('Next', answered.customer)],
  ['Next on the activity', 5, 3, ana('Next', answered.activity)],
  ['Next on the name', 5, 3, ana('Next', answered.name)],
  ['Next on the lines', 7, 3, ana('Next', answered.lines)],
  ['Back to the lines', 7, 3, ana('Back')],
  ['Next on the same lines', 7, 3, ana('Next', answered.lines)],
  ['Next on the contacts', 5, 3, ana('Next', answered.contacts)],
  ['a file', 11, 3, ({ ana }) => ana.attach('work.pdf', aPdf('Statement of work'))],
  ['Next on the proof', 5, 3, ana('Next')],
  ['Next on the comments', 9, 3, ana('Next', { comment: 'Please see page 2.' })],
  ['Change the name, from the review', 7, 2, ana('Change: Name')],
  ['Next on the name, back to the review', 9, 3, ana('Next', answered.name)],
  ['my claims, one of them a draft', 7, 0, ({ ana }) => ana.say('my claims')],
  ['Submit', 11, 6, ana('Submit')],
  ['my claims', 7, 0, ({ ana }) => ana.say('my claims')],
  ['open a claim', 5, 1, ({ ana, number }) => ana.say(`claim ${number}`)],
  ['Comment', 4, 1, ana('Comment')],
  ['Send', 4, 2, ana('Send', { comment: 'Page 3 too.' })],
  ['review queue', 6, 0, ({ rita }) => rita.say('queue')],
  ['open a claim, as a reviewer', 7, 1, ({ rita, number }) => rita.say(`claim ${number}`)],
  ['Start review', 6, 2, rita('Start review')],
  ['Ask for more', 6, 1, rita('Ask for more')],
  ['Send', 6, 2, rita('Send', question)],
  ['open the claim that is asked about', 5, 1, ({ ana, number }) => ana.say(`claim ${number}`)],
  ['Edit claim', 4, 1, ana('Edit claim')],
  ['Change what you claim', 7, 1, ana(/^Change what you claim/)],
  ['Save', 8, 2, ana('Save', { lines: 'exchange-online' })],
  ['Resubmit …', 4, 1, ana('Resubmit …')],
  ['Resubmit', 5, 2, ana('Resubmit', { comment: 'In May.' })],
  ['History', 5, 1, ana('History')],
  ['open the answered claim', 6, 1, ({ rita, number }) => rita.say(`claim ${number}`)],
  ['Start review again', 5, 2, rita('Start review')],
  // The rules are asked whether it can be approved, then the claim is shown with the question (D15).
  ['Approve', 9, 1, rita('Approve')],
  ['Approve, confirmed', 5, 2, rita('Approve')],
];

/** The same for products, whose subscriptions are looked up; what leads there is not counted. */
const ofProducts: readonly Press[] = [
  ['Next on a product', 8, 3, ana('Next', fieldServiceClaim.lines)],
  [
    'Next on the contacts of a product',
    5,
    3,
    ana('Next', { ...answered.contacts, ...fieldServiceClaim.contacts }),
  ],
  ['Submit a product', 12, 6, ana('Submit')],
];
const leadsTo: Readonly<Record<string, (people: People) => Promise<unknown>>> = {
  'Next on a product': ({ ana }) => fillInTo(ana, 'lines', fieldServiceClaim),
  'Submit a product': async ({ ana }) => {
    await ana.attach('work.pdf', aPdf('Statement of work'));
    await ana.pressNewest('Next');
    await ana.pressNewest('Next');
  },
};

const monday = new Date('2026-11-30T09:00:00Z');

describe('From an activity to its answer', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let people: People;
  let counting: Counting;
  let tenantLookup: TenantLookup;

  before(async () => {
    bot = await startBotWithTeams({
      now: () => monday,
      wrap: (store) => {
        counting = countingStore(store);
        tenantLookup = createImportedTenantLookup(counting.store);
        return counting.store;
      },
      tenantLookup: (domain) => tenantLookup(domain),
    });
    // What runs beside the activities is not counted: it stands still.
    await bot.background.stop();
    people = { ana: bot.person('ana'), rita: bot.person('rita'), number: '' };
  });
  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  for (const [what, asked, batches, act] of [...presses, ...ofProducts])
    it(`${what}: the store is asked ${asked} times and written to ${batches} times`, async () => {
      await leadsTo[what]?.(people);
      const { questions, writes } = await counting.during(() => act(people));
      if (what === 'Next on the contacts') people = { ...people, number: numberOn(await people.ana.card()) };
      const calls = [...questions, ...writes].join('\n');
      deepEqual([questions.length, writes.length], [asked, batches], `${what}:\n${calls}`);
    });
});
