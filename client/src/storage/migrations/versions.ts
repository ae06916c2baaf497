/** The shape of the device's database, version by version: forward only, additive; a released line never changes. */

export interface SchemaVersion {
  readonly version: number;
  /** Dexie's index language: first the primary key (empty: given from outside), then the indexes. */
  readonly stores: Readonly<Record<string, string>>;
}

export const vaultVersions: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      meta: '',
      records: 'record, pending',
      pulled: 'record, withdrawn',
      outbox: 'seq',
      encapsulations: 'id',
      pieces: '[attachment+index], attachment, encapsulation, sent, sentAfter',
      receipts: 'incarnation',
      keys: '',
    },
  },
  { version: 2, stores: { lockedEntries: 'entry' } },
  { version: 3, stores: { places: '' } },
];

export const registryVersions: readonly SchemaVersion[] = [
  { version: 1, stores: { vaults: 'vaultId' } },
  { version: 2, stores: { unfinished: 'vaultId, startedAt' } },
];
