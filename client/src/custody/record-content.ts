/** What this phone keeps of one record: own words, the server's words, and which of them is shown. Pure; knows no field by name. */
import type { Change } from '#shared/contracts/sync';
import type { Json, Patch } from '#shared/model/operation';
import type { OpId } from '#shared/ids';

/** Own words, as the records table holds them under encryption. */
export interface LocalContent {
  readonly collection: string;
  /** Everything this device wrote, path by path. */
  readonly values: Patch;
  /** What was written since the last queueing; it belongs to the save that the row is named after. */
  readonly dirty: Patch;
  /** Commune change sequence that was read when the first of `dirty` was typed. */
  readonly base: number;
  /** For paths not in `dirty`: the operation that wrote them last. */
  readonly mine: Readonly<Record<string, OpId>>;
}

/** The server's words. */
export interface PulledContent {
  readonly collection: string;
  readonly fields: Patch;
  readonly conflicts: Readonly<Record<string, readonly Json[]>>;
  readonly seq: number;
  /** Paths at which the server's word came after ours: the operation of ours that it has replaced. */
  readonly over: Readonly<Record<string, OpId>>;
}

/** A row and the save that wrote it. */
export interface LocalRow {
  readonly content: LocalContent;
  readonly opId: OpId;
}

export interface Edit {
  readonly collection: string;
  readonly patch: Patch;
  readonly base: number;
  /** True while the slot still holds the row's save: the new operation must then say all of that again. */
  readonly isPending: boolean;
  /** Operations of ours that the server has set aside: what they alone say is said again. */
  readonly setAside?: ReadonlySet<OpId>;
}

/** The content of the next save. Its `dirty` is the patch of the operation. */
export function continueContent(row: LocalRow | undefined, edit: Edit): LocalContent {
  const { collection, patch, base, isPending } = edit;
  if (!row) return { collection, values: patch, dirty: patch, base, mine: {} };
  const { content } = row;
  const values = { ...content.values, ...patch };
  const again = listSaidAgain(row, edit);
  if (isPending) {
    const dirty = { ...again, ...content.dirty, ...patch };
    return { collection, values, dirty, base: Math.min(content.base, base), mine: content.mine };
  }
  const written = Object.keys(content.dirty).map((path) => [path, row.opId] as const);
  return {
    collection,
    values,
    dirty: { ...again, ...patch },
    // What is said again was typed before this base was read.
    base: Object.keys(again).length > 0 ? Math.min(content.base, base) : base,
    mine: { ...content.mine, ...Object.fromEntries(written) },
  };
}

/** Values whose last writing of ours was set aside, and that nobody has typed over. */
function listSaidAgain(row: LocalRow, { setAside }: Edit): Patch {
  if (!setAside || setAside.size === 0) return {};
  const paths = Object.keys(row.content.values).filter((path) => {
    const opId = findOwnOp(row, path);
    return opId !== undefined && setAside.has(opId);
  });
  return Object.fromEntries(paths.map((path) => [path, row.content.values[path] ?? null]));
}

/** Our operation that wrote a path last; undefined where we wrote nothing. */
function findOwnOp(row: LocalRow, path: string): OpId | undefined {
  if (path in row.content.dirty) return row.opId;
  return row.content.mine[path];
}

/**
 * Lays a change over what was pulled before. Where we wrote too, the server's word counts as the later one only if it
 * was spoken in knowledge of ours (`isFolded`: our operation is part of the state that this answer describes).
 */
export function applyChange(
  pulled: PulledContent | undefined,
  change: Change,
  own: { readonly row: LocalRow | undefined; readonly isFolded: (opId: OpId) => boolean },
): PulledContent {
  const whole = change.kind === 'granted' || !pulled;
  const over: Record<string, OpId> = whole ? {} : { ...pulled.over };
  const conflicts: Record<string, readonly Json[]> = whole ? {} : { ...pulled.conflicts };
  for (const path of Object.keys(change.fields)) {
    delete conflicts[path];
    const opId = own.row && findOwnOp(own.row, path);
    if (opId !== undefined && own.isFolded(opId)) over[path] = opId;
  }
  return {
    collection: change.collection,
    fields: whole ? change.fields : { ...pulled.fields, ...change.fields },
    conflicts: { ...conflicts, ...change.conflicts },
    seq: change.seq,
    over,
  };
}

export interface ShownContent {
  readonly values: Patch;
  readonly conflicts: Readonly<Record<string, readonly Json[]>>;
}

/** What a person sees: typed over own over the server's, without what was taken away; a conflict until we answered it. */
export function showContent(
  row: LocalRow | undefined,
  pulled: PulledContent | undefined,
  unsaved: ReadonlyMap<string, Json>,
): ShownContent {
  const values: Record<string, Json> = { ...pulled?.fields };
  const conflicts: Record<string, readonly Json[]> = { ...pulled?.conflicts };
  const lay = (path: string, value: Json): void => {
    values[path] = value;
    delete conflicts[path];
  };
  for (const [path, value] of Object.entries(row?.content.values ?? {})) {
    const replaced = pulled?.over[path];
    if (!row || (replaced !== undefined && replaced === findOwnOp(row, path))) continue;
    lay(path, value);
  }
  for (const [path, value] of unsaved) lay(path, value);
  for (const path of Object.keys(values)) if (values[path] === null) delete values[path];
  return { values, conflicts };
}
