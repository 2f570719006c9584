import type { PersonActor } from '../../domain/actor.ts';
import { type PartnerActor, partnerPersonOf } from '../../domain/actors.ts';
import type { Claim, PartnerActionRequiredClaim, SubmittedClaim } from '../../domain/claim.ts';
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
  async function fileTargets(
    actor: PersonActor,
    {
      first: wanted = [],
      after,
    }: { readonly first?: readonly string[]; readonly after?: PageKey | undefined },
  ): Promise<FileTargets> {
    const person = partnerPersonOf(actor);
    if (!person) return { claims: [] };
    const from = positionOf(after);
    const drafts = (await claims.lists.openDrafts(actor)).filter((draft) => !from || isBelow(draft, from));
    const filed = await filedFrom(person, from);
    const first = from ? [] : await taking(actor, wanted);
    const others = [...drafts, ...filed.found]
      .filter(({ number }) => !first.some((claim) => claim.number === number))
      .sort((a, b) => (isBelow(a, b) ? 1 : -1));
    const offered = others.slice(0, pageSize - first.length);
    const last = others.length > offered.length ? offered.at(-1) : filed.readUpTo;
    return {
      claims: [...first, ...offered].map((claim) => claims.lists.listed(claim, actor)),
      ...(last ? { next: [last.updatedAt, last.number] } : {}),
    };
  }

  /** Those of the claims that take a file, in this order; half a page at most, so that others are offered too. */
  async function taking(actor: PersonActor, numbers: readonly string[]): Promise<Claim[]> {
    const wanted = [...new Set(numbers)].slice(0, pageSize / 2);
    const found = await Promise.all(wanted.map((number) => claims.get(actor, number)));
    const known = found.flatMap((one) => (one.ok ? [one.value] : []));
    const takes = await Promise.all(known.map((claim) => takesFiles(actor, claim)));
    return known.filter((_, index) => takes[index]);
  }

  /** Whether the person can add a file to the claim of this number now. */
  async function numberTakesFiles(actor: PersonActor, number: string): Promise<boolean> {
    const found = await claims.get(actor, number);
    return found.ok && (await takesFiles(actor, found.value));
  }

  /** The company's claims that wait for its answer (Partner action required), the newest request first. */
  async function openRequests(actor: PersonActor): Promise<readonly PartnerActionRequiredClaim[]> {
    const person = partnerPersonOf(actor);
    if (!person) return [];
    const page = await store.query<SubmittedClaim>({
      type: 'claim',
      equals: { partnerId: person.partnerId, status: 'PartnerActionRequired' },
      order: { field: 'updatedAt', direction: 'descending' },
      limit: readAtOnce,
    });
    return page.documents
      .flatMap(({ body }) => (body.status === 'PartnerActionRequired' ? [body] : []))
      .toSorted((one, other) => other.request.at.localeCompare(one.request.at));
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

  return { targets: fileTargets, takesFiles: numberTakesFiles, openRequests };
}

/** Later in the list: changed earlier, or at the same moment with a smaller number. */
const isBelow = (one: ClaimPosition, other: ClaimPosition): boolean =>
  one.updatedAt === other.updatedAt ? one.number < other.number : one.updatedAt < other.updatedAt;

function positionOf(key: PageKey | undefined): ClaimPosition | undefined {
  const [updatedAt, number] = key ?? [];
  return typeof updatedAt === 'string' && typeof number === 'string' ? { updatedAt, number } : undefined;
}
