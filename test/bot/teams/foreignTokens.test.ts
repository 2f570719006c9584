// Above 200 lines: one table of every wrong kind of token, and the right ones.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EmulatorValidation } from 'botframework-connector';
import {
  type BotWithRegistration,
  pressOfRita,
  startBotWithRegistration,
  tokenOfBot,
  wordOfRita,
} from '../../support/botWithRegistration.ts';

const teams = 'https://smba.trafficmanager.net/emea/';
const issuers = {
  public: 'https://api.botframework.com',
  usgov: 'https://api.botframework.us',
  china: 'https://api.botframework.azure.cn',
};
const tenant = randomUUID();
const inHours = (hours: number) => Math.floor(Date.now() / 1000) + hours * 3600;

/** A header, and the address that the activity says it comes from. */
interface Knock {
  readonly header: string;
  readonly serviceUrl: string;
}

/** Claims of a token that is signed with the channel's key; `serviceurl` is the activity's unless said otherwise. */
type Claims = Readonly<Record<string, unknown>>;

describe('When a token’s signature is valid, but Teams has not made it for this bot and this activity', function () {
  this.timeout(60_000);
  let bot: BotWithRegistration;
  before(async () => {
    bot = await startBotWithRegistration();
  });
  after(() => bot.stop());

  const signed = (claims: Claims, serviceUrl = teams): Knock => ({
    header: `Bearer ${bot.issuer.token({ aud: bot.appId, serviceurl: serviceUrl, ...claims })}`,
    serviceUrl,
  });
  const from = (serviceUrl: string, claims: Claims = {}): Knock => signed(claims, serviceUrl);
  const v1 = (claims: Claims = {}) => ({
    iss: `https://sts.windows.net/${tenant}/`,
    ...{ ver: '1.0', tid: tenant, appid: bot.appId },
    ...claims,
  });
  const v2 = (claims: Claims = {}) => ({
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    ...{ ver: '2.0', tid: tenant, azp: bot.appId },
    ...claims,
  });
  const own = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
  const ownV1 = () => v1({ iss: `https://sts.windows.net/${own}/`, tid: own });
  const ownV2 = () => v2({ iss: `https://login.microsoftonline.com/${own}/v2.0`, tid: own });

  const table: Readonly<Record<string, () => Knock>> = {
    // The door of the SDK's emulator: Entra's tokens of any tenant.
    'Entra v1 of any tenant, no service URL': () => signed({ ...v1(), serviceurl: undefined }),
    'Entra v1 of any tenant, with the activity’s service URL': () => signed(v1()),
    'Entra v1 of any tenant, with another service URL': () =>
      signed({ ...v1(), serviceurl: 'https://evil.example/' }),
    'Entra v1 of any tenant, and the bot’s answers asked to a foreign host': () =>
      from('https://evil.example/', v1()),
    'Entra v2 of any tenant, no service URL': () => signed({ ...v2(), serviceurl: undefined }),
    'Entra v2 of any tenant, with the activity’s service URL': () => signed(v2()),
    'Entra v1 of Microsoft’s own bot tenant': () => signed(ownV1()),
    'Entra v1 of Microsoft’s own bot tenant, no service URL': () =>
      signed({ ...ownV1(), serviceurl: undefined }),
    'Entra v2 of Microsoft’s own bot tenant': () => signed(ownV2()),
    'Entra v1 of a government tenant': () =>
      signed(v1({ iss: `https://login.microsoftonline.us/${tenant}/` })),
    'Entra v2 of a government tenant': () =>
      signed(v2({ iss: `https://login.microsoftonline.us/${tenant}/v2.0` })),
    'Entra v1 without a version': () => signed(v1({ ver: '' })),
    'Entra v1 that never ends': () => signed(v1({ exp: undefined })),
    // The door of other bots.
    'another bot’s, v1': () => signed(v1({ appid: randomUUID() })),
    'another bot’s, v2': () => signed(v2({ azp: randomUUID() })),
    'the nameless bot’s': () => signed(v1({ appid: 'AnonymousSkill' })),
    'another bot’s, in the channel’s name': () => signed({ ver: '1.0', appid: randomUUID() }),
    // For whom and by whom.
    'for another bot': () => signed({ aud: randomUUID() }),
    'for nobody': () => signed({ aud: undefined }),
    'for several, this bot first': () => signed({ aud: [bot.appId, randomUUID()] }),
    'for this bot alone, in a list': () => signed({ aud: [bot.appId] }),
    'for this bot, in upper case': () => signed({ aud: bot.appId.toUpperCase() }),
    'of the US government’s channel': () => signed({ iss: issuers.usgov }),
    'of China’s channel': () => signed({ iss: issuers.china }),
    'of the channel with a slash at its end': () => signed({ iss: `${issuers.public}/` }),
    'of the channel in a list': () => signed({ iss: [issuers.public] }),
    'of nobody': () => signed({ iss: undefined }),
    // Until when.
    'without an end': () => signed({ exp: undefined }),
    'with an end in 30 hours': () => signed({ exp: inHours(30) }),
    'with an end that no clock reaches': () => signed({ exp: Number.MAX_VALUE }),
    'with an end in words': () => signed({ exp: 'tomorrow' }),
    'over for six minutes': () => signed({ exp: inHours(-0.1) }),
    'not valid for another hour': () => signed({ nbf: inHours(1) }),
    // From where.
    'without a service URL': () => signed({ serviceurl: undefined }),
    'with the service URL in other letters': () => ({
      ...signed({ serviceUrl: teams, serviceurl: undefined }),
    }),
    'with a service URL of another host': () => signed({ serviceurl: 'https://evil.example/emea/' }),
    'with a service URL of another path': () =>
      signed({ serviceurl: 'https://smba.trafficmanager.net/amer/' }),
    'with a service URL without the slash at its end': () => signed({ serviceurl: teams.slice(0, -1) }),
    'with a service URL in upper case': () => signed({ serviceurl: teams.toUpperCase() }),
    'with a service URL in a list': () => signed({ serviceurl: [teams] }),
    ...Object.fromEntries(
      [
        'https://evil.example/emea/',
        'https://smba.trafficmanager.net@evil.example/emea/',
        'https://smba.trafficmanager.net:443@evil.example/emea/',
        'https://evil@smba.trafficmanager.net/emea/',
        'https://smba.trafficmanager.net.evil.example/emea/',
        'https://smba.trafficmanager.net.:443/emea/',
        'https://evil.trafficmanager.net/emea/',
        'https://evil.example/smba.trafficmanager.net/',
        'https://evil.example/?https://smba.trafficmanager.net/',
        'https://evil.example#https://smba.trafficmanager.net/',
        'https://evilsmba.trafficmanager.net/emea/',
        'https://smba.trafficmanager.net:8443/emea/',
        'https://SMBA.trafficmanager.net/emea/',
        'http://smba.trafficmanager.net/emea/',
        'https://smba.infra.gov.teams.microsoft.us/gcch/',
        'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/',
        'http://127.0.0.1:9/',
        'https://127.0.0.1/',
        'http://localhost/',
      ].map((serviceUrl) => [`signed by the channel, from ${serviceUrl}`, () => from(serviceUrl)]),
    ),
    // How it is signed and sent.
    'signed by nobody (alg: none)': () => ({
      header: `Bearer ${bot.issuer.unsigned({ aud: bot.appId, serviceurl: teams })}`,
      serviceUrl: teams,
    }),
    'signed with the published key as a secret (HS256)': () => ({
      header: `Bearer ${bot.issuer.symmetric({ aud: bot.appId, serviceurl: teams })}`,
      serviceUrl: teams,
    }),
    'signed with another key under the known name': () => ({
      header: `Bearer ${bot.issuer.forged({ aud: bot.appId, serviceurl: teams })}`,
      serviceUrl: teams,
    }),
    'under the name of an unknown key': () => ({
      header: `Bearer ${bot.issuer.token({ aud: bot.appId, serviceurl: teams }, { keyId: 'key-2' })}`,
      serviceUrl: teams,
    }),
    'with the word Bearer twice': () => {
      const { header, serviceUrl } = signed({});
      return { header: `Bearer ${header}`, serviceUrl };
    },
    'sent twice in one header': () => {
      const { header, serviceUrl } = signed({});
      return { header: `${header} ${header}`, serviceUrl };
    },
    'sent twice with a comma': () => {
      const { header, serviceUrl } = signed({});
      return { header: `${header}, ${header}`, serviceUrl };
    },
  };

  for (const [what, knock] of Object.entries(table)) {
    it(`${what}: 401, nothing is stored and nothing is said`, async () => {
      const { header, serviceUrl } = knock();
      const before = bot.documents();
      for (const activity of [wordOfRita(serviceUrl), pressOfRita(serviceUrl)]) {
        const { status, body } = await bot.post(header, activity);
        assert.equal(status, 401, body);
        assert.equal(body, '"Unauthorized."');
      }
      assert.deepEqual(bot.documents(), before);
      assert.deepEqual(bot.connector.heard, []);
    });
  }

  it('the tenants that they name are not kept', async () => {
    for (let times = 0; times < 20; times += 1)
      await bot.post(signed(v1({ tid: randomUUID() })).header, wordOfRita(teams));
    const { issuer } = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters;
    // One request's: two addresses in each of two clouds.
    assert.ok(Array.isArray(issuer) && issuer.length <= 4, String(issuer?.length));
  });

  it('the log says why, without a key, a token, a secret or a stack', () => {
    for (const why of ['issuer', 'service host', 'claims missing', 'lifetime', 'JsonWebTokenError'])
      assert.match(bot.logged(), new RegExp(`"why":"${why}"`));
    assert.match(bot.logged(), /"why":"service host","host":"evil\.trafficmanager\.net"/);
    assert.doesNotMatch(
      bot.logged(),
      /PUBLIC KEY|eyJ|secret-of-the-registration|the-token-of-the-bot|\.[jt]s:\d+/,
    );
    assert.equal(bot.logged().includes(bot.issuer.publicModulus.slice(0, 40)), false);
  });

  describe('but Teams has made it', () => {
    const rights: Readonly<Record<string, () => Knock>> = {
      'for a region': () => signed({}),
      'for a tenant in a region': () => from(`https://smba.trafficmanager.net/uk/${tenant}/`),
      'for the whole cloud, without a slash at the end': () => from('https://smba.trafficmanager.net/teams'),
      'for GCC, which is in the public cloud': () => from('https://smba.infra.gcc.teams.microsoft.com/gcc/'),
      'over for four minutes: clocks differ': () => signed({ exp: inHours(-4 / 60) }),
      'for a day': () => signed({ exp: inHours(24) }),
      'with the name of the app and the tenant that called': () =>
        signed({ appid: randomUUID(), tid: tenant }),
    };
    for (const [what, knock] of Object.entries(rights)) {
      it(`${what}: it is answered, and Rita’s address is known`, async () => {
        const { header, serviceUrl } = knock();
        const { status, body } = await bot.post(header, pressOfRita(serviceUrl));
        assert.equal(status, 200, body);
        assert.match(body, /AdaptiveCard/);
        assert.equal((await bot.addressOfRita())?.serviceUrl, serviceUrl);
      });
    }

    it('it is answered at its own service, with the bot’s token', async () => {
      const { header, serviceUrl } = from(bot.connector.address);
      const { status, body } = await bot.post(header, wordOfRita(serviceUrl));
      assert.equal(status, 200, body);
      const [answer] = bot.connector.heard;
      assert.match(answer?.path ?? '', /a:rita/);
      assert.equal(answer?.authorization, `Bearer ${tokenOfBot}`);
    });
  });
});

describe('When Teams’ keys cannot be fetched', () => {
  it('nobody gets in, Teams is asked to send it again later, and nothing inside is told', async () => {
    const bot = await startBotWithRegistration();
    try {
      bot.issuer.close();
      const token = bot.issuer.token({ aud: bot.appId, serviceurl: teams });
      const { status, body } = await bot.post(`Bearer ${token}`, wordOfRita(teams));
      assert.deepEqual([status, body], [503, '{"error":"Please send this again later."}']);
      assert.match(bot.logged(), /"kind":"keys".*"why":"connection refused"/);
      assert.doesNotMatch(bot.logged(), /ECONNREFUSED|getaddrinfo/);
    } finally {
      await bot.stop();
    }
  });
});
