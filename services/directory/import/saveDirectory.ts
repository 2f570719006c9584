import type { DirectoryData } from './directoryFile.ts';
import { saveCatalogue } from './saveCatalogue.ts';
import { saveCustomers } from './saveCustomers.ts';
import { savePartners } from './savePartners.ts';
import { savePeople } from './savePeople.ts';
import type { SaveSubscriptions } from './saveSubscriptions.ts';
import { type Tallies, tallyOf } from './tally.ts';

/** Where a directory is written, and as of which ISO instant. */
type SaveDirectory = Pick<SaveSubscriptions, 'store' | 'at' | 'writesOfState'>;

/** Writes a whole directory. Entries that are unchanged are not written. It can be interrupted and run once more. */
export async function saveDirectory(
  { store, at, writesOfState }: SaveDirectory,
  data: DirectoryData,
): Promise<Tallies> {
  const tallies: Tallies = {};
  await saveCatalogue({ store, tally: tallyOf(tallies, 'catalogue') }, data.catalogue);
  await savePartners({ store, tally: tallyOf(tallies, 'partners') }, data.partners);
  await savePeople({ store, tally: tallyOf(tallies, 'people') }, data.people);
  await saveCustomers({ store, at, tallies, writesOfState }, data.customers);
  return tallies;
}
