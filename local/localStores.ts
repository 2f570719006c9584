import type { PlainHandler } from '../bot/teams/server.ts';
import type { DocumentStore } from '../services/storage/documents/documentStore.ts';
import type { FileStore } from '../services/storage/files/fileStore.ts';
import type { AzureSettings } from './azure/azureSettings.ts';

/** What the bot keeps its data in. */
export interface LocalStores {
  readonly store: DocumentStore;
  readonly files: FileStore;
  /** Answers links to files where no other server does. */
  readonly plain: readonly PlainHandler[];
  /** What is kept where, for the person who starts the program. */
  readonly kept: string;
  close(): Promise<void>;
}

export interface StoreSettings {
  readonly azure?: AzureSettings | undefined;
  readonly folder: string;
  /** Own address without a slash at the end. */
  readonly address: string;
  /** The time by which documents expire; absent: the real time. Links to files always expire by the real time. */
  readonly now?: () => Date;
}
