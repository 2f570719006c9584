import type { Claims } from '../../services/claims/claims.ts';
import type { Answers } from '../../services/domain/answers.ts';
import type { ProofFile, SubmittedClaim } from '../../services/domain/claim.ts';
import type { Outcome } from '../../services/domain/refusal.ts';
import { type Company, mpnIdOfCompany, type Wanted } from './cast.ts';

/** Files a claim as the form does: a draft, its proof, then submitting. */
export async function fileClaim(
  claims: Claims,
  { company, wanted, at }: { readonly company: Company; readonly wanted: Wanted; readonly at: string },
): Promise<Outcome<SubmittedClaim>> {
  const [filer] = company.people;
  const key = `${wanted.customerTenantId} ${wanted.workload}`;
  const draft = await claims.drafts.create(filer, answers(company, wanted), `create ${key}`);
  if (!draft.ok) return draft;
  const { number } = draft.value;
  const proof: ProofFile = {
    id: key,
    name: 'statement-of-work.pdf',
    contentType: 'application/pdf',
    bytes: 1,
    sha256: key,
    addedAt: at,
    addedBy: { id: filer.personId, name: filer.name },
  };
  const added = await claims.drafts.addProof(filer, { number, commandId: `proof ${key}` }, proof);
  return added.ok ? await claims.submit(filer, { number, commandId: `submit ${key}` }) : added;
}

const answers = (company: Company, { customerTenantId, customerDomain, workload }: Wanted): Answers => ({
  mpnId: mpnIdOfCompany(company),
  customerDomain,
  customerTenantId,
  solutionArea: 'Microsoft365',
  activities: 'Usage',
  claimName: workload,
  lines: workload,
  'customerContact.name': 'Somebody',
  'customerContact.title': 'CIO',
  'customerContact.email': `somebody@${customerDomain}`,
  'customerContact.language': 'en',
  'partnerContact.name': company.people[0].name,
  'partnerContact.email': 'somebody@partner.example',
});
