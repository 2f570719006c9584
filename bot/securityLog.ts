import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { RefusedAccess, ReportRefusal } from '../dialogs/refusedAccess.ts';
import type { Refusal } from '../services/domain/refusal.ts';
import type { Logger } from './logger.ts';
import { attemptRefused } from './trace.ts';

/**
 * The log of refused access: one line of the kind `security` for each refusal of an attempt. It says what was tried by
 * whom, without names, texts and IDs. The same person has the same hash as long as the registration has the same secret;
 * without that secret nobody can compute it, not even from a list of all IDs.
 */
export function createSecurityLog({
  logger,
  secret,
}: {
  readonly logger: Logger;
  /** The registration's; empty on one machine, where hashes are good until the program ends. */
  readonly secret: string;
}) {
  const key = secret
    ? Buffer.from(hkdfSync('sha256', secret, '', 'people in the log of refused access', 32))
    : randomBytes(32);

  const report: ReportRefusal = (outcome) => {
    const attempt = attemptRefused(outcome);
    if (attempt) logger.warn({ kind: 'security', ...attempt, outcome }, 'access was refused');
  };

  return {
    report,
    hash: (personId: string): string => createHmac('sha256', key).update(personId).digest('hex').slice(0, 20),
    /** A service that reports what it refuses to whoever has no right to it. */
    watch: <T extends object>(service: T): T =>
      watched(service, (refusal) => reportIfAccess(refusal, report)),
  };
}

/** Which refusals mean that something is not theirs, or not allowed. All others are about the claim. */
const refusedAccess: Readonly<Partial<Record<Refusal['code'], RefusedAccess>>> = {
  unknownPerson: 'notRecognised',
  notAllowed: 'notAllowed',
  notFound: 'notFound',
  fileGone: 'fileGone',
};

function reportIfAccess(code: string, report: ReportRefusal): void {
  const outcome = Object.entries(refusedAccess).find(([known]) => known === code)?.[1];
  if (outcome) report(outcome);
}

/** The same service; the code of each refusal that one of its functions returns is seen on its way. */
function watched<T extends object>(service: T, onRefused: (code: string) => void): T {
  return new Proxy(service, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member === 'function')
        return (...given: readonly unknown[]) => seen(Reflect.apply(member, target, given), onRefused);
      return typeof member === 'object' && member !== null ? watched(member, onRefused) : member;
    },
  });
}

function seen(result: unknown, onRefused: (code: string) => void): unknown {
  if (result instanceof Promise) return result.then((value: unknown) => seen(value, onRefused));
  const code = codeOf(result);
  if (code !== undefined) onRefused(code);
  return result;
}

function codeOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('refusal' in result)) return undefined;
  const { refusal } = result;
  const isRefusal = typeof refusal === 'object' && refusal !== null && 'code' in refusal;
  return isRefusal && typeof refusal.code === 'string' ? refusal.code : undefined;
}
