import { openDiskFiles } from '../support/diskFiles.ts';
import { fileStoreContract } from './fileStoreContract.ts';

fileStoreContract('disk', () => openDiskFiles());
