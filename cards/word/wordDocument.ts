// Above 200 lines: the only use of the Word library, its layout in one place.

import type { Paragraph, ParagraphChild, Table, TableCell, TableRow } from 'docx';
import type { Block, LabelledValue, Question, TemplateContent } from './templateContent.ts';
import { withFixedTimes } from './zipTimes.ts';

type Word = typeof import('docx');

const colors = { ink: '1F2933', accent: '2B4C7E', quiet: '5F6B7A', line: 'B8C1CC', shade: 'F1F4F8' } as const;

/** Twips (1/20 pt). A4, with margins that leave the same text on US Letter. */
const page = { width: 11_906, height: 16_838, margin: 1_134, top: 1_020 } as const;
const textWidth = page.width - 2 * page.margin;
const labelWidth = 3_000;
const rowHeight = 320;

/** Half-points. */
const sizes = { text: 20, small: 17, title: 36, heading: 24 } as const;

/** The bytes of a Word file. The library is loaded when the first document is made. */
export async function wordDocument(content: TemplateContent): Promise<Buffer<ArrayBuffer>> {
  const word = await import('docx');
  const document = new word.Document({
    title: content.title,
    styles: styles(content.language),
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.top, left: page.margin, right: page.margin },
          },
        },
        footers: { default: new word.Footer({ children: [footer(word, content)] }) },
        children: [...head(word, content), ...content.blocks.flatMap((block) => blockOf(word, block))],
      },
    ],
  });
  const properties = { path: 'docProps/core.xml', data: coreProperties(content) };
  return withFixedTimes(await word.Packer.toBuffer(document, undefined, [properties]));
}

/** The library would write the current time and an author. Number and instant are made by us and contain no markup. */
const coreProperties = ({ eyebrow, number, createdAt, language }: TemplateContent): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${eyebrow} ${number}</dc:title><dc:language>${language}</dc:language>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${createdAt}</dcterms:modified>` +
  '</cp:coreProperties>';

const styles = (language: string) => ({
  default: {
    document: {
      run: {
        font: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' },
        size: sizes.text,
        color: colors.ink,
        language: { value: language },
      },
      paragraph: { spacing: { line: 252, lineRule: 'auto' as const, after: 0 } },
    },
    title: {
      run: { size: sizes.title, bold: true, color: colors.ink },
      paragraph: { spacing: { line: 252, lineRule: 'auto' as const, before: 40, after: 20 } },
    },
    heading1: {
      run: { size: sizes.heading, bold: true, color: colors.accent },
      paragraph: {
        spacing: { line: 252, lineRule: 'auto' as const, before: 240, after: 60 },
        keepNext: true,
      },
    },
  },
});

function head(word: Word, { eyebrow, title, subtitle }: TemplateContent): Paragraph[] {
  return [
    new word.Paragraph({
      children: [
        new word.TextRun({
          text: eyebrow,
          allCaps: true,
          bold: true,
          color: colors.accent,
          characterSpacing: 30,
          size: sizes.small,
        }),
      ],
    }),
    new word.Paragraph({ heading: word.HeadingLevel.TITLE, children: [new word.TextRun(title)] }),
    new word.Paragraph({
      spacing: { after: 160 },
      children: [new word.TextRun({ text: subtitle, color: colors.quiet })],
    }),
  ];
}

function footer(word: Word, { footer: { text, page: pageWord, of } }: TemplateContent): Paragraph {
  const { PageNumber } = word;
  const quiet = { color: colors.quiet, size: sizes.small } as const;
  return new word.Paragraph({
    tabStops: [{ type: word.TabStopType.RIGHT, position: textWidth }],
    children: [
      new word.TextRun({ ...quiet, text }),
      new word.TextRun({
        ...quiet,
        children: [new word.Tab(), `${pageWord} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

function blockOf(word: Word, block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'note':
      return [note(word, block.text)];
    case 'heading':
      return [
        new word.Paragraph({
          heading: word.HeadingLevel.HEADING_1,
          pageBreakBefore: block.newPage === true,
          children: [new word.TextRun(block.text)],
        }),
      ];
    case 'text':
      return [
        new word.Paragraph({
          keepNext: true,
          keepLines: true,
          spacing: { after: 120 },
          children: [new word.TextRun(block.text)],
        }),
      ];
    case 'facts':
      return [facts(word, block.rows)];
    case 'list':
      return [gap(word), list(word, block.columns, block.rows)];
    case 'questions':
      return block.questions.flatMap((question) => [gap(word), answerBox(word, question)]);
    case 'checklist':
      return block.points.map((point) => checkPoint(word, point));
    case 'signature':
      return [signature(word, block.fields)];
  }
}

/** Tables that touch would become one. */
const gap = (word: Word): Paragraph =>
  new word.Paragraph({
    keepNext: true,
    spacing: { line: 140, lineRule: word.LineRuleType.EXACT },
    children: [],
  });

function note(word: Word, text: string): Table {
  const side = border(word, 'NONE');
  const bar = { style: word.BorderStyle.SINGLE, size: 24, color: colors.accent };
  return table(
    word,
    [textWidth],
    [
      row(word, [
        cell(word, [line(word, text)], {
          shading: { type: word.ShadingType.CLEAR, fill: colors.shade, color: 'auto' },
          borders: { top: side, bottom: side, right: side, left: bar },
          margins: { top: 90, bottom: 90, left: 160, right: 160 },
        }),
      ]),
    ],
  );
}

function facts(word: Word, rows: readonly LabelledValue[]): Table {
  return table(
    word,
    [labelWidth, textWidth - labelWidth],
    rows.map(({ label, value }) =>
      row(
        word,
        [
          cell(word, [line(word, label, { color: colors.quiet })], underlined(word)),
          cell(word, [line(word, value)], underlined(word)),
        ],
        rowHeight,
      ),
    ),
  );
}

function list(word: Word, columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const last = columns.length > 1 ? 4_300 : textWidth;
  const widths = columns.map((_, index) => (index === columns.length - 1 ? last : textWidth - last));
  const shading = { type: word.ShadingType.CLEAR, fill: colors.shade, color: 'auto' };
  const header = columns.map((title) =>
    cell(word, [line(word, title, { bold: true })], { ...underlined(word), shading }),
  );
  const body = rows.map((values) =>
    row(
      word,
      values.map((value) => cell(word, [line(word, value)], underlined(word))),
      rowHeight,
    ),
  );
  return table(word, widths, [row(word, header, rowHeight, true), ...body]);
}

function answerBox(word: Word, { text, help, lines }: Question): Table {
  const all = border(word, 'SINGLE');
  const asked = [
    line(word, text, { bold: true }),
    ...(help ? [line(word, help, { color: colors.quiet, size: sizes.small })] : []),
    line(word, ''),
  ];
  const room = {
    borders: { top: all, bottom: all, left: all, right: all },
    margins: { top: 80, bottom: 80, left: 120, right: 120 },
  };
  return table(word, [textWidth], [row(word, [cell(word, asked, room)], 560 + lines * 270)]);
}

const checkPoint = (word: Word, point: string): Paragraph =>
  new word.Paragraph({
    keepNext: true,
    indent: { left: 360, hanging: 360 },
    spacing: { after: 40 },
    tabStops: [{ type: word.TabStopType.LEFT, position: 360 }],
    children: [
      new word.TextRun({ text: '\u2610', font: 'Segoe UI Symbol' }),
      new word.TextRun({ children: [new word.Tab(), point] }),
    ],
  });

/** Two fields side by side, with a margin between; a signature needs height. */
function signature(word: Word, fields: readonly string[]): Table {
  const between = 300;
  const width = (textWidth - between) / 2;
  const none = border(word, 'NONE');
  const space = cell(word, [line(word, '')], {
    borders: { top: none, bottom: none, left: none, right: none },
  });
  const field = (label = '') =>
    cell(
      word,
      [line(word, label, { color: colors.quiet, size: sizes.small, keepNext: true })],
      underlined(word, colors.ink),
    );
  const pairs = fields.flatMap((label, index) => (index % 2 === 0 ? [[label, fields[index + 1]]] : []));
  return table(
    word,
    [width, between, width],
    pairs.map(([left, right]) => row(word, [field(left), space, field(right)], 860)),
  );
}

type CellLook = Partial<Pick<ConstructorParameters<Word['TableCell']>[0], 'shading' | 'borders' | 'margins'>>;

const cell = (word: Word, children: readonly Paragraph[], look: CellLook): TableCell =>
  new word.TableCell({ children, verticalAlign: word.VerticalAlign.TOP, ...look });

/** A row stays on one page, and with the one after it as far as its paragraphs say. */
const row = (word: Word, children: readonly TableCell[], height = 0, tableHeader = false): TableRow =>
  new word.TableRow({
    children,
    cantSplit: true,
    tableHeader,
    height: { value: height, rule: word.HeightRule.ATLEAST },
  });

function table(word: Word, columnWidths: readonly number[], rows: readonly TableRow[]): Table {
  const none = border(word, 'NONE');
  return new word.Table({
    rows,
    columnWidths,
    width: { size: textWidth, type: word.WidthType.DXA },
    layout: word.TableLayoutType.FIXED,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
  });
}

type LineLook = {
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly keepNext?: boolean;
};

function line(word: Word, text: string, { keepNext = false, ...look }: LineLook = {}): Paragraph {
  const children: ParagraphChild[] = text === '' ? [] : [new word.TextRun({ text, ...look })];
  return new word.Paragraph({ keepNext, children });
}

function underlined(word: Word, color: string = colors.line): CellLook {
  const none = border(word, 'NONE');
  return { borders: { top: none, left: none, right: none, bottom: { ...border(word, 'SINGLE'), color } } };
}

const border = (word: Word, style: 'NONE' | 'SINGLE') => ({
  style: word.BorderStyle[style],
  size: style === 'NONE' ? 0 : 4,
  color: colors.line,
});
