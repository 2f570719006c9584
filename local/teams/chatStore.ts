import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './schema.ts';
import type { Attachment, MessageContent, MessageView, Sender } from './views.ts';

/** How many messages of one chat the page gets, not counting the first posts of their threads. */
const shownPerChat = 500;
/** How many messages are kept as they were read. */
const mostViews = 5000;

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

/** Chats, messages and per-viewer cards; everything outlives the program when a call returns. */
export type ChatStore = ReturnType<typeof createChatStore>;

export const createChatStore = (database: DatabaseSync, now: () => Date) => {
  const newest = database
    .prepare('SELECT max(CAST(id AS INTEGER)) AS id, max(revision) AS revision FROM message')
    .get() as { id: number | null; revision: number | null };
  let lastId = newest.id ?? 0;
  let revision = newest.revision ?? 0;

  const statements = prepareStatements(database);
  const views = new Map<string, MessageView>();

  /** Read once for each revision: the page and the tests look at a chat again and again. */
  const view = (row: Row): MessageView => {
    const read = views.get(row.id);
    if (read?.revision === row.revision) return read;
    if (views.size >= mostViews) views.clear();
    const fresh = parsed(row);
    views.set(row.id, fresh);
    return fresh;
  };

  const parsed = (row: Row): MessageView => {
    const replaced = statements.replacements.all(row.id) as { person: string; attachments: string }[];
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
    const row = statements.message.get(id) as Row | undefined;
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
    statements.add.run(id, revision, chat, root ?? null, from, now().toISOString(), JSON.stringify(content));
    return existing(id);
  };

  /** The bot's update: everybody sees the new content, also those who had a card of their own. */
  const update = (id: string, content: MessageContent): MessageView => {
    revision += 1;
    inTransaction(database, () => {
      statements.update.run(JSON.stringify(content), revision, id);
      statements.removeReplacements.run(id);
    });
    return existing(id);
  };

  /** The answer to a press: only the one who pressed sees it. */
  const replaceFor = (id: string, person: string, attachments: readonly Attachment[]): MessageView => {
    revision += 1;
    inTransaction(database, () => {
      statements.replaceFor.run(id, person, JSON.stringify(attachments));
      statements.revise.run(revision, id);
    });
    return existing(id);
  };

  const remove = (id: string) =>
    inTransaction(database, () => {
      statements.removeReplacements.run(id);
      statements.remove.run(id);
    });

  const countOf = (chat: string): number => {
    return (statements.count.get(chat) as { count: number }).count;
  };

  /** The newest messages of a chat, with the first post of each thread they are in; `shortened`: there are older ones. */
  const latest = (
    chat: string,
    most: number = shownPerChat,
  ): { readonly messages: MessageView[]; readonly shortened: boolean } => {
    // node:sqlite types a row by its columns' values only; the schema says which columns there are.
    const rows = statements.latest.all(chat, most) as unknown as Row[];
    const shown = new Set(rows.map(({ id }) => id));
    const roots = new Set(rows.flatMap(({ root }) => (root === null || shown.has(root) ? [] : [root])));
    const messages = [...[...roots].flatMap((id) => find(id) ?? []), ...rows.reverse().map(view)];
    return { messages, shortened: rows.length === most && countOf(chat) > messages.length };
  };

  const flag = (name: string) => statements.flag.get(name) !== undefined;

  const setFlag = (name: string, on: boolean) => {
    (on ? statements.setFlag : statements.removeFlag).run(name);
  };

  return { find, nextId, add, update, replaceFor, remove, latest, flag, setFlag };
};

const prepareStatements = (database: DatabaseSync) => ({
  message: database.prepare('SELECT * FROM message WHERE id = ?'),
  replacements: database.prepare('SELECT person, attachments FROM replacement WHERE message = ?'),
  latest: database.prepare('SELECT * FROM message WHERE chat = ? ORDER BY seq DESC LIMIT ?'),
  count: database.prepare('SELECT count(*) AS count FROM message WHERE chat = ?'),
  add: database.prepare(
    'INSERT INTO message (id, revision, chat, root, sender, at, content) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ),
  update: database.prepare('UPDATE message SET content = ?, revision = ? WHERE id = ?'),
  revise: database.prepare('UPDATE message SET revision = ? WHERE id = ?'),
  remove: database.prepare('DELETE FROM message WHERE id = ?'),
  replaceFor: database.prepare(
    'INSERT OR REPLACE INTO replacement (message, person, attachments) VALUES (?, ?, ?)',
  ),
  removeReplacements: database.prepare('DELETE FROM replacement WHERE message = ?'),
  flag: database.prepare('SELECT 1 FROM flag WHERE name = ?'),
  setFlag: database.prepare('INSERT OR IGNORE INTO flag (name) VALUES (?)'),
  removeFlag: database.prepare('DELETE FROM flag WHERE name = ?'),
});
