import type { PersonActor } from '../../domain/actor.ts';
import { type PartnerActor, partnerPersonOf } from '../../domain/actors.ts';
import type { Claim, SubmittedClaim } from '../../domain/claim.ts';
import type { DocumentStore, PageKey } from '../../storage/documents/documentStore.ts';
import type { Claims } from '../claims.ts';
import type { ListedClaim } from '../lists/views.ts';

/** Claims to which a file can be added now. */
export interface FileTargets {
  readonly claims: readonly ListedClaim[];
  /** Where the following page begins. */
  readonly next?: PageKey;
}

const pageSize = 6;
/** How many submitted claims are read for one page, at most: most of a company's claims may no longer accept files. */
const readAtMost = 60;
const readAtOnce = 20;

type ClaimPosition = Pick<Claim, 'updatedAt' | 'number'>;

/** Claims to which a person can add a file (R60): first the one shown last, then the others, newest change first. */
export function createFileTargets({ store, claims }: { store: DocumentStore; claims: Claims }) {
  return async function fileTargets(
    actor: PersonActor,
    { shown, after }: { readonly shown?: string | undefined; readonly after?: PageKey | undefined },
  ): Promise<FileTargets> {
    const person = partnerPersonOf(actor);
    if (!person) return { claims: [] };
    const from = positionOf(after);
    const drafts = (await claims.lists.openDrafts(actor)).filter((draft) => !from || isBelow(draft, from));
    const filed = await filedFrom(person, from);
    const first = from ? undefined : await open(actor, shown);
    const others = [...drafts, ...filed.found]
      .filter(({ number }) => number !== first?.number)
      .sort((a, b) => (isBelow(a, b) ? 1 : -1));
    const offered = others.slice(0, first ? pageSize - 1 : pageSize);
    const last = others.length > offered.length ? offered.at(-1) : filed.readUpTo;
    return {
      claims: [...(first ? [first] : []), ...offered].map((claim) => claims.lists.listed(claim, actor)),
      ...(last ? { next: [last.updatedAt, last.number] } : {}),
    };
  };

  async function open(actor: PersonActor, number: string | undefined): Promise<Claim | undefined> {
    const found = number ? await claims.get(actor, number) : undefined;
    return found?.ok && (await takesFiles(actor, found.value)) ? found.value : undefined;
  }

  async function takesFiles(actor: PersonActor, claim: Claim): Promise<boolean> {
    return claim.status === 'Editing' || (await claims.view(actor, claim)).may.includes('addProof');
  }

  /** `readUpTo`: the last claim read, if there are more that have not been read. */
  async function filedFrom(
    actor: PartnerActor,
    from: ClaimPosition | undefined,
  ): Promise<{ found: SubmittedClaim[]; readUpTo?: ClaimPosition }> {
    const found: SubmittedClaim[] = [];
    let after: PageKey | undefined;
    for (let read = 0; read < readAtMost; read += readAtOnce) {
      const page = await store.query<SubmittedClaim>({
        type: 'claim',
        equals: { partnerId: actor.partnerId },
        order: { field: 'updatedAt', direction: 'descending' },
        limit: readAtOnce,
        ...(from ? { range: { to: from.updatedAt } } : {}),
        ...(after ? { after } : {}),
      });
      const claimsRead = page.documents.map(({ body }) => body);
      const taking = await Promise.all(
        claimsRead.map(async (claim) => (!from || isBelow(claim, from)) && (await takesFiles(actor, claim))),
      );
      found.push(...claimsRead.filter((_, index) => taking[index]));
      if (!page.next) return { found };
      after = page.next;
      const last = claimsRead.at(-1);
      if (found.length > pageSize && last) return { found, readUpTo: last };
      if (read + readAtOnce >= readAtMost && last) return { found, readUpTo: last };
    }
    return { found };
  }
}

export type FindFileTargets = ReturnType<typeof createFileTargets>;

/** Later in the list: changed earlier, or at the same moment with a smaller number. */
const isBelow = (one: ClaimPosition, other: ClaimPosition): boolean =>
  one.updatedAt === other.updatedAt ? one.number < other.number : one.updatedAt < other.updatedAt;

function positionOf(key: PageKey | undefined): ClaimPosition | undefined {
  const [updatedAt, number] = key ?? [];
  return typeof updatedAt === 'string' && typeof number === 'string' ? { updatedAt, number } : undefined;
}
