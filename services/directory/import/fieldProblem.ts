import type { z } from 'zod/v4';

const longestShown = 40;

/** What is wrong with a field, for the person who corrects the file: the accepted values, and the one found. */
export function fieldProblem(issue: z.core.$ZodRawIssue): string | undefined {
  const { input } = issue;
  if (input === undefined && issue.code !== 'unrecognized_keys') return 'Missing';
  switch (issue.code) {
    case 'invalid_type':
      return `Expected ${wordsOfType[issue.expected] ?? issue.expected}, not ${shown(input)}`;
    case 'invalid_value':
      return `Expected ${listed(issue.values.map(String))}, not ${shown(input)}`;
    case 'invalid_format':
      return `Expected ${wordsOfFormat[issue.format] ?? issue.format}, not ${shown(input)}`;
    case 'too_small':
      return issue.origin === 'string' ? 'Empty' : 'Expected at least one';
    case 'too_big':
      return issue.origin === 'array'
        ? `Expected at most ${issue.maximum}`
        : `Longer than ${issue.maximum} characters`;
    case 'unrecognized_keys':
      return `Not expected here: ${issue.keys.join(', ')}`;
    default:
      return undefined;
  }
}

/** The same for a format of our own, e.g. `an MPN ID: 4 to 10 digits`. */
export const expected = (what: string) => ({
  error: ({ input }: { readonly input: unknown }) => `Expected ${what}, not ${shown(input)}`,
});

const wordsOfType: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  boolean: 'true or false (in CSV also yes or no)',
  array: 'a list in square brackets',
  object: 'an entry with its fields',
};

const wordsOfFormat: Readonly<Record<string, string>> = {
  guid: 'a GUID such as 84a4f1ad-2a8c-4c65-9d53-cf3a2b874d3c',
  email: 'an e-mail address',
};

const listed = (words: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'an object';
  const text = String(input);
  return `“${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}”`;
}
