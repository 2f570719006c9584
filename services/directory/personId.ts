/** A person's ID: Entra tenant and object ID in one, lower case. */
export function personIdOf(tenantId: string, objectId: string): string {
  return `${tenantId}/${objectId}`.toLowerCase();
}
