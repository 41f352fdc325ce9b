/** Names of sites; injected, since capture knows no recipes. */
export interface SiteNames {
  /** The display name of a recipe's id or a host. */
  readonly siteName: (id: string) => string;
}
