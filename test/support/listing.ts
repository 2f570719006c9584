import assert from 'node:assert/strict';
import { loadDemo } from '../../local/demo/loadDemo.ts';
import type { ClaimFilter } from '../../services/claims/lists/views.ts';
import type { ClaimStatus } from '../../services/domain/claim.ts';
import type { Command } from '../../services/domain/command.ts';
import type { PageKey } from '../../services/storage/documents/documentStore.ts';
import { fromDemo } from './aPerson.ts';
import { grantedValue, type MemoryClaims } from './memoryClaims.ts';

const ana = fromDemo('Ana Ruiz');
const rita = fromDemo('Rita Svensson');
const demo = loadDemo();

/** In milliseconds. */
export const minute = 60_000;
export const day = 24 * 60 * minute;
/** A reviewer's commands, and the first of all. */
export const asked = { name: 'requestInformation', reasons: ['ProductsMissing'], comment: 'Which?' } as const;
export const approved = { name: 'approve', confirmed: true } as const;
const started = { name: 'startReview' } as const;

/** The demo with something else for each of 25 claims: a company claims the same only once (D5). */
export const manyWorkloads = {
  ...demo,
  catalogue: {
    ...demo.catalogue,
    workloads: [
      ...demo.catalogue.workloads,
      ...Array.from({ length: 25 }, (_, index) => ({ id: `workload-${index}`, name: `Workload ${index}` })),
    ],
  },
};

/** Fills and reads the lists of a world that each test makes anew. */
export function listing(world: () => MemoryClaims) {
  /** Claims of Ana, submitted one after the other, a minute apart unless at the same instant. */
  async function submitted(count: number, apart = minute, from = 0): Promise<string[]> {
    const numbers: string[] = [];
    for (let index = from; index < from + count; index += 1) {
      world().tick(apart);
      numbers.push((await world().submitted(ana, { lines: `workload-${index}` })).number);
    }
    return numbers;
  }

  /** Reviews a claim up to where it is wanted. */
  async function reviewed(number: string, ...commands: readonly Command[]): Promise<void> {
    for (const command of [started, ...commands]) {
      world().tick(minute);
      await world().did(rita, number, command);
    }
  }

  /** One claim in each status; answers the numbers by status. */
  async function oneOfEach(): Promise<Record<ClaimStatus, string>> {
    const [Submitted = '', UnderReview = '', PartnerActionRequired = '', Approved = '', Rejected = ''] =
      await submitted(5);
    await reviewed(UnderReview);
    await reviewed(PartnerActionRequired, asked);
    await reviewed(Approved, approved);
    await reviewed(Rejected, { name: 'reject', reason: 'InsufficientProof', comment: 'Not signed.' });
    const Editing = await world().draft(ana, { lines: 'workload-9' });
    return { Editing, Submitted, UnderReview, PartnerActionRequired, Approved, Rejected };
  }

  /** Ana's first page, narrowed. */
  const filtered = async (filter: ClaimFilter) =>
    grantedValue(await world().claims.lists.mine(ana, { filter })).claims.map(({ number }) => number);

  /** The numbers of every page of a list, page by page, until there is no next. */
  async function pagesOf(kind: 'mine' | 'queue'): Promise<string[][]> {
    const { lists } = world().claims;
    const pages: string[][] = [];
    for (let after: PageKey | undefined; ; ) {
      const page = kind === 'mine' ? await lists.mine(ana, { after }) : await lists.queue(rita, { after });
      const list = grantedValue(page);
      pages.push(list.claims.map(({ number }) => number));
      after = list.next;
      if (!after) return pages;
      assert(pages.length < 20, 'the list has no end');
    }
  }

  return { submitted, reviewed, oneOfEach, filtered, pagesOf };
}
