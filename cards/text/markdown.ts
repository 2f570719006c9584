/**
 * Text that somebody typed, for a text block: clients read Markdown there. Every character that could start markup
 * gets a backslash; `{` too, so that `{{DATE(…)}}` and `${…}` are shown as plain text.
 */
export function plain(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(escapeLine)
    .join('\n\n');
}

function escapeLine(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>&~|]/g, '\\$&')
    .replace(/^[#+\-=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** At most so many characters (code points), the last one "…" when something was left off. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** A file name, shortened in the middle so that its ending stays. */
export function shortFileName(name: string, limit: number): string {
  const characters = [...name];
  if (characters.length <= limit) return name;
  const tail = Math.min(10, Math.floor(limit / 2));
  return `${characters.slice(0, limit - tail - 1).join('')}…${characters.slice(-tail).join('')}`;
}
