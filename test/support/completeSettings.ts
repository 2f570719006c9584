/** Every setting of production that has no default, of the right shape; the places do not exist. */
export const completeSettings = {
  MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001',
  MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  MICROSOFT_APP_PASSWORD: 'x',
  COSMOS_ENDPOINT: 'https://account.documents.azure.com',
  COSMOS_KEY: 'x',
  BLOB_ENDPOINT: 'https://account.blob.core.windows.net',
} as const;
