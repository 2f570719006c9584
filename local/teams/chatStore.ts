import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './schema.ts';
import type { Attachment, MessageContent, MessageView, Sender } from './views.ts';

/** How many messages of one chat the page gets, not counting the first posts of their threads. */
const shownPerChat = 500;

interface Row {
  seq: number;
  id: string;
  revision: number;
  chat: string;
  root: string | null;
  sender: string;
  at: string;
  content: string;
}

export interface NewMessage {
  readonly chat: string;
  readonly root?: string;
  readonly from: Sender;
  readonly content: MessageContent;
}

/** Chats, messages and per-viewer cards; everything is on disk when a call returns. */
export type ChatStore = ReturnType<typeof createChatStore>;

export const createChatStore = (database: DatabaseSync, now: () => Date) => {
  const newest = database
    .prepare('SELECT max(CAST(id AS INTEGER)) AS id, max(revision) AS revision FROM message')
    .get() as { id: number | null; revision: number | null };
  let lastId = newest.id ?? 0;
  let revision = newest.revision ?? 0;

  const select = database.prepare('SELECT * FROM message WHERE id = ?');
  const selectReplacements = database.prepare(
    'SELECT person, attachments FROM replacement WHERE message = ?',
  );

  const view = (row: Row): MessageView => {
    const replaced = selectReplacements.all(row.id) as { person: string; attachments: string }[];
    return {
      ...(JSON.parse(row.content) as MessageContent),
      id: row.id,
      seq: row.seq,
      revision: row.revision,
      chat: row.chat,
      ...(row.root === null ? {} : { root: row.root }),
      from: row.sender as Sender,
      at: row.at,
      replacements: Object.fromEntries(
        replaced.map(({ person, attachments }) => [person, JSON.parse(attachments) as Attachment[]]),
      ),
    };
  };

  const find = (id: string): MessageView | undefined => {
    const row = select.get(id) as Row | undefined;
    return row && view(row);
  };

  const existing = (id: string): MessageView => {
    const found = find(id);
    if (!found) throw new Error(`Message ${id} was written and is not there.`);
    return found;
  };

  /** As in Teams an id is a time in milliseconds; two in the same millisecond differ. */
  const nextId = () => {
    lastId = Math.max(lastId + 1, now().getTime());
    return String(lastId);
  };

  const add = ({ chat, root, from, content }: NewMessage): MessageView => {
    const id = nextId();
    revision += 1;
    database
      .prepare(
        'INSERT INTO message (id, revision, chat, root, sender, at, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(id, revision, chat, root ?? null, from, now().toISOString(), JSON.stringify(content));
    return existing(id);
  };

  /** The bot's update: everybody sees the new content, also those who had a card of their own. */
  const update = (id: string, content: MessageContent): MessageView => {
    revision += 1;
    inTransaction(database, () => {
      database
        .prepare('UPDATE message SET content = ?, revision = ? WHERE id = ?')
        .run(JSON.stringify(content), revision, id);
      database.prepare('DELETE FROM replacement WHERE message = ?').run(id);
    });
    return existing(id);
  };

  /** The answer to a press: only the one who pressed sees it. */
  const replaceFor = (id: string, person: string, attachments: readonly Attachment[]): MessageView => {
    revision += 1;
    inTransaction(database, () => {
      database
        .prepare('INSERT OR REPLACE INTO replacement (message, person, attachments) VALUES (?, ?, ?)')
        .run(id, person, JSON.stringify(attachments));
      database.prepare('UPDATE message SET revision = ? WHERE id = ?').run(revision, id);
    });
    return existing(id);
  };

  const remove = (id: string) =>
    inTransaction(database, () => {
      database.prepare('DELETE FROM replacement WHERE message = ?').run(id);
      database.prepare('DELETE FROM message WHERE id = ?').run(id);
    });

  const countOf = (chat: string): number => {
    const counted = database.prepare('SELECT count(*) AS count FROM message WHERE chat = ?').get(chat);
    return (counted as { count: number }).count;
  };

  /** The newest messages of a chat, with the first post of each thread they are in; `shortened`: there are older ones. */
  const latest = (chat: string): { readonly messages: MessageView[]; readonly shortened: boolean } => {
    // node:sqlite types a row by its columns' values only; the schema says which columns there are.
    const rows = database
      .prepare('SELECT * FROM message WHERE chat = ? ORDER BY seq DESC LIMIT ?')
      .all(chat, shownPerChat) as unknown as Row[];
    const shown = new Set(rows.map(({ id }) => id));
    const roots = new Set(rows.flatMap(({ root }) => (root === null || shown.has(root) ? [] : [root])));
    const messages = [...[...roots].flatMap((id) => find(id) ?? []), ...rows.reverse().map(view)];
    return { messages, shortened: rows.length === shownPerChat && countOf(chat) > messages.length };
  };

  const flag = (name: string) =>
    database.prepare('SELECT 1 FROM flag WHERE name = ?').get(name) !== undefined;

  const setFlag = (name: string, on: boolean) => {
    const sql = on ? 'INSERT OR IGNORE INTO flag (name) VALUES (?)' : 'DELETE FROM flag WHERE name = ?';
    database.prepare(sql).run(name);
  };

  return { find, nextId, add, update, replaceFor, remove, latest, flag, setFlag };
};
