/** The content of a template of proof, block by block, as final text; an empty value is a line to write on. */
export interface TemplateContent {
  readonly number: string;
  /** Each state of the draft has a name of its own: of two files with one name, OneDrive may keep the older. */
  readonly fileName: string;
  /** BCP 47. */
  readonly language: string;
  /** ISO instant: the file's own dates. The same claim gives the same file. */
  readonly createdAt: string;
  readonly eyebrow: string;
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  readonly footer: { readonly text: string; readonly page: string; readonly of: string };
}

export type Block =
  | { readonly kind: 'note'; readonly text: string }
  /** `newPage`: what follows begins a page. */
  | { readonly kind: 'heading'; readonly text: string; readonly newPage?: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly LabelledValue[] }
  | {
      readonly kind: 'list';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }
  | { readonly kind: 'checklist'; readonly points: readonly string[] }
  | { readonly kind: 'signature'; readonly fields: readonly string[] };

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** A question with room for the answer, in lines of text. */
export interface Question {
  readonly text: string;
  readonly help?: string;
  readonly lines: number;
}
