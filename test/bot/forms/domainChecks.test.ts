import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { createOpenIdTenantLookup } from '../../../services/directory/tenantLookup/openIdTenantLookup.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, contosoTenant, fillInTo } from '../../support/fillIn.ts';
import {
  knowsNoTenant,
  names,
  type OpenIdServer,
  says,
  startOpenIdServer,
} from '../../support/openIdServer.ts';

const askCustomer =
  /Check the (?:subscription|domain) and the tenant ID with your customer[\s\S]*\/servicerequests\?category=incentives/;

describe('When the customer’s domain is looked up (R37)', function () {
  this.timeout(60_000);
  let authority: OpenIdServer;
  let bot: BotWithTeams;
  let ana: ChatPerson;
  before(async () => {
    authority = await startOpenIdServer();
    bot = await startBotWithTeams({
      tenantLookup: createOpenIdTenantLookup({
        authority: { origin: authority.origin, initialDomain: 'onmicrosoft.com' },
        wait: async () => {},
      }),
    });
    ana = bot.person('ana');
  });
  after(async () => {
    await bot.stop();
    await authority.stop();
  });
  beforeEach(() => authority.answer(names(contosoTenant)));

  it('goes on when domain and tenant ID belong together', async () => {
    match((await fillInTo(ana, 'activity')).text, /Step 2 of 7/);
  });

  it('says that they do not match, for another tenant and for no tenant, and what to do (R41)', async () => {
    for (const answer of [names('814ab6a7-683f-42cb-be3b-b5e45d2aa75a'), knowsNoTenant]) {
      authority.answer(answer);
      const { text, inputs } = await fillInTo(ana, 'activity');
      match(text, /Domain and tenant ID do not match[\s\S]*Contact your customer for the right details/);
      match(text, askCustomer);
      equal(inputs.customerDomain, answered.customer.customerDomain);
    }
  });

  it('keeps everything when nobody answers, and checks again at one press', async () => {
    authority.answer((_request, response) => says(response, 500, {}));
    const card = await fillInTo(ana, 'activity');
    match(card.text, /could not check just now/);
    doesNotMatch(card.text, askCustomer);
    equal(card.inputs.customerTenantId, contosoTenant);
    authority.answer(names(contosoTenant));
    await ana.pressNewest('Check again');
    match((await ana.card()).text, /Step 2 of 7/);
  });

  it('does not submit unchecked: the draft stays, and is submitted when the answer is there', async () => {
    const review = await fillInTo(ana, 'review');
    authority.answer((_request, response) => says(response, 500, {}));
    await ana.press(review, 'Submit');
    const refused = await ana.card();
    match(refused.text, /The claim was not submitted/);
    ok(!refused.buttons.includes('Submit'));
    authority.answer(names(contosoTenant));
    await ana.pressNewest('Check again');
    await ana.pressNewest('Submit');
    match((await ana.card()).text, /Submitted/);
  });
});
