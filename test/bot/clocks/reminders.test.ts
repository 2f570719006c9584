import { deepEqual, equal, ok } from 'node:assert/strict';
import { alertDocument } from '../../../services/claims/documents.ts';
import type { ClaimAlert } from '../../../services/domain/alert.ts';
import type { SubmittedClaim } from '../../../services/domain/claim.ts';
import { fromDemo } from '../../support/aPerson.ts';
import { type BotWithTeams, startBotWithTeams } from '../../support/botWithTeams.ts';
import type { ChatPerson } from '../../support/chatPerson.ts';
import { fileClaim } from '../../support/fillIn.ts';
import { until } from '../../support/until.ts';

describe('When a reminder reaches Teams (R79)', function () {
  this.timeout(60_000);
  let bot: BotWithTeams;
  let ana: ChatPerson;
  let asked: SubmittedClaim;

  beforeEach(async () => {
    bot = await startBotWithTeams();
    ana = bot.person('ana');
    const rita = bot.person('rita');
    const number = await fileClaim(ana);
    await rita.press(await rita.awaitCard(/New claim from/, bot.channel), 'Start review');
    await rita.press(await rita.awaitCard(/Under review/, bot.channel), 'Ask for more');
    const form = await rita.awaitCard(/What is missing\?/, bot.channel);
    await rita.press(form, 'Send', { reasons: 'DatesMissingOrOld', comment: 'When was it?' });
    await ana.awaitCard(/The reviewer needs more/);
    asked = await claimNow(number);
  });
  afterEach(() => bot.stop());

  async function claimNow(number: string): Promise<SubmittedClaim> {
    const found = (await bot.stored.claims()).find((claim) => claim.number === number);
    ok(found);
    return found;
  }

  /** Puts a reminder of that version of the claim into the outbox, due at once, and waits until it has left it. */
  async function remind(version: number): Promise<void> {
    const { number, partnerId, updatedAt } = asked;
    const alert: ClaimAlert = {
      kind: 'claim',
      topic: number,
      number,
      version,
      partnerId,
      event: 'deadlineNear',
      at: updatedAt,
      actorId: 'system',
      recipients: [
        { to: { kind: 'person', personId: fromDemo('Ana Ruiz').personId }, notify: true, result: 'waiting' },
      ],
      attempts: 0,
      nextAttemptAt: updatedAt,
    };
    const { customerTenantId: pk } = asked.details;
    await bot.store.batch(pk, [{ kind: 'upsert', document: alertDocument(pk, alert) }]);
    await until(async () => (await bot.stored.waitingAlerts(number)).length === 0, 'the reminder');
  }
  const alerts = async () => (await ana.messages()).filter(({ alert }) => alert);

  it('is a message of its own, on which the answer can be typed', async () => {
    const before = (await alerts()).length;
    await remind(asked.version);
    equal((await alerts()).length, before + 1);
    await ana.press(await ana.card(), 'Resubmit', { comment: 'In May.' });
    equal((await claimNow(asked.number)).status, 'Submitted');
  });

  it('is nothing any more once the partner has answered: nothing is sent, and her card stays', async () => {
    await ana.press(await ana.card(), 'Resubmit', { comment: 'In May.' });
    const [before, card] = [(await ana.messages()).length, await ana.card()];
    await remind(asked.version);
    equal((await ana.messages()).length, before);
    deepEqual((await ana.card()).text, card.text);
  });

  it('is nothing any more when it is of an earlier request', async () => {
    const before = (await ana.messages()).length;
    await remind(asked.statusVersion - 1);
    equal((await ana.messages()).length, before);
  });
});
