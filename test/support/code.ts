/** The code of a source file for tests that read it: comments are blank, every character keeps its place. */
export const withoutComments = (text: string): string =>
  text.replaceAll(token, (found) => (isComment(found) ? blank(found) : found));

/** The same with the insides of strings blank, so that brackets can be counted. */
export const withoutStrings = (text: string): string =>
  text.replaceAll(token, (found) =>
    isComment(found) ? blank(found) : `${found[0]}${blank(found.slice(1, -1))}${found.at(-1)}`,
  );

const token = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;
const isComment = (found: string): boolean => found.startsWith('/');
const blank = (found: string): string => found.replaceAll(/[^\n]/g, ' ');

/** Where the bracket that opens at `start` closes; the end of the code if it never does. */
function closing(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    if (code[at] === '{') depth += 1;
    if (code[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

/** The body of every `switch`, without those of others inside it, and where the `switch` stands. */
export function switchesIn(text: string): { readonly at: number; readonly body: string }[] {
  const code = withoutComments(text);
  const brackets = withoutStrings(text);
  return [...brackets.matchAll(/\bswitch\s*\(/g)].map(({ index: at }) => {
    const start = brackets.indexOf('{', at);
    return { at, body: outermost(code.slice(start + 1, closing(brackets, start))) };
  });
}

function outermost(body: string): string {
  const brackets = withoutStrings(body);
  const inner = /\bswitch\s*\(/.exec(brackets);
  if (!inner) return body;
  const end = closing(brackets, brackets.indexOf('{', inner.index));
  return body.slice(0, inner.index) + outermost(body.slice(end + 1));
}
