import { domainToASCII } from 'node:url';
import type { TenantAnswer } from '../../domain/tenantAnswer.ts';

/** Looks up the tenant of a complete domain, as made by `wholeDomain`. */
export type TenantLookup = (domain: string) => Promise<TenantAnswer>;

const publicCloud = 'onmicrosoft.com';
const domainName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * A customer's domain as the authority knows it: in ASCII and lower case, with a bare name completed (R9: `contoso`
 * means `contoso.onmicrosoft.com`). Undefined for anything else, so that only domains get into an address.
 */
export function wholeDomain(typed: string, initialDomain: string = publicCloud): string | undefined {
  // domainToASCII reads a host at the beginning of an address, and leaves out what follows it.
  const ascii = /[\s/\\?#@:]/.test(typed.trim()) ? '' : domainToASCII(typed.trim());
  const whole = ascii.includes('.') ? ascii : `${ascii}.${initialDomain}`;
  return domainName.test(whole) && !/^[\d.]+$/.test(whole) ? whole : undefined;
}

/** How long answers are cached, in milliseconds, and how many. */
export interface TenantMemory {
  readonly now?: () => Date;
  readonly foundMs?: number;
  readonly unknownMs?: number;
  /** Short, so that one press asks only once, and the next press tries anew. */
  readonly unavailableMs?: number;
  readonly entries?: number;
}

/** The same lookup with a cache of its newest answers. Simultaneous calls for one domain share one request. */
export function rememberTenants(lookup: TenantLookup, memory: TenantMemory = {}): TenantLookup {
  const { now = () => new Date(), foundMs = 600_000, unknownMs = 60_000, unavailableMs = 1000 } = memory;
  const ages = { found: foundMs, unknown: unknownMs, unavailable: unavailableMs } as const;
  const answers = new Map<string, { readonly answer: TenantAnswer; readonly until: number }>();
  const asked = new Map<string, Promise<TenantAnswer>>();

  async function ask(domain: string): Promise<TenantAnswer> {
    const answer = await lookup(domain);
    answers.delete(domain);
    answers.set(domain, { answer, until: now().getTime() + ages[answer.kind] });
    const oldest = answers.size > (memory.entries ?? 1000) ? answers.keys().next().value : undefined;
    if (oldest !== undefined) answers.delete(oldest);
    return answer;
  }

  return (domain) => {
    const known = answers.get(domain);
    if (known && now().getTime() < known.until) return Promise.resolve(known.answer);
    const waiting = asked.get(domain);
    if (waiting) return waiting;
    const asking = ask(domain).finally(() => asked.delete(domain));
    asked.set(domain, asking);
    return asking;
  };
}
