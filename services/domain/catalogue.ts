/** What can be claimed: workloads of Microsoft 365, products of Business Applications (Dynamics 365). */
export interface Catalogue {
  readonly workloads: readonly CatalogueItem[];
  readonly products: readonly CatalogueItem[];
}

export interface CatalogueItem {
  /** Short and stable, e.g. `exchange-online`. */
  readonly id: string;
  readonly name: string;
}

/** Display names by catalogue ID (`exchange-online` → "Exchange Online"); an unknown ID is shown as it is. */
export type Names = Readonly<Record<string, string>>;
