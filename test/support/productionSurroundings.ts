import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBlobEmulator } from '../../local/azure/blobEmulator.ts';
import { startCosmosEmulator } from '../../local/azure/cosmosEmulator.ts';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import { connectCosmosStore } from '../../services/storage/documents/cosmos/cosmosContainer.ts';
import { indexes } from '../../services/storage/documents/indexes.ts';
import { startConnector } from './botWithRegistration.ts';
import { startLoginAuthority } from './loginAuthority.ts';
import { startRelay } from './relay.ts';
import './quickQueries.ts';
import { saveDirectory } from './saveDirectory.ts';
import { startTokenIssuer } from './tokenIssuer.ts';

/** The bot registration. */
export const registration = {
  tenantId: '00000000-0000-4000-8000-000000000002',
  appId: '00000000-0000-4000-8000-000000000001',
  secret: 'the-password-of-the-app',
  scope: 'https://connector.example',
};

/**
 * Everything around the bot, on this machine: `settings` let production run between them. Its accounts can be frozen.
 */
export async function startSurroundings(folder: string) {
  const issuer = await startTokenIssuer('https://issuer.example');
  const ownToken = issuer.token({ aud: registration.scope, appid: registration.appId });
  const [authority, connector, cosmos, blob] = await Promise.all([
    startLoginAuthority(registration, () => ownToken),
    startConnector(),
    startCosmosEmulator(),
    startBlobEmulator({ directory: folder }),
  ]);
  const { endpoint, key } = cosmos;
  const [documents, files] = await Promise.all([startRelay(endpoint), startRelay(blob.endpoint)]);
  const certificate = join(folder, 'authority.pem');
  writeFileSync(certificate, authority.certificate);
  const settings = {
    ...{
      MICROSOFT_APP_ID: registration.appId,
      MICROSOFT_APP_TENANT_ID: registration.tenantId,
      MICROSOFT_APP_PASSWORD: registration.secret,
    },
    COSMOS_ENDPOINT: documents.endpoint,
    COSMOS_KEY: key,
    BLOB_ENDPOINT: files.endpoint,
    BLOB_KEY: blob.key,
    TOKEN_KEYS_URL: issuer.endpoints.ToBotFromChannelOpenIdMetadataUrl,
    TOKEN_ISSUER: 'https://issuer.example',
    TOKEN_AUTHORITY: authority.origin,
    TOKEN_SCOPE: registration.scope,
    SERVICE_HOSTS: connector.host,
    NODE_EXTRA_CA_CERTS: certificate,
    PORT: '0',
  };
  const stop = async () => {
    issuer.close();
    connector.close();
    await Promise.all([documents.stop(), files.stop()]);
    await Promise.all([authority.stop(), cosmos.stop(), blob.stop()]);
  };
  /** A store of its own on the same documents, past the bot. */
  const openStore = () =>
    connectCosmosStore({ endpoint, key, database: 'cpor', container: 'claims', indexes });
  const store = await openStore();
  await saveDirectory(store, loadDemo());
  await store.close();
  return { openStore, issuer, ownToken, authority, connector, documents, files, settings, stop };
}

export type ProductionSurroundings = Awaited<ReturnType<typeof startSurroundings>>;
