/** What a route is: who may ask, how much, and the function that answers. Knows no framework, so that a table of routes can be read. */
import type { WireError } from '#shared/contracts/error-codes';
import type { Role } from '#shared/model/collection';
import type { Result } from '#shared/result';
import type { SignedCaller } from '../services/verify-signed-request.ts';
import type { Standing } from '../storage/rows.ts';

export interface RouteRequest {
  readonly body: Uint8Array;
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where it comes from, as a name to count by. */
  readonly address: string;
}

export interface RouteReply {
  readonly body: Uint8Array | string;
  /** Null: none is sent, which saves bytes where the device knows what it asked for. */
  readonly type: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export type RouteAnswer = Promise<Result<RouteReply, WireError>>;

interface RouteFace {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `/api/attachments/:id/:piece` */
  readonly path: string;
  /** Largest body, bytes. */
  readonly bodyBytes: number;
}

export interface PublicRoute extends RouteFace {
  readonly access: 'public';
  readonly handle: (request: RouteRequest) => RouteAnswer;
}

export interface SignedRoute extends RouteFace {
  /** `anyDevice`: either key; `readKey`: only the key that the vault keeps. */
  readonly access: 'anyDevice' | 'readKey';
  readonly roles: readonly Role[];
  readonly standings: readonly Standing[];
  /** Whoever approves in the head's place passes as well, on their days. */
  readonly deputies?: true;
  /** What the device binds into its signature when it is not `METHOD path`. */
  readonly signedAs?: string;
  /** How refusals are written; the answer is the handler's own. */
  readonly refusals: 'cbor' | 'json';
  readonly handle: (request: RouteRequest, caller: SignedCaller) => RouteAnswer;
}

export type Route = PublicRoute | SignedRoute;

export function nameRoute(route: Route): string {
  return `${route.method} ${route.path}`;
}

/** JSON for the office and for strangers. */
export function toJsonReply(value: unknown, headers: Readonly<Record<string, string>> = {}): RouteReply {
  return { body: JSON.stringify(value), type: 'application/json; charset=utf-8', headers };
}

/** CBOR for signed answers; the device knows what it asked for. */
export function toBytesReply(body: Uint8Array): RouteReply {
  return { body, type: null };
}
