import { readFile } from 'node:fs/promises';

/** A recorded activity, any JSON object; the bot itself checks whether it is a valid activity. */
export type RecordedActivity = Readonly<Record<string, unknown>>;

/** Reads a file with one activity; throws a readable error if there is none. */
export async function readActivity(file: string): Promise<RecordedActivity> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}`,
    );
  });
  const value = parse(text, file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${file} holds no activity: one JSON object is needed.`);
  return value as RecordedActivity;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
