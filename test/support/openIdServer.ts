import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { makeTrustedCertificate } from './trustedCertificate.ts';

/** How the stand-in answers one request. */
export type OpenIdAnswer = (request: IncomingMessage, response: ServerResponse) => void;

/** What the real authority says of a tenant, as far as anybody reads it. */
export const names =
  (tenantId: string): OpenIdAnswer =>
  (_request, response) =>
    says(response, 200, {
      token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    });

/** What it says of a domain that no tenant has. */
export const knowsNoTenant: OpenIdAnswer = (request, response) =>
  says(response, 400, {
    error: 'invalid_tenant',
    error_description: `AADSTS90002: Tenant '${request.url}' not found.`,
    error_codes: [90002],
  });

/** Any status with any body. */
export function says(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** An OpenID authority on loopback over HTTPS, with a certificate that this process trusts until it is stopped. */
export async function startOpenIdServer() {
  const { key, cert, distrust } = await makeTrustedCertificate();
  const asked: string[] = [];
  let answers: OpenIdAnswer[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    asked.push(request.url ?? '');
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    (answer ?? knowsNoTenant)(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `https://127.0.0.1:${address.port}`,
    /** The paths that were asked for. */
    asked,
    distrust,
    /** Answers in this order; the last one again and again. */
    answer(...next: OpenIdAnswer[]): void {
      asked.length = 0;
      answers = next;
    },
    async stop(): Promise<void> {
      distrust();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type OpenIdServer = Awaited<ReturnType<typeof startOpenIdServer>>;
