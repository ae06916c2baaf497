/** What one transaction has written, caught below all who write, so that none of them can forget it; and writing it again. */
import { decode, encode } from 'cborg';
import {
  type DBCore,
  type DBCoreKeyRange,
  type DBCoreMutateRequest,
  type DBCoreTable,
  Dexie,
  type IndexableTypeArrayReadonly,
  type Middleware,
} from 'dexie';

/** What the commune gives back when it is asked from the beginning is not kept twice; nor is where the second copy stands. */
const NOT_KEPT: ReadonlySet<string> = new Set(['pulled', 'places']);
/** Cannot be written to a file, on purpose: the PIN brings it back out of its wrap. */
const NOT_KEPT_KEYS: ReadonlySet<unknown> = new Set(['sendKey']);

export type JournalWrite =
  | {
      readonly type: 'put';
      readonly table: string;
      readonly keys?: readonly unknown[];
      readonly rows: readonly unknown[];
    }
  | { readonly type: 'delete'; readonly table: string; readonly keys: readonly unknown[] }
  /** Bounds as IDBKeyRange has them. */
  | {
      readonly type: 'deleteRange';
      readonly table: string;
      readonly lower: unknown;
      readonly upper: unknown;
      readonly lowerOpen: boolean;
      readonly upperOpen: boolean;
    };

export function encodeWrites(writes: readonly JournalWrite[]): Uint8Array {
  return encode(writes);
}

/** Of bytes that `encodeWrites` has made: their checksum has been held against them before. */
export function decodeWrites(payload: Uint8Array): readonly JournalWrite[] {
  return decode(payload) as readonly JournalWrite[];
}

const caught = new WeakMap<object, JournalWrite[]>();

/** What a running transaction has written so far. */
export function listWrites(transaction: IDBTransaction): readonly JournalWrite[] {
  return caught.get(transaction) ?? [];
}

export const catchWrites: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'catchWrites',
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      if (NOT_KEPT.has(name)) return table;
      return {
        ...table,
        mutate: (request) => {
          const writes = caught.get(request.trans) ?? [];
          caught.set(request.trans, writes);
          writes.push(...describeWrite(table, request));
          return table.mutate(request);
        },
      };
    },
  }),
};

function describeWrite(table: DBCoreTable, request: DBCoreMutateRequest): JournalWrite[] {
  const { name, schema } = table;
  switch (request.type) {
    case 'add':
    case 'put':
      return describePut(name, request.values, schema.primaryKey.outbound ? request.keys : undefined);
    case 'delete':
      return [{ type: 'delete', table: name, keys: [...request.keys] as unknown[] }];
    case 'deleteRange':
      return [{ type: 'deleteRange', table: name, ...describeRange(request.range) }];
  }
}

function describeRange({ lower, upper, lowerOpen = false, upperOpen = false }: DBCoreKeyRange) {
  const [lowest, highest] = [lower ?? Dexie.minKey, upper ?? Dexie.maxKey] as [unknown, unknown];
  return { lower: lowest, upper: highest, lowerOpen, upperOpen };
}

/** `keys` where the rows do not hold their own. */
export function describePut(
  table: string,
  rows: readonly unknown[],
  keys?: readonly unknown[],
): JournalWrite[] {
  if (!keys) return rows.length === 0 ? [] : [{ type: 'put', table, rows: [...rows] }];
  const kept = rows.flatMap((row, at) => (NOT_KEPT_KEYS.has(keys[at]) ? [] : [{ row, key: keys[at] }]));
  if (kept.length === 0) return [];
  return [{ type: 'put', table, rows: kept.map(({ row }) => row), keys: kept.map(({ key }) => key) }];
}

/** Inside the caller's transaction. */
export async function writeAgain(db: Dexie, write: JournalWrite): Promise<void> {
  const table = db.table<unknown, unknown>(write.table);
  if (write.type === 'put') {
    const keys = write.keys as IndexableTypeArrayReadonly | undefined;
    return void (await table.bulkPut(write.rows, keys));
  }
  if (write.type === 'delete') return table.bulkDelete([...write.keys]);
  const { lower, upper, lowerOpen, upperOpen } = write;
  await table.where(':id').between(lower, upper, !lowerOpen, !upperOpen).delete();
}
