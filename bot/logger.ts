import pino, { type DestinationStream } from 'pino';
import { loggedError } from './loggedError.ts';
import { correlationNow } from './trace.ts';

/**
 * Structured logs, one JSON object a line, on standard output unless said otherwise. Logs never contain a person's
 * name, an e-mail address or a text of a claim. All lines that follow from one activity have the same `correlation`.
 */
export function createLogger(level: string, to?: DestinationStream) {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => loggedError(error) },
    mixin: () => {
      const correlation = correlationNow();
      return correlation === undefined ? {} : { correlation };
    },
  };
  return to ? pino(options, to) : pino(options);
}

export type Logger = ReturnType<typeof createLogger>;
