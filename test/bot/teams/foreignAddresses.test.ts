import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { ChatAddress } from '../../../bot/teams/chatAddresses.ts';
import { alertDocument, claimDocument, numberDocument } from '../../../services/claims/documents.ts';
import { type Alert, alertId } from '../../../services/domain/alert.ts';
import type { Contact } from '../../../services/outbox/addressBook.ts';
import { aClaim, contoso } from '../../support/aClaim.ts';
import {
  type BotWithRegistration,
  personIdOfRita,
  pressOfRita,
  startBotWithRegistration,
  startConnector,
  tokenOfBot,
  wordOfRita,
} from '../../support/botWithRegistration.ts';
import { startBotWithTeams } from '../../support/botWithTeams.ts';
import { until } from '../../support/until.ts';

const rita = { kind: 'person', personId: personIdOfRita } as const;
const reviewers = { kind: 'reviewers' } as const;
const claim = aClaim({ status: 'Submitted' });

/** Rita's chat, or the reviewers' channel, as if kept from an activity that came from this address. */
const placeAt = (serviceUrl: string, conversationType: 'personal' | 'channel'): ChatAddress => ({
  serviceUrl,
  channelId: 'msteams',
  conversation: { id: conversationType === 'personal' ? 'a:rita' : '19:channel', conversationType },
  bot: { id: '28:bot', name: 'CPOR Claims' },
});

const newClaim: Alert = {
  kind: 'claim',
  ...{ topic: claim.number, number: claim.number, version: claim.version, partnerId: claim.partnerId },
  ...{ event: 'newClaim', actorId: 'ana', at: claim.submittedAt, nextAttemptAt: claim.submittedAt },
  recipients: [rita, reviewers].map((to) => ({ to, notify: true, result: 'waiting' })),
  attempts: 0,
};

describe('When a stored address is at no service of Teams', function () {
  this.timeout(60_000);
  let bot: BotWithRegistration;
  let stranger: Awaited<ReturnType<typeof startConnector>>;

  beforeEach(async () => {
    bot = await startBotWithRegistration();
    stranger = await startConnector();
    await bot.addressBook.remember(rita, placeAt(stranger.address, 'personal'));
    await bot.addressBook.remember(reviewers, placeAt(stranger.address, 'channel'));
    const number = numberDocument(claim.number, { customerTenantId: contoso, partnerId: claim.partnerId });
    await bot.store.batch(number.pk, [{ kind: 'create', document: number }]);
    const documents = [claimDocument(claim), alertDocument(contoso, newClaim)];
    await bot.store.batch(
      contoso,
      documents.map((document) => ({ kind: 'create', document }) as const),
    );
  });

  afterEach(async () => {
    stranger.close();
    await bot.stop();
  });

  const results = async () =>
    (await bot.store.read<Alert>(contoso, alertId(claim.number, claim.version)))?.body.recipients.map(
      ({ result }) => result,
    );
  const fromConnector = () =>
    `Bearer ${bot.issuer.token({ aud: bot.appId, serviceurl: bot.connector.address })}`;

  it('no alert and no token goes there; both wait, and the log says so', async () => {
    await bot.background.catchUp();
    assert.deepEqual(stranger.heard, []);
    assert.deepEqual(await results(), ['waiting', 'waiting']);
    const lines = bot.logged().match(/"host":"127\.0\.0\.1:\d+","msg":"nothing is sent to an address/g);
    assert.equal(lines?.length, 2);
    assert.doesNotMatch(bot.logged(), /the-token-of-the-bot/);
  });

  it('both are sent as soon as the people write from a known address', async () => {
    await bot.background.catchUp();
    assert.equal((await bot.post(fromConnector(), pressOfRita(bot.connector.address))).status, 200);
    await bot.addressBook.remember(reviewers, placeAt(bot.connector.address, 'channel'));
    await until(async () => {
      await bot.background.catchUp();
      return (await results())?.every((result) => result === 'sent') ?? false;
    }, 'the alerts');
    assert.deepEqual(stranger.heard, []);
    const told = bot.connector.heard.filter(({ body }) => body.includes(claim.number));
    assert.equal(told.length, 2);
    assert.ok(told.every(({ authorization }) => authorization === `Bearer ${tokenOfBot}`));
  });

  it('an answer for a person’s own chat does not go there from a channel', async () => {
    const { serviceUrl, conversation, ...word } = wordOfRita(bot.connector.address);
    const { status } = await bot.post(fromConnector(), {
      ...word,
      serviceUrl,
      conversation: { ...conversation, id: '19:channel', conversationType: 'channel' },
      // A client without Action.Execute: what only Rita may see is put into her own chat.
      value: { verb: 'claim.open', number: claim.number },
      text: '',
    });
    assert.equal(status, 200);
    assert.deepEqual(stranger.heard, []);
    assert.match(bot.logged(), /ForeignServiceError/);
  });
});

describe('When authentication is off, on one machine', function () {
  this.timeout(60_000);

  it('an activity from another address is refused, and nothing of it is kept', async () => {
    const bot = await startBotWithTeams();
    const printed = sinon.stub(console, 'error');
    try {
      const address = () => bot.store.read<Contact<ChatAddress>>(`address:${personIdOfRita}`, 'address');
      const before = [await bot.stored.everything(), await address()];
      const elsewhere = [
        'https://smba.trafficmanager.net/emea/',
        'https://evil.example/',
        'http://127.0.0.1@evil.example/',
        'http://127.0.0.1.evil.example/',
      ];
      for (const serviceUrl of elsewhere) {
        assert.deepEqual(await bot.post(wordOfRita(serviceUrl)), { status: 401, body: '"Unauthorized."' });
      }
      assert.deepEqual([await bot.stored.everything(), await address()], before);
      assert.ok(printed.calledWith(sinon.match({ message: 'Unauthorized.', stack: 'Unauthorized.' })));
      assert.equal((await bot.post(pressOfRita(bot.baseUrl))).status, 200);
      assert.equal((await address())?.body.address?.conversation.id, 'a:rita');
    } finally {
      printed.restore();
      await bot.stop();
    }
  });
});
