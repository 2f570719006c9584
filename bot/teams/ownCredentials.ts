import { ConfidentialClientApplication, type INetworkModule, type NetworkResponse } from '@azure/msal-node';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';

/** The registration's secret, and the authority that gives tokens for it, such as `https://login.microsoftonline.com/<tenant>`. */
export interface OwnCredentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly authority: string;
  /** How long one request for a token may take, in milliseconds; 5 s by default. */
  readonly limitMs?: number;
  /** Told of every answer, which MSAL keeps to itself when it fails. */
  readonly onHeard?: (heard: Heard) => void;
}

/** What an authority has answered, without its words; or why there was no answer. */
export interface Heard {
  readonly status?: number;
  /** Such as `AADSTS7000215`. */
  readonly code?: string | undefined;
  readonly error?: unknown;
}

/** How the bot gets its own token. MSAL alone would wait for ever for an authority that does not answer. */
export function createOwnCredentials(credentials: OwnCredentials): MsalServiceClientCredentialsFactory {
  const { appId, appPassword, authority, limitMs = 5000, onHeard } = credentials;
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      clientSecret: appPassword,
      authority,
      // MSAL would first ask one of Microsoft's clouds about any authority that it does not know.
      knownAuthorities: [new URL(authority).host],
    },
    system: { networkClient: networkWithin(limitMs, onHeard) },
  });
  // Of MSAL's two builds, the SDK's types name the other one.
  type SdkApplication = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];
  return new MsalServiceClientCredentialsFactory(appId, application as unknown as SdkApplication);
}

/** MSAL's requests, each ended at its limit. */
export function networkWithin(limitMs: number, onHeard: (heard: Heard) => void = () => {}): INetworkModule {
  const heard = <T>(answer: Promise<NetworkResponse<T>>): Promise<NetworkResponse<T>> => {
    answer.then(
      ({ status, body }) => onHeard({ status, code: /AADSTS\d{3,10}/.exec(JSON.stringify(body))?.[0] }),
      (error: unknown) =>
        onHeard({ error, ...(error instanceof NotJsonError ? { status: error.status } : {}) }),
    );
    return answer;
  };
  return {
    sendGetRequestAsync: (url, options) => heard(send<never>(url, { method: 'GET', ...options }, limitMs)),
    sendPostRequestAsync: (url, options) => heard(send<never>(url, { method: 'POST', ...options }, limitMs)),
  };
}

/** What answers is no authority, or a front end that says it is away. */
class NotJsonError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`The authority answered ${status}, not as JSON.`);
    this.status = status;
  }
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
  const answered = parsedOr(await response.text(), () => new NotJsonError(response.status)) as T;
  return { headers: Object.fromEntries(response.headers), body: answered, status: response.status };
}

function parsedOr(text: string, failure: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw failure();
  }
}
