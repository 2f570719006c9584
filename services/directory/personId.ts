/** A person's ID: Entra tenant and object ID in one, lower case. */
export function personIdOf(tenantId: string, objectId: string): string {
  return `${tenantId}/${objectId}`.toLowerCase();
}

/** The tenant ID and the object ID in a person's ID. */
export function idsOf(personId: string): { readonly tenantId: string; readonly objectId: string } {
  const [tenantId = '', objectId = ''] = personId.split('/');
  return { tenantId, objectId };
}
