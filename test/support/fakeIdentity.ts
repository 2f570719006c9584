import type { Identity } from '../../services/storage/files/blob/blobContainer.ts';

/** A managed identity as the emulator takes it: it reads the token's claims and no signature. */
export function fakeIdentity(): Identity {
  return {
    getToken: async () => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: 'https://sts.windows.net/00000000-0000-4000-8000-000000000002/',
        aud: 'https://storage.azure.com',
        oid: '00000000-0000-4000-8000-000000000003',
        tid: '00000000-0000-4000-8000-000000000002',
        iat: now - 60,
        nbf: now - 60,
        exp: now + 3600,
      };
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const token = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
      return { token, expiresOnTimestamp: claims.exp * 1000 };
    },
  };
}
