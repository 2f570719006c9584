import { deepEqual, equal, throws } from 'node:assert/strict';
import { readConfig } from '../../../bot/config.ts';
import { tokenEndpointsOf } from '../../../bot/tokenSettings.ts';
import { completeSettings } from '../../support/completeSettings.ts';

const tokens = {
  TOKEN_KEYS_URL: 'https://keys.example/v1/.well-known/openidconfiguration',
  TOKEN_ISSUER: 'https://issuer.example',
  TOKEN_AUTHORITY: 'https://login.example',
  TOKEN_SCOPE: 'https://connector.example',
};
const read = (settings: Readonly<Record<string, string>>) => readConfig({ ...completeSettings, ...settings });

describe('When settings say where tokens come from', () => {
  it('they replace each address of the cloud', () => {
    deepEqual(tokenEndpointsOf(read(tokens), 'tenant'), {
      ToChannelFromBotLoginUrl: 'https://login.example/tenant',
      ToChannelFromBotOAuthScope: 'https://connector.example',
      ToBotFromChannelTokenIssuer: 'https://issuer.example',
      OAuthUrl: 'https://issuer.example',
      ToBotFromChannelOpenIdMetadataUrl: tokens.TOKEN_KEYS_URL,
      ToBotFromEmulatorOpenIdMetadataUrl: tokens.TOKEN_KEYS_URL,
      CallerId: '',
    });
  });

  it('without any of them, or with empty ones, the cloud’s addresses stay', () => {
    equal(tokenEndpointsOf(read({}), 'tenant'), undefined);
    const empty = Object.fromEntries(Object.keys(tokens).map((name) => [name, '']));
    equal(tokenEndpointsOf(read(empty), 'tenant'), undefined);
  });

  for (const name of Object.keys(tokens))
    it(`without ${name} alone, the bot does not start and names it`, () => {
      throws(() => read({ ...tokens, [name]: '' }), new RegExp(`\\n {2}${name}: all TOKEN_ settings`));
    });

  const wrong: Readonly<Record<keyof typeof tokens, readonly string[]>> = {
    TOKEN_KEYS_URL: [
      ...['http://keys.example/', 'ftp://127.0.0.1/', 'file:///etc/passwd', 'keys.example', ' '],
      ...['https://user:secret@keys.example/', 'https://keys.example/?a=1', 'https://keys.example/#a'],
      ...['http://127.0.0.1.evil.example/', 'http://localhost.evil.example/'],
    ],
    TOKEN_ISSUER: ['two words', ' '],
    TOKEN_AUTHORITY: [
      ...['http://login.example', 'http://127.0.0.1:5000', 'login.example', 'https://login.example/tenant'],
      ...['https://user@login.example', 'https://login.example?a=1'],
    ],
    TOKEN_SCOPE: ['two words', ' '],
  };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      it(`with ${name} “${value}”, the bot does not start, and says what it should be`, () => {
        throws(() => read({ ...tokens, [name]: value }), new RegExp(`\\n {2}${name}: `));
      });

  it('keys may come over plain http from this machine', () => {
    for (const host of ['127.0.0.1:5000', 'localhost:5000', '[::1]:5000'])
      equal(read({ ...tokens, TOKEN_KEYS_URL: `http://${host}/keys` }).TOKEN_ISSUER, tokens.TOKEN_ISSUER);
  });

  it('services on this machine are believed only beside keys on this machine', () => {
    const SERVICE_HOSTS = '127.0.0.1:5001,localhost:5002,a.example';
    const { SERVICE_HOSTS: hosts } = read({
      ...tokens,
      TOKEN_KEYS_URL: 'http://127.0.0.1:5000/keys',
      SERVICE_HOSTS,
    });
    deepEqual(hosts, SERVICE_HOSTS.split(','));
    for (const settings of [{}, tokens])
      throws(() => read({ ...settings, SERVICE_HOSTS }), /SERVICE_HOSTS: full host names/);
    for (const host of ['127.0.0.1', '127.0.0.1:x', '127.0.0.1:1/', '10.0.0.1:5001'])
      throws(
        () => read({ ...tokens, TOKEN_KEYS_URL: 'http://127.0.0.1:5000/keys', SERVICE_HOSTS: host }),
        /SERVICE_HOSTS: full host names/,
      );
  });
});
