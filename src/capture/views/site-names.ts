/** Names of sites, handed in from above: capture knows no site. */
export interface SiteNames {
  /** A recipe's id, or a host, as people call it. */
  readonly siteName: (id: string) => string;
}
