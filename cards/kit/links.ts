/** Pages that cards point to. */
export const links = {
  findIds: 'https://learn.microsoft.com/partner-center/find-ids-and-domain-names',
  enrolment: 'https://partner.microsoft.com/dashboard/incentives/enrollment/summary',
  programmeGuide: 'https://aka.ms/partnerincentives',
  support: 'https://partner.microsoft.com/dashboard/support/incentives/servicerequests?category=incentives',
} as const;
