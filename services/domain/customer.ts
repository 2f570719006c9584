export interface Customer {
  /** Entra tenant ID: GUID, lower case. */
  readonly tenantId: string;
  readonly name: string;
  readonly domains: readonly string[];
}
