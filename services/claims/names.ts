import type { Directory } from '../directory/directoryService.ts';
import type { Catalogue, Names } from '../domain/catalogue.ts';

/** Products and workloads, by ID. */
export const namesIn = ({ workloads, products }: Catalogue): Names =>
  Object.fromEntries([...workloads, ...products].map(({ id, name }) => [id, name]));

/** Names of products, workloads and companies. */
export function createNames(directory: Pick<Directory, 'catalogue' | 'partner'>) {
  return {
    /** Products and workloads, by ID. */
    ofCatalogue: async (): Promise<Names> => namesIn(await directory.catalogue()),

    /** The company's name or, without one, its ID. */
    ofPartner: async (id: string): Promise<string> => (await directory.partner(id))?.name ?? id,
  };
}
