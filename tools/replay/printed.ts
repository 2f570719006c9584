import type { Replayed, SentByBot } from './runActivity.ts';

type Node = Readonly<Record<string, unknown>>;

/** What the bot did, for people to read: messages, cards with their texts, inputs and buttons, the answer to a press. */
export function printed({ status, answer, sent }: Replayed): string {
  const parts = [...sent.map(sentLines), answerLines(status, answer)];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function sentLines({ method, path, body }: SentByBot): string[] {
  const { type, text, summary, attachments, activity } = nodeOf(body);
  const started = activity === undefined ? [] : sentLines({ method, path, body: activity }).slice(1);
  const what = { POST: 'sends', PUT: 'updates', DELETE: 'deletes' }[method] ?? method;
  return [
    `The bot ${what} ${typeof type === 'string' ? `a ${type}` : ''} (${method} ${path})`.replace('  ', ' '),
    ...(typeof text === 'string' && text !== '' ? indented([text]) : []),
    ...(typeof summary === 'string' ? indented([`summary: ${summary}`]) : []),
    ...(Array.isArray(attachments)
      ? attachments.flatMap((item) => indented(cardLines(nodeOf(item).content)))
      : []),
    ...started,
  ];
}

function answerLines(status: number, answer: unknown): string[] {
  const { value, error } = nodeOf(answer);
  if (typeof error === 'string') return [`The bot refused it with HTTP ${status}: ${error}`];
  if (value === undefined) return [`The bot answered HTTP ${status}.`];
  const shown = typeof value === 'string' ? [value] : cardLines(value);
  return [`The bot answered the press, HTTP ${status}:`, ...indented(shown)];
}

const nodeOf = (value: unknown): Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};

const indented = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split('\n').map((part) => `  ${part}`));

/** The texts of a card from top to bottom, what stands in its inputs, and its buttons. */
export function cardLines(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(cardLines);
  const node = nodeOf(card);
  const { type, text, title, label, id, value } = node;
  if (type === 'TextBlock' || type === 'TextRun') return [String(text)];
  if (typeof type === 'string' && type.startsWith('Input.')) return [`${label ?? id}: [${value ?? ''}]`];
  if (typeof type === 'string' && type.startsWith('Action.')) {
    return [`<${title}>`, ...cardLines(node.card)];
  }
  if (type === undefined && typeof title === 'string' && typeof value === 'string')
    return [`${title}: ${value}`];
  return Object.entries(node).flatMap(([key, inner]) =>
    key === 'fallback' || key === 'data' || typeof inner !== 'object' ? [] : cardLines(inner),
  );
}
