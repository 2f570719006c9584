import { deepEqual } from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { createLogger } from '../../bot/logger.ts';
import { readPress, textOf } from '../../bot/teams/incoming.ts';

/** Beginnings and labels of tokens, keys and connection strings. */
const keys = /eyJ[\w-]{5}|Bearer\s|AccountKey|SharedAccessSignature|[?&;]sig=|PUBLIC KEY|PRIVATE KEY/g;
const mailAddress = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/gi;
/** Conversation IDs have the shape of mail addresses. */
const ofTeams = /@(?:thread|unq)\.\w+$/;

/** A whole log, on its most talkative level, in which anything that must not be there is looked for. */
export function searchedLog(secrets: readonly string[] = []) {
  const lines: string[] = [];
  const texts = new Set(secrets.filter((secret) => secret.length > 3));
  const note = (text: string | undefined) => {
    // One word may be the ID of a product or a number, which may be logged.
    if (text && text.length >= 8 && /[\s@]/.test(text)) texts.add(text);
  };

  function leaks(): string[] {
    const log = lines.join('');
    return [
      ...(log.match(keys) ?? []),
      ...(log.match(mailAddress) ?? []).filter((address) => !ofTeams.test(address)),
      ...[...texts].filter((text) => log.includes(text) || log.includes(JSON.stringify(text).slice(1, -1))),
    ];
  }

  return {
    logger: createLogger('trace', { write: (line: string) => void lines.push(line) }),
    text: () => lines.join(''),
    /** The lines so far, read. */
    entries: (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line)),
    /** What somebody has written must not be in the log either. */
    note(activity: Activity): void {
      note(activity.text === undefined ? undefined : textOf(activity));
      const press = readPress(activity);
      for (const typed of press.kind === 'action' ? Object.values(press.typed) : []) note(typed);
      for (const { name } of activity.attachments ?? []) note(name);
    },
    leaks,
    /** Fails if there is anything in the log that must not be there. */
    search: () => deepEqual(leaks(), [], 'the log holds what it must not'),
  };
}

export type SearchedLog = ReturnType<typeof searchedLog>;
