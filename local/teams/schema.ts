import { DatabaseSync } from 'node:sqlite';

const tables = `
  CREATE TABLE IF NOT EXISTS message (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    chat TEXT NOT NULL,
    root TEXT,
    sender TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_chat ON message (chat, seq);
  CREATE TABLE IF NOT EXISTS replacement (
    message TEXT NOT NULL,
    person TEXT NOT NULL,
    attachments TEXT NOT NULL,
    PRIMARY KEY (message, person)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS download (
    token TEXT PRIMARY KEY, upload TEXT NOT NULL, expires TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS flag (name TEXT PRIMARY KEY) STRICT;
`;

/** Opens the stand-in's own file; what a statement has written outlives the program, though not a power cut. */
export const openDatabase = (file: string) => {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec(tables);
  return database;
};

/** All of `work` or nothing. */
export const inTransaction = (database: DatabaseSync, work: () => void) => {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};
