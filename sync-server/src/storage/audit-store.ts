/** The append-only log's rows. Knows how they are chained in storage, not what was done. */
export interface AuditEntry {
  /** Server clock, milliseconds. */
  readonly at: number;
  readonly commune: string | null;
  readonly member: string | null;
  readonly device: string | null;
  /** A verb such as `approveDevice` or `openScan`. */
  readonly action: string;
  /** What it was done to: an id, never a name or a number of a person. */
  readonly object: string;
  readonly reason: string | null;
}

export interface ChainedEntry extends AuditEntry {
  readonly n: number;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
}

export interface AuditStore {
  /**
   * `chain` is given the hash before this entry and returns the entry's own; `sealHead` is what vouches for it being the
   * last one, kept in the same transaction, so that a cut end is noticed.
   */
  appendAuditEntry(
    entry: AuditEntry,
    chain: (n: number, prev: Uint8Array) => Uint8Array,
    sealHead?: (n: number, hash: Uint8Array) => string,
  ): Promise<ChainedEntry>;
  findAuditHead(): Promise<string | undefined>;
  /** In order, a page at a time. */
  listAuditEntries(after: number, limit: number): Promise<ChainedEntry[]>;
}
