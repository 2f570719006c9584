import type { AdaptiveCard } from 'adaptivecards';

/** Values by input id. */
export type TypedValues = ReadonlyMap<string, string>;

const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value));

/** What every input holds now. */
export const valuesOf = (card: AdaptiveCard): TypedValues =>
  new Map(card.getAllInputs(true).flatMap((input) => (input.id ? [[input.id, asText(input.value)]] : [])));

/** What the person has typed: the inputs that no longer hold what the bot sent. */
export const typedIn = (card: AdaptiveCard, initial: TypedValues): TypedValues =>
  new Map([...valuesOf(card)].filter(([id, value]) => value !== (initial.get(id) ?? '')));

/** The same card with the typed values in the inputs of the same id. */
export const withTyped = (content: unknown, typed: TypedValues): unknown => {
  if (Array.isArray(content)) return content.map((part) => withTyped(part, typed));
  if (typeof content !== 'object' || content === null) return content;
  const copy: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(content)) copy[name] = withTyped(part, typed);
  const id = asText(copy.id);
  if (asText(copy.type).startsWith('Input.') && typed.has(id)) copy.value = typed.get(id);
  return copy;
};

/** The cursor's position in a card, so that it can be restored after a new rendering. */
export const cursorIn = (
  card: AdaptiveCard,
): { readonly id: string; readonly at: number | null } | undefined => {
  const focused = card
    .getAllInputs(true)
    .find((input) => input.renderedElement?.contains(document.activeElement));
  if (!focused?.id) return undefined;
  const field = document.activeElement;
  const isText =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
  return { id: focused.id, at: isText ? field.selectionStart : null };
};

export const putCursor = (card: AdaptiveCard, cursor: ReturnType<typeof cursorIn>) => {
  if (!cursor) return;
  const input = card.getAllInputs(true).find(({ id }) => id === cursor.id);
  input?.focus();
  const field = document.activeElement;
  const isText =
    field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text');
  if (isText && cursor.at !== null) field.setSelectionRange(cursor.at, cursor.at);
};
