/** The technical contact that Business Applications ask for (R14), as it is typed. */
export const technicalContact = {
  'technicalContact.name': 'Theo Grant',
  'technicalContact.title': 'Architect',
  'technicalContact.email': 'theo@contoso.com',
} as const;

/** What a claim of Dynamics 365 Field Service answers otherwise than Ana's usual one, step by step. */
export const fieldServiceClaim = {
  activity: { solutionArea: 'BusinessApplications', activities: 'Usage' },
  lines: { lines: 'dynamics-365-field-service' },
  contacts: technicalContact,
} as const;
