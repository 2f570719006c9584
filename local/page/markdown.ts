declare const markdownit: typeof import('markdown-it').default;

type Parser = ReturnType<typeof markdownit>;

/** Links open in a new tab, so that a click never leaves a person's chat. */
const linksOpenBeside = (parser: Parser) => {
  parser.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('target', '_blank');
    tokens[index]?.attrSet('rel', 'noopener noreferrer');
    return self.renderToken(tokens, index, options);
  };
  return parser;
};

const options = { html: false, breaks: true, linkify: false } as const;

/** What Teams renders in a card: bold, italic, lists and links; the rest stays as typed. */
const cardMarkdown = linksOpenBeside(
  markdownit('zero', options).enable(['emphasis', 'list', 'link', 'newline', 'escape', 'entity']),
);

/** A message may in addition strike through, quote and show code. */
const messageMarkdown = linksOpenBeside(
  markdownit('zero', options).enable([
    ...['emphasis', 'list', 'link', 'newline', 'escape', 'entity'],
    ...['strikethrough', 'blockquote', 'backticks', 'fence', 'autolink'],
  ]),
);

const unified = (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');

export const cardHtml = (text: string) => cardMarkdown.render(unified(text));
export const messageHtml = (text: string) => messageMarkdown.render(unified(text));
