import pino from 'pino';

/** Structured logs, one JSON object a line on standard output. Never a name, an e-mail address or a text of a claim. */
export function createLogger(level: string) {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

export type Logger = ReturnType<typeof createLogger>;
