/** What page and worker say to each other about the files of second copies. */

export const JOURNAL_FOLDER = 'go-cua';

export type JournalCall = { readonly call: number; readonly name: string } & (
  | { readonly act: 'append'; readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly act: 'clear' }
  /** Whether so many bytes more could be written now; leaves an empty file. */
  | { readonly act: 'tryRoom'; readonly bytes: number }
);

export type JournalReply =
  | { readonly call: number; readonly type: 'written' | 'behind' }
  /** `name` of what the browser threw. */
  | { readonly call: number; readonly type: 'failed'; readonly name: string };
