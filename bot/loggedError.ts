/** An error as the log shows it. */
interface LoggedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string | number;
  readonly status?: number;
  /** Where in the code; its first line, which repeats the message, is left out. */
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const mostFrames = 15;
const mostCauses = 3;
const longestMessage = 300;

/**
 * An error without what people wrote and without keys. Errors of libraries carry whole requests, with tokens and cards,
 * and the words in which another service answered: only their kind, code and status are kept.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = fieldOf(error, 'code');
  const status = [fieldOf(error, 'statusCode'), fieldOf(error, 'status')].find(isNumber);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    type: error.name,
    ...(status === undefined ? { message: withoutContents(error.message) } : { status }),
    ...(isNumber(code) || isCode(code) ? { code } : {}),
    ...(frames.length > 0 ? { stack: frames.slice(0, mostFrames).join('\n') } : {}),
    ...(error.cause && depth < mostCauses ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}

/** The first line of a message; quoted words, addresses, and whatever is as long as a key are left out. */
function withoutContents(message: string): string {
  const [line = ''] = message.slice(0, longestMessage).split('\n');
  return line
    .replaceAll(/"[^"]{0,300}"?|“[^”]{0,300}”?|`[^`]{0,300}`?/g, '…')
    .replaceAll(/(?<![a-z])'[^']{0,300}'?/gi, '…')
    .replaceAll(/\S{1,300}/g, (word) => (isTelling(word) ? '…' : word));
}

/** A mail address, an address with a path or parameters, `AccountKey=…`, a token. */
const isTelling = (word: string): boolean => word.length > 40 || /[@?=]|:\/\//.test(word);

const fieldOf = (error: Error, field: string): unknown =>
  Object.entries(error).find(([key]) => key === field)?.[1];
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) && !/^eyJ/.test(value);
