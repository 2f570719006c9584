import { tokenizer } from 'acorn';
import { stripTypes } from '../../local/teams/pageFiles.ts';
import type { SourceFile } from './imports.ts';

/** A regular expression as it stands in a source file. */
export interface Pattern {
  /** The file and its line. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression of a source file, also inside template strings. */
export function patternsIn({ path, text }: SourceFile): Pattern[] {
  const code = stripTypes(text);
  const tokens = tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  return [...tokens].flatMap((token) =>
    'value' in token && isPattern(token.value)
      ? [{ at: `${path}:${token.loc?.start.line}`, source: token.value.pattern, flags: token.value.flags }]
      : [],
  );
}

/** Where a source file makes a regular expression from a string, which cannot be read here. */
export const madePatternsIn = ({ path, text }: SourceFile): string[] =>
  text.split('\n').flatMap((line, index) => (/\bRegExp\s*\(/.test(line) ? [`${path}:${index + 1}`] : []));

const isPattern = (value: unknown): value is { readonly pattern: string; readonly flags: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
