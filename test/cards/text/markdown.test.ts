import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { plain, shorten, shortFileName } from '../../../cards/text/markdown.ts';

const markdown = markdownIt({ html: false });
const shown = (text: string): string => markdown.renderInline(plain(text));
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

describe('When somebody types Markdown', () => {
  const typed = [
    '*all* sites',
    '**bold**',
    '_x_ and __y__',
    '`code`',
    '[press](https://evil.example)',
    '![i](x)',
    '# title',
    '- item',
    '+ item',
    '1. first',
    '2) second',
    '> quote',
    '~~gone~~',
    'a | b',
    '<b>html</b>',
    '&lt; stays',
    'back\\slash',
    'Rollout_[final]_(2).docx',
    '{{DATE(2026-11-20T10:00:00Z)}}',
    '${claim.title}',
    '===',
    '---',
  ];
  for (const text of typed) {
    it(`shows ${text} as it was typed`, () => {
      assert.equal(shown(text), asHtml(text));
      assert.doesNotMatch(markdown.render(plain(text)), /<(?!\/?p>)/);
    });
  }

  it('leaves no date function and no binding for the client', () => {
    assert.doesNotMatch(plain('{{TIME(2026-11-20T10:00:00Z)}} ${x}'), /\{\{|\$\{/);
  });

  it('keeps lines apart and drops empty ones', () => {
    assert.equal(plain('one\r\n\r\n\r\n  two\n- three'), 'one\n\ntwo\n\n\\- three');
  });
});

describe('Shortened text', () => {
  it('counts characters, never cutting one in half', () => {
    assert.equal(shorten('😀😀😀😀', 3), '😀😀…');
    assert.equal(shorten('😀😀😀', 3), '😀😀😀');
  });

  it('keeps the ending of a file name', () => {
    assert.equal(shortFileName('A very long statement of work, signed.pdf', 24), 'A very long s…signed.pdf');
  });
});
