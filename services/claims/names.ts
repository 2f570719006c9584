import type { Directory } from '../directory/directoryService.ts';
import type { Names } from '../domain/catalogue.ts';

/** Names of products, workloads and companies. */
export function createNames(directory: Pick<Directory, 'catalogue' | 'partner'>) {
  return {
    /** Products and workloads, by ID. */
    async ofCatalogue(): Promise<Names> {
      const { workloads, products } = await directory.catalogue();
      return Object.fromEntries([...workloads, ...products].map(({ id, name }) => [id, name]));
    },

    /** The company's name or, without one, its ID. */
    ofPartner: async (id: string): Promise<string> => (await directory.partner(id))?.name ?? id,
  };
}
