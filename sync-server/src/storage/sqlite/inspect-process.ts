/** Started as a process of its own for a large copy: checking it takes seconds that nobody's answer should wait for. */
import { inspectCopy } from './inspect-copy.ts';

const path = process.argv[2];
if (path === undefined) throw new Error('Which copy?');
try {
  const inspected = inspectCopy(path);
  const heads = inspected.heads.map((one) => ({ ...one, head: Buffer.from(one.head).toString('base64url') }));
  process.stdout.write(JSON.stringify({ ...inspected, heads }));
} catch (fault) {
  process.stderr.write(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
