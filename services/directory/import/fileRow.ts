/** One row of a file: where it begins and what stands there, unchecked. */
export interface FileRow {
  /** Counted from 1; of a CSV row that goes over several lines, the last. */
  readonly line: number;
  /** The list it stands in, where a file has several. */
  readonly section?: string | undefined;
  readonly value: unknown;
  /** How the cells of several values are written, by column; absent in JSON. */
  readonly listForms?: Readonly<Record<string, string>>;
  /** Why the row cannot be read at all; nothing else is said of it then. */
  readonly fault?: string;
}

/** A file whose rows cannot even be told apart; says where and why. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
