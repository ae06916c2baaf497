/** What the page and the worker of practice say to each other. */
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Posting, Reply } from '../custody/post-bytes.ts';
import type { CommuneNames } from './commune/found-commune.ts';

export type Ask =
  /** First of all. `key`: 32 bytes that the commune's row is encrypted under. */
  | { readonly type: 'open'; readonly key: Uint8Array; readonly names: CommuneNames }
  | { readonly type: 'post'; readonly posting: Posting }
  | { readonly type: 'records' }
  /** The act that is the citizen's own: `dossier` waits at the portal. */
  | { readonly type: 'playCitizen'; readonly dossier: RecordId }
  /** What the one-stop does next: `dossier` has its number. */
  | { readonly type: 'playOffice'; readonly dossier: RecordId };

export interface Asked {
  readonly id: number;
  readonly ask: Ask;
}

export type Said =
  | { readonly type: 'opened' }
  | { readonly type: 'reply'; readonly reply: Reply }
  | { readonly type: 'records'; readonly records: readonly RecordState[] }
  | { readonly type: 'played' }
  | { readonly type: 'failed' };

export interface Answer {
  readonly id: number;
  readonly said: Said;
}
