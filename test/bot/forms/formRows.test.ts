import { equal, match, ok } from 'node:assert/strict';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { answered, fileClaim, fillInTo } from '../../support/fillIn.ts';
import { technicalContact } from '../../support/technicalContact.ts';

describe('When a partner makes the choices of the form in chat (R26–R36, R44)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  before(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
  });
  after(() => bot.stop());

  it('reads which MPN ID is enrolled in what, and what a wrong one costs (R33–R36)', async () => {
    const { content, text } = await fillInTo(ana, 'customer');
    const whole = JSON.stringify(content);
    match(
      whole,
      /4512087 · Fabrikam Seattle · enrolled: OSA-Sell, OSU-Microsoft 365 and OSU-Business Applic/,
    );
    match(whole, /4523316 · Fabrikam Stockholm · not enrolled in any programme/);
    match(text, /wrong MPN ID can cost you eligibility and earnings/);
    match(text, /Ask your company’s global admin/);
    match(text, /incentives\/enrollment\/summary/);
  });

  it('reads what each activity is for, and what a wrong one costs (R27–R30, R32)', async () => {
    const { content, text } = await fillInTo(ana, 'activity');
    const whole = JSON.stringify(content);
    match(
      whole,
      /Presales \(Business Applications\): you influenced the purchase and want presales incentives/,
    );
    match(whole, /Usage \(both areas\): you drive adoption and use, and want usage incentives/);
    match(
      whole,
      /Revenue association[^"]*you influenced the choice as a Business Influencer; it brings no pay/,
    );
    match(
      text,
      /only for purchases through Volume Licensing or Web-Direct\. Microsoft 365: bought in any way/,
    );
    match(text, /wrong activity can cost you eligibility and earnings, and mean claiming again/);
  });

  it('is warned, not stopped, when the MPN ID is not enrolled for the activity (R34)', async () => {
    await fillInTo(ana, 'activity', { customer: { mpnId: '4523316' } });
    await ana.pressNewest('Next', answered.activity);
    const next = await ana.card();
    match(next.text, /Step 3 of 7[\s\S]*MPN ID 4523316 is not enrolled in OSU-Microsoft 365/);
    await ana.pressNewest('Back');
    const back = await ana.card();
    match(back.text, /MPN ID 4523316 is not enrolled in OSU-Microsoft 365/);
    ok(back.buttons.includes('Next'));
  });

  it('reads the subscription ID of each product once the claim is approved (R44)', async () => {
    const rita = bot.person('rita');
    const number = await fileClaim(ana, {
      activity: { solutionArea: 'BusinessApplications', activities: 'Usage' },
      lines: { lines: 'dynamics-365-field-service' },
      contacts: technicalContact,
    });
    await rita.say(`claim ${number}`);
    await rita.pressNewest('Start review');
    await rita.approves();
    const approved = await ana.awaitCard(/Your claim is approved/);
    match(approved.text, /Dynamics 365 Field Service: subscription 8ac52edf-933a-4628-bbef-fb224e054158/);
    equal(approved.buttons.includes('Copy IDs'), true);
  });
});
