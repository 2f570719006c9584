import { doesNotThrow, match, throws } from 'node:assert/strict';
import { ConfigError, readConfig } from '../../../bot/config.ts';
import { completeSettings } from '../../support/completeSettings.ts';

/** What cannot be right, seen in settings that were copied by hand. */
const wrong: Readonly<Record<keyof typeof completeSettings, readonly string[]>> = {
  MICROSOFT_APP_ID: [
    '',
    'my-bot',
    '00000000-0000-4000-8000-00000000000',
    '{00000000-0000-4000-8000-000000000001}',
  ],
  MICROSOFT_APP_TENANT_ID: ['', 'contoso.onmicrosoft.com', '00000000'],
  MICROSOFT_APP_PASSWORD: [''],
  COSMOS_ENDPOINT: [
    '',
    'account',
    'account.documents.azure.com',
    'http://account.documents.azure.com',
    'https://',
  ],
  COSMOS_KEY: [''],
  BLOB_ENDPOINT: [
    '',
    'account',
    'ftp://account.blob.core.windows.net',
    'https://account.blob.core.windows.net/proofs',
  ],
};

describe('When a setting has a wrong shape', () => {
  it('right ones are read, on this machine too', () => {
    doesNotThrow(() => readConfig(completeSettings));
    doesNotThrow(() =>
      readConfig({
        ...completeSettings,
        COSMOS_ENDPOINT: 'http://127.0.0.1:8081',
        BLOB_ENDPOINT: 'http://127.0.0.1:10000/devstoreaccount1',
      }),
    );
  });

  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      it(`${name}=${value} is refused by name before anything is started`, () => {
        throws(
          () => readConfig({ ...completeSettings, [name]: value }),
          (error: unknown) => {
            match(String(error), new RegExp(`\\n  ${name}: `));
            return error instanceof ConfigError;
          },
        );
      });
});
