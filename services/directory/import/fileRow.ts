/** One row of a file: its line and its unchecked content. */
export interface FileRow {
  /** Counted from 1; for a CSV row that spans several lines, the last. */
  readonly line: number;
  /** The list that contains the row, where a file has several. */
  readonly section?: string | undefined;
  readonly value: unknown;
  /** How the cells of several values are written, by column; absent in JSON. */
  readonly listForms?: Readonly<Record<string, string>>;
  /** Why the row cannot be read at all; then no other problem of it is reported. */
  readonly fault?: string;
}

/** A file that cannot be split into rows; the message says where and why. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}
