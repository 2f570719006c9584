import assert from 'node:assert/strict';
import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import { readConfig } from '../../../bot/config.ts';
import { cloudNames, clouds, endpointsOf } from '../../../bot/teams/clouds.ts';
import {
  type BotWithRegistration,
  pressOfRita,
  startBotWithRegistration,
} from '../../support/botWithRegistration.ts';
import { completeSettings } from '../../support/completeSettings.ts';

const issuers = {
  public: 'https://api.botframework.com',
  usgov: 'https://api.botframework.us',
  china: 'https://api.botframework.azure.cn',
};
const services = {
  public: 'https://smba.trafficmanager.net/emea/',
  usgov: 'https://smba.infra.gov.teams.microsoft.us/gcch/',
  china: 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/',
};

describe('When the bot is in one of Microsoft’s clouds', function () {
  this.timeout(60_000);
  for (const cloud of cloudNames) {
    describe(cloud, () => {
      let bot: BotWithRegistration;
      before(async () => {
        bot = await startBotWithRegistration(cloud);
      });
      after(() => bot.stop());
      for (const signer of cloudNames)
        for (const host of cloudNames) {
          const right = signer === cloud && host === cloud;
          it(`a token of ${signer} from ${host}: ${right ? 'answered' : '401, and nothing is stored'}`, async () => {
            const serviceurl = services[host];
            const before = bot.documents();
            const token = bot.issuer.token({ iss: issuers[signer], aud: bot.appId, serviceurl });
            const { status, body } = await bot.post(`Bearer ${token}`, pressOfRita(serviceurl));
            assert.equal(status, right ? 200 : 401, body);
            if (right) assert.equal((await bot.addressOfRita())?.serviceUrl, serviceurl);
            else assert.deepEqual(bot.documents(), before);
          });
        }
    });
  }

  it('the keys and addresses are those of the SDK, where it has them', () => {
    const ofSdk = { public: AuthenticationConstants, usgov: GovernmentConstants };
    for (const cloud of ['public', 'usgov'] as const) {
      const ours = endpointsOf(cloud, 'tenant');
      const { ToChannelFromBotLoginUrlPrefix, ...theirs } = ofSdk[cloud];
      assert.equal(ours.ToChannelFromBotLoginUrl, `${ToChannelFromBotLoginUrlPrefix}tenant`);
      assert.equal(ours.ToChannelFromBotOAuthScope, theirs.ToChannelFromBotOAuthScope);
      assert.equal(ours.ToBotFromChannelTokenIssuer, theirs.ToBotFromChannelTokenIssuer);
      assert.equal(ours.OAuthUrl, theirs.OAuthUrl);
      assert.equal(ours.ToBotFromChannelOpenIdMetadataUrl, theirs.ToBotFromChannelOpenIdMetadataUrl);
    }
  });

  it('the keys of other bots and of the SDK’s emulator are not asked for', () => {
    for (const cloud of cloudNames) {
      const ours = endpointsOf(cloud, 'tenant');
      assert.equal(ours.ToBotFromEmulatorOpenIdMetadataUrl, clouds[cloud].openIdMetadata);
    }
  });
});

describe('When settings name the cloud and its services', () => {
  const read = (settings: Readonly<Record<string, string>>) =>
    readConfig({ ...completeSettings, ...settings });

  it('it is the public cloud with its own hosts, unless they say otherwise', () => {
    const { CHANNEL_CLOUD, SERVICE_HOSTS } = read({});
    assert.deepEqual([CHANNEL_CLOUD, SERVICE_HOSTS], ['public', []]);
    assert.deepEqual(read({ SERVICE_HOSTS: ' ' }).SERVICE_HOSTS, []);
    const SERVICES = 'smba.teams.sovcloud-core.fr, a.example';
    assert.deepEqual(read({ SERVICE_HOSTS: SERVICES }).SERVICE_HOSTS, SERVICES.split(', '));
    assert.equal(read({ CHANNEL_CLOUD: 'usgov' }).CHANNEL_CLOUD, 'usgov');
  });

  const wrong = [
    ...['127.0.0.1:3978', 'localhost:3978', 'localhost', '127.0.0.1', '.trafficmanager.net', 'a.example,'],
    ...[',', 'https://a.example', 'a.example/', 'A.example', '*.example', 'a@b.example', 'a.example:443'],
  ];
  for (const SERVICE_HOSTS of wrong)
    it(`“${SERVICE_HOSTS}” is no list of hosts: the bot does not start`, () => {
      assert.throws(() => read({ SERVICE_HOSTS }), /SERVICE_HOSTS: full host names/);
    });
  it('nor in a cloud that there is not', () => {
    assert.throws(() => read({ CHANNEL_CLOUD: 'toString' }), /CHANNEL_CLOUD/);
  });
});
