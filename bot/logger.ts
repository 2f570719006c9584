import pino, { type DestinationStream } from 'pino';

/**
 * Structured logs, one JSON object a line, on standard output unless said otherwise. Logs never contain a person's
 * name, an e-mail address or a text of a claim.
 */
export function createLogger(level: string, to?: DestinationStream) {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return to ? pino(options, to) : pino(options);
}

export type Logger = ReturnType<typeof createLogger>;
