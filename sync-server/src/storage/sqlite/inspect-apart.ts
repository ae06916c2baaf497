/** A copy's check outside this process, so that the server goes on answering. Knows only how to start it and read its word. */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CopyHead, InspectedCopy } from './inspect-copy.ts';

const script = fileURLToPath(new URL('./inspect-process.ts', import.meta.url));
/** Some hundred bytes for each device. */
const MOST_BYTES = 64 * 1024 * 1024;

type Said = Omit<InspectedCopy, 'heads'> & {
  readonly heads: readonly (Omit<CopyHead, 'head'> & { readonly head: string })[];
};

/** Throws with the reason when the copy does not pass. */
export async function inspectApart(path: string): Promise<InspectedCopy> {
  // A thread cannot load TypeScript on this version of Node; a process can, and from where it stands it finds the loader.
  const command = ['--import', 'tsx', script, path];
  const options = { cwd: dirname(script), maxBuffer: MOST_BYTES };
  const { stdout } = await promisify(execFile)(process.execPath, command, options).catch((fault: unknown) => {
    const said = fault instanceof Error && 'stderr' in fault ? String(fault.stderr) : '';
    throw new Error(said === '' ? 'The check of the copy could not be run.' : said);
  });
  const { heads, ...rest } = JSON.parse(stdout) as Said;
  return { ...rest, heads: heads.map((one) => ({ ...one, head: Buffer.from(one.head, 'base64url') })) };
}
