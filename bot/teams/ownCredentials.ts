import { ConfidentialClientApplication, type INetworkModule, type NetworkResponse } from '@azure/msal-node';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';

/** The registration's secret, and the authority that gives tokens for it, such as `https://login.microsoftonline.com/<tenant>`. */
export interface OwnCredentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly authority: string;
  /** How long one request for a token may take, in milliseconds; 5 s by default. */
  readonly limitMs?: number;
}

/** How the bot gets its own token. MSAL alone would wait for ever for an authority that does not answer. */
export function createOwnCredentials(credentials: OwnCredentials): MsalServiceClientCredentialsFactory {
  const { appId, appPassword, authority, limitMs = 5000 } = credentials;
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      clientSecret: appPassword,
      authority,
      // MSAL would first ask one of Microsoft's clouds about any authority that it does not know.
      knownAuthorities: [new URL(authority).host],
    },
    system: { networkClient: networkWithin(limitMs) },
  });
  // Of MSAL's two builds, the SDK's types name the other one.
  type SdkApplication = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
  return new MsalServiceClientCredentialsFactory(appId, application as unknown as SdkApplication);
}

/** MSAL's requests, each ended at its limit. */
export function networkWithin(limitMs: number): INetworkModule {
  return {
    sendGetRequestAsync: (url, options) => send<never>(url, { method: 'GET', ...options }, limitMs),
    sendPostRequestAsync: (url, options) => send<never>(url, { method: 'POST', ...options }, limitMs),
  };
}

/** MSAL says which shape it expects of the body, and looks at it by itself. */
async function send<T>(
  url: string,
  {
    method,
    headers = {},
    body,
  }: { readonly method: string; readonly headers?: Record<string, string>; readonly body?: string },
  limitMs: number,
): Promise<NetworkResponse<T>> {
  const response = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal: AbortSignal.timeout(limitMs),
  });
  const answered = (await response.json()) as T;
  return { headers: Object.fromEntries(response.headers), body: answered, status: response.status };
}
