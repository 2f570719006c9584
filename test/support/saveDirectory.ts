import { slotWritesFor } from '../../services/claims/endSubscription.ts';
import type { DirectoryData } from '../../services/directory/import/directoryFile.ts';
import { saveDirectory as save } from '../../services/directory/import/saveDirectory.ts';
import type { DocumentStore } from '../../services/storage/documents/documentStore.ts';
import { thanksgivingMonday } from './deciding.ts';

/** Writes a directory for a test, on the Monday of Thanksgiving week unless another instant matters. */
export const saveDirectory = (store: DocumentStore, data: DirectoryData, at = thanksgivingMonday) =>
  save({ store, at, writesOfState: slotWritesFor }, data);
