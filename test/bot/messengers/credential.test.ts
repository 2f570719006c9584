import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ChatAddress } from '../../../bot/teams/chatAddresses.ts';
import { clouds } from '../../../bot/teams/clouds.ts';
import { alertDocument, claimDocument, numberDocument } from '../../../services/claims/documents.ts';
import type { Alert } from '../../../services/domain/alert.ts';
import { aClaim, contoso } from '../../support/aClaim.ts';
import {
  type BotWithRegistration,
  personIdOfRita,
  startBotWithRegistration,
  tokenOfBot,
} from '../../support/botWithRegistration.ts';
import { startLoginAuthority } from '../../support/loginAuthority.ts';

const rita = { kind: 'person', personId: personIdOfRita } as const;
const reviewers = { kind: 'reviewers' } as const;
const minute = 60_000;

describe('When the bot’s secret has expired for three days', function () {
  this.timeout(120_000);
  let bot: BotWithRegistration;
  let ahead: number;
  /** Real time goes on, from two in the morning in Los Angeles: no digest is due while alerts are counted. */
  const begun = Date.now();
  const now = () => Date.parse('2026-12-01T10:00:00Z') + Date.now() - begun + ahead;
  let authority: Awaited<ReturnType<typeof startLoginAuthority>>;
  /** What the authority knows of the bot: the bot's own secret has expired. */
  let known: { tenantId: string; appId: ReturnType<typeof randomUUID>; secret: string; scope: string };

  beforeEach(async () => {
    ahead = 0;
    known = {
      ...{ tenantId: randomUUID(), appId: randomUUID() },
      ...{ secret: 'the new secret', scope: clouds.public.issuer },
    };
    authority = await startLoginAuthority(known, () => tokenOfBot);
    bot = await startBotWithRegistration('public', {
      now: () => new Date(now()),
      ...{ appId: known.appId, appPassword: 'the old secret' },
      login: `${authority.origin}/${known.tenantId}`,
    });
    for (const [to, conversationType] of [
      [rita, 'personal'],
      [reviewers, 'channel'],
    ] as const) {
      const address: ChatAddress = {
        serviceUrl: bot.connector.address,
        channelId: 'msteams',
        conversation: { id: to.kind === 'person' ? 'a:rita' : '19:channel', conversationType },
        bot: { id: '28:bot', name: 'CPOR Claims' },
      };
      await bot.addressBook.remember(to, address);
    }
    bot.forgetToken();
  });

  afterEach(async () => {
    await bot.stop();
    await authority.stop();
  });

  async function announce(number: string): Promise<void> {
    const claim = aClaim({ status: 'Submitted', number });
    const at = new Date(now()).toISOString();
    const alert: Alert = {
      kind: 'claim',
      ...{ topic: number, number, version: claim.version, partnerId: claim.partnerId },
      ...{ event: 'newClaim', actorId: 'ana', at, nextAttemptAt: at, attempts: 0 },
      recipients: [rita, reviewers].map((to) => ({ to, notify: true, result: 'waiting' })),
    };
    const pointer = numberDocument(number, { customerTenantId: contoso, partnerId: claim.partnerId });
    await bot.store.batch(pointer.pk, [{ kind: 'create', document: pointer }]);
    const documents = [claimDocument(claim), alertDocument(contoso, alert)];
    await bot.store.batch(
      contoso,
      documents.map((document) => ({ kind: 'create', document }) as const),
    );
  }

  const lines = (what: RegExp) =>
    bot
      .logged()
      .split('\n')
      .filter((line) => what.test(line));

  it('every alert is sent once afterwards, in order, and the log has said so every ten minutes', async () => {
    const numbers = ['C-AAAA-0001', 'C-AAAA-0002', 'C-AAAA-0003'];
    for (const number of numbers) {
      await announce(number);
      for (let passed = 0; passed < 24 * 60; passed += 5) {
        await bot.background.catchUp();
        ahead += 5 * minute;
      }
    }
    const waiting = lines(/no alert can be sent/);
    assert.ok(Math.abs(waiting.length - 3 * 24 * 6) <= 1, `${waiting.length} lines`);
    assert.ok(waiting.every((line) => line.includes('"why":"AADSTS7000215"')));
    assert.ok(authority.asked.length < 1000, `${authority.asked.length} calls to the authority`);
    assert.equal(bot.connector.heard.length, 0);

    known.secret = 'the old secret';
    for (let passed = 0; passed < 20; passed += 5) {
      ahead += 5 * minute;
      await bot.background.catchUp();
    }
    const told = bot.connector.heard.map(({ path, body }) => ({
      to: path.includes('a:rita') ? 'rita' : 'channel',
      number: numbers.find((number) => body.includes(number)),
    }));
    for (const who of ['rita', 'channel'])
      assert.deepEqual(
        told.filter(({ to }) => to === who).map(({ number }) => number),
        numbers,
      );
    assert.equal(lines(/alerts are sent again/).length, 1);
    assert.doesNotMatch(bot.logged(), /the (old|new) secret|the-token/);
  });
});
