// Above 200 lines: two tables, of what is typed wrongly and of what is pasted, beside the few tests that walk them.

import { equal, match, notEqual, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, fillInTo } from '../../support/fillIn.ts';
import { changesNothing, holds, neverFailed } from './answers.ts';

interface Wrong {
  readonly what: string;
  readonly at: keyof typeof answered;
  readonly typed: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const name101 = 'n'.repeat(101);

/** R43: each error stands at its field, and what was typed is there still. */
const wrong: readonly Wrong[] = [
  {
    what: 'a tenant ID that is no GUID',
    at: 'customer',
    typed: { customerTenantId: '84a4f1ad-2a8c' },
    says: /not a valid ID/,
  },
  {
    what: 'two IDs in one field',
    at: 'customer',
    typed: {
      customerTenantId: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c 90bb14e2-0a3d-4c8f-8f17-5d2c7a61e0f9',
    },
    says: /more than one ID/,
  },
  {
    what: 'two domains in one field',
    at: 'customer',
    typed: { customerDomain: 'contoso.com, fabrikam.com' },
    says: /more than one domain/,
  },
  {
    what: 'a domain of 254 characters',
    at: 'customer',
    typed: { customerDomain: `${'a'.repeat(250)}.com` },
    says: /Too long: 254 characters/,
  },
  {
    what: 'another company’s MPN ID',
    at: 'customer',
    typed: { mpnId: '6104418' },
    says: /not one of your company’s/,
  },
  {
    what: 'nothing at all',
    at: 'customer',
    typed: { mpnId: '', customerDomain: ' ', customerTenantId: '' },
    says: /Please fill this in/,
  },
  {
    what: 'a solution area that does not exist',
    at: 'activity',
    typed: { solutionArea: 'Azure' },
    says: /not one of the choices/,
  },
  {
    what: 'an activity of the other area',
    at: 'activity',
    typed: { activities: 'Presales' },
    says: /only Usage is possible/,
  },
  {
    what: 'an activity that does not exist',
    at: 'activity',
    typed: { activities: 'Usage,Resale' },
    says: /not one of the choices/,
  },
  {
    what: 'a claim name of 101 characters',
    at: 'name',
    typed: { claimName: name101 },
    says: /Too long: 101 characters\. At most 100/,
  },
  {
    what: 'a claim name of 4,000 characters',
    at: 'name',
    typed: { claimName: 'n'.repeat(4000) },
    says: /Too long: 4,?000 characters\. At most 100/,
  },
  { what: 'a claim name of spaces', at: 'name', typed: { claimName: '   ' }, says: /Please fill this in/ },
  {
    what: 'a workload that does not exist',
    at: 'lines',
    typed: { lines: 'exchange-online,fax' },
    says: /not one of the choices/,
  },
  {
    what: 'a product as a workload',
    at: 'lines',
    typed: { lines: 'dynamics-365-sales' },
    says: /not one of the choices/,
  },
  {
    what: 'a product among workloads',
    at: 'lines',
    typed: { lines: 'exchange-online,dynamics-365-sales' },
    says: /not one of the choices/,
  },
  {
    what: 'a workload twice',
    at: 'lines',
    typed: { lines: 'exchange-online,exchange-online' },
    says: /chosen twice/,
  },
  { what: 'no workload', at: 'lines', typed: { lines: '' }, says: /Please choose/ },
  {
    what: 'an e-mail address without a host',
    at: 'contacts',
    typed: { 'customerContact.email': 'cleo@contoso' },
    says: /The part after “@” is not complete/,
  },
  {
    what: 'two e-mail addresses in one field',
    at: 'contacts',
    typed: { 'customerContact.email': 'cleo@contoso.com; theo@contoso.com' },
    says: /more than one e-mail address/,
  },
  {
    what: 'an e-mail address without an @',
    at: 'contacts',
    typed: { 'customerContact.email': 'cleo' },
    says: /This is not an e-mail address/,
  },
  {
    what: 'a contact’s name of 101 characters',
    at: 'contacts',
    typed: { 'partnerContact.name': name101 },
    says: /Too long: 101 characters/,
  },
  {
    what: 'a language that nobody writes in',
    at: 'contacts',
    typed: { 'customerContact.language': 'tlh' },
    says: /not one of the choices/,
  },
];

interface Pasted {
  readonly what: string;
  readonly at: keyof typeof answered;
  readonly field: string;
  readonly typed: string;
  readonly stands: string;
}

/** Understood, and shown back put right. */
const pasted: readonly Pasted[] = [
  {
    what: 'the address of a page for a domain (R9)',
    at: 'customer',
    field: 'customerDomain',
    typed: 'https://www.Contoso.com/home?x=1',
    stands: 'contoso.com',
  },
  {
    what: 'an e-mail address for a domain (R9)',
    at: 'customer',
    field: 'customerDomain',
    typed: 'Cleo Park <cleo@contoso.com>',
    stands: 'contoso.com',
  },
  {
    what: 'a GUID in braces and capitals, with its label (R10)',
    at: 'customer',
    field: 'customerTenantId',
    typed: 'Tenant ID: {84A4F1AD-2A8C-4C65-9D53-CF3A2B874D3C}',
    stands: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c',
  },
  {
    what: 'a GUID with unseen marks (R10)',
    at: 'customer',
    field: 'customerTenantId',
    typed: '\u200f84a4f1ad2a8c4c659d53cf3a2b874d3c\u200b\u00a0',
    stands: '84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c',
  },
  {
    what: 'a claim name with odd spaces (R16)',
    at: 'name',
    field: 'claimName',
    typed: ' Contoso\u00a0\u00a0adoption\u200b\n',
    stands: 'Contoso adoption',
  },
  {
    what: 'an address with its name (R13)',
    at: 'contacts',
    field: 'customerContact.email',
    typed: 'mailto:cleo@contoso.com',
    stands: 'cleo@contoso.com',
  },
];

describe('When a field of the form is filled in wrongly', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;

  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
  });

  after(async () => {
    await neverFailed(bot);
    await bot.stop();
  });

  for (const { what, at, typed, says } of wrong) {
    it(`${what}: says so at the field and keeps what was typed (R43)`, async () => {
      const card = await fillInTo(ana, at);
      await ana.press(card, 'Next', { ...answered[at], ...typed });
      const again = await ana.card();
      equal(again.text.split('\n')[0], card.text.split('\n')[0], 'the step stays');
      match(again.text, says);
      holds(again, { ...answered[at], ...typed });
      await ana.press(again, 'Next', answered[at]);
      ok((await ana.card()).text.split('\n')[0] !== card.text.split('\n')[0], 'goes on once it is right');
    });
  }

  for (const { what, at, field, typed, stands } of pasted) {
    it(`${what}: is understood, and stands put right in the input and on the review`, async () => {
      const card = await fillInTo(ana, at);
      await ana.press(card, 'Next', { ...answered[at], [field]: typed });
      notEqual((await ana.card()).text.split('\n')[0], card.text.split('\n')[0], 'it goes on');
      await ana.pressNewest('Back');
      holds(await ana.card(), { [field]: stands });
    });
  }

  it('what was pasted stands put right beside the errors of the others (R43), and on the review (R24)', async () => {
    const card = await fillInTo(ana, 'customer');
    const typed = { customerDomain: 'HTTPS://Contoso.com/', customerTenantId: '{84a4}' };
    await ana.press(card, 'Next', { ...answered.customer, ...typed });
    holds(await ana.card(), { ...typed, customerDomain: 'contoso.com' });
    const review = await fillInTo(ana, 'review', { customer: { customerDomain: 'cleo@Contoso.com' } });
    match(review.text, /^contoso\.com$/m);
  });

  it('makes no draft before the first step is right', async () => {
    await changesNothing(bot, async () => {
      const card = await fillInTo(ana, 'customer');
      await ana.press(card, 'Next', { ...answered.customer, customerDomain: 'contoso.com, fabrikam.com' });
    });
  });

  it('names every wrong field in one pass (R43)', async () => {
    const card = await fillInTo(ana, 'customer');
    await ana.press(card, 'Next', { mpnId: '', customerDomain: 'a b', customerTenantId: 'x' });
    const { text } = await ana.card();
    match(text, /Please choose/);
    match(text, /This is not a domain/);
    match(text, /not a valid ID/);
  });

  for (const length of [4001, 5000, 50_000]) {
    it(`${length} characters in one field: a message says so, and card and draft stay as they are`, async () => {
      const card = await fillInTo(ana, 'name');
      await changesNothing(bot, async () => {
        const outcome = await ana.press(card, 'Next', { claimName: 'n'.repeat(length) });
        match(JSON.stringify(outcome), /"outcome":"message"/);
        match(
          JSON.stringify(outcome),
          new RegExp(
            `That is too much text for one card: .* ${length} in the field that begins with “n{39}…”`,
          ),
        );
      });
      equal(JSON.stringify(await ana.card()), JSON.stringify(card));
    });
  }

  it('keeps what is wrong in the draft when going back, and takes no claim with it (R24)', async () => {
    const card = await fillInTo(ana, 'contacts');
    await ana.press(card, 'Back', { ...answered.contacts, 'customerContact.email': 'cleo@contoso' });
    await ana.pressNewest('Next', answered.lines);
    holds(await ana.card(), { 'customerContact.email': 'cleo@contoso', 'customerContact.name': 'Cleo Park' });
    await ana.pressNewest('Next');
    match((await ana.card()).text, /The part after “@” is not complete/);
  });
});
