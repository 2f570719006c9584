import type { DocumentStore } from '../../storage/documents/documentStore.ts';
import type { DirectoryData } from './directoryFile.ts';
import { saveCatalogue } from './saveCatalogue.ts';
import { saveCustomers } from './saveCustomers.ts';
import { savePartners } from './savePartners.ts';
import { savePeople } from './savePeople.ts';
import { type Tallies, tallyOf } from './tally.ts';

/** Writes a whole directory at once, as of the ISO instant `at`; what stands there already is not written again. It can be broken off and run again. */
export async function saveDirectory(store: DocumentStore, data: DirectoryData, at: string): Promise<Tallies> {
  const tallies: Tallies = {};
  await saveCatalogue({ store, tally: tallyOf(tallies, 'catalogue') }, data.catalogue);
  await savePartners({ store, tally: tallyOf(tallies, 'partners') }, data.partners);
  await savePeople({ store, tally: tallyOf(tallies, 'people') }, data.people);
  await saveCustomers({ store, at, tallies }, data.customers);
  return tallies;
}
