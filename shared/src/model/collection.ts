/** What a collection is: which paths its records have, what each holds, who may write it. Knows no collection by name. */
import type * as z from 'zod/mini';
import { LIMITS } from './envelope.ts';
import type { Json, Patch } from './operation.ts';
import { err, ok, type Result } from '../result.ts';

export const roles = ['volunteer', 'teamLeader', 'officer', 'head', 'administrator'] as const;
export type Role = (typeof roles)[number];
/** Whoever works with citizens, in the team of one hamlet; the others are the commune's own staff. */
const teamRoles: readonly Role[] = ['volunteer', 'teamLeader'];

export function isOfTeam(role: Role): boolean {
  return teamRoles.includes(role);
}

/** The server writes too: what the portal answered, what a rule decided. */
export type Writer = Role | 'server';

export interface PathRule {
  /** `place`, or `heads/*` where the star stands for one id or code. */
  readonly path: string;
  readonly holds: z.ZodMiniType;
  readonly writers: readonly Writer[];
}

export interface Collection {
  readonly name: string;
  readonly paths: readonly PathRule[];
  /** Paths that stay readable to the server's lists (ids, dates, states); every other path is protected at rest. */
  readonly clear: readonly string[];
}

export interface PatchFault {
  /** Each is a code of the wire's table. */
  readonly code: 'fieldInvalid' | 'collectionUnknown' | 'notAllowed' | 'tooManyItems';
  readonly field: string;
}

/** The first fault of a patch, named by path; null values (taking a path away) need only the right to write it. */
export function checkPatch(collection: Collection, patch: Patch, writer: Writer): Result<void, PatchFault> {
  const paths = Object.keys(patch);
  if (paths.length > LIMITS.patchPaths) return err({ code: 'tooManyItems', field: collection.name });
  for (const path of paths) {
    const rule = findPathRule(collection, path);
    if (!rule) return err({ code: 'fieldInvalid', field: path.slice(0, 80) });
    if (!rule.writers.includes(writer)) return err({ code: 'notAllowed', field: path });
    const value = patch[path];
    if (value !== null && !rule.holds.safeParse(value).success)
      return err({ code: 'fieldInvalid', field: path });
  }
  return ok(undefined);
}

const PLAIN_SEGMENT = /^[A-Za-z0-9_.-]{1,64}$/;

function findPathRule(collection: Collection, path: string): PathRule | undefined {
  const exact = collection.paths.find((rule) => rule.path === path);
  if (exact) return exact;
  const segments = path.split('/');
  if (!segments.every((segment) => PLAIN_SEGMENT.test(segment))) return undefined;
  return collection.paths.find((rule) => {
    const pattern = rule.path.split('/');
    return (
      pattern.length === segments.length && pattern.every((part, at) => part === '*' || part === segments[at])
    );
  });
}

/** The entries under `prefix/…`, keyed by what follows; absent and taken-away paths are left out. */
export function listEntries<T = Json>(fields: Patch, prefix: string): [string, T][] {
  const start = `${prefix}/`;
  return Object.entries(fields)
    .filter(([path, value]) => path.startsWith(start) && value !== null)
    .map(([path, value]) => [path.slice(start.length), value as T]);
}
