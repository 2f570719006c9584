import { z } from 'zod/v4';
import type { TenantAnswer } from '../../domain/tenantAnswer.ts';
import { type OpenIdAuthority, tenantOfIssuer } from './openIdAuthority.ts';
import type { TenantLookup } from './tenantLookup.ts';
import { wholeDomain } from './tenantLookup.ts';

/** How long one attempt may take; with the retry it must stay well under the 5 s of an invoke. */
const tryMs = 1500;
/** The largest accepted answer. The real document has about 2 KB. */
const mostBytes = 64 * 1024;

/** Why an answer cannot be used, and whether a second attempt may succeed. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly retry: boolean;
  constructor(message: string, { retry }: { readonly retry: boolean }) {
    super(message);
    this.retry = retry;
  }
}

export interface OpenIdLookupSettings {
  readonly authority: OpenIdAuthority;
  readonly tryMs?: number;
  readonly wait?: (ms: number) => Promise<void>;
  /** 0 to 1: how much of the longest pause passes before the second try. */
  readonly jitter?: () => number;
  /** Called with the reason when there is no usable answer. */
  readonly onUnavailable?: (error: unknown) => void;
}

/**
 * Looks up a domain's tenant (R37) in the domain's public OpenID configuration, whose issuer names the tenant. Asks
 * this authority only, over HTTPS.
 */
export function createOpenIdTenantLookup(settings: OpenIdLookupSettings): TenantLookup {
  const { origin, initialDomain } = settings.authority;
  const { wait = pause, jitter = Math.random } = settings;
  if (new URL(origin).protocol !== 'https:')
    throw new Error(`The authority ${origin} is not asked over HTTPS`);

  return async (typed) => {
    const domain = wholeDomain(typed, initialDomain);
    if (!domain) return { kind: 'unknown' };
    const address = new URL(`/${domain}/v2.0/.well-known/openid-configuration`, origin);
    const once = () => askOnce(address, settings.tryMs ?? tryMs);
    try {
      return await once().catch(async (error: unknown) => {
        if (error instanceof NoAnswer && !error.retry) throw error;
        await wait(100 + 200 * jitter());
        return await once();
      });
    } catch (error) {
      settings.onUnavailable?.(error);
      return { kind: 'unavailable' };
    }
  };
}

async function askOnce(address: URL, timeoutMs: number): Promise<TenantAnswer> {
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { status } = response;
  if (status !== 200 && status !== 400) {
    await response.body?.cancel();
    throw new NoAnswer(`The authority answered ${status}`, { retry: status === 429 || status >= 500 });
  }
  const body = bodySchema.safeParse(parsed(await boundedText(response)));
  if (!body.success) throw new NoAnswer('The authority answered something else', { retry: false });
  if (status === 400 && isUnknown(body.data)) return { kind: 'unknown' };
  const tenantId = status === 200 ? tenantOfIssuer(body.data.issuer) : undefined;
  if (!tenantId) throw new NoAnswer(`The authority answered ${status} without a tenant`, { retry: false });
  return { kind: 'found', tenantId };
}

const bodySchema = z.object({
  issuer: z.unknown(),
  error: z.unknown(),
  error_codes: z.array(z.number()).optional().catch(undefined),
});

/** AADSTS90002: no such tenant; 900023: neither a tenant's domain nor an external one. */
const unknownCodes: readonly number[] = [90002, 900023];
const isUnknown = ({ error, error_codes: codes = [] }: z.infer<typeof bodySchema>): boolean =>
  error === 'invalid_tenant' || codes.some((code) => unknownCodes.includes(code));

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > mostBytes) throw new NoAnswer('The authority’s answer is too large', { retry: false });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
