/** What happened, as a rolling hash and the last lines: the hash proves that a seed repeats, the lines explain a failure. */
const KEPT = 60;

export type TraceFact = string | number | boolean | undefined;

export class Trace {
  hash = 0x811c9dc5;
  private readonly lines: (readonly [number, string, readonly TraceFact[]])[] = [];
  private count = 0;

  note(time: number, what: string, ...facts: readonly TraceFact[]): void {
    this.hash = mixText(mixNumber(this.hash, time), what);
    for (const fact of facts) {
      this.hash =
        typeof fact === 'number' ? mixNumber(this.hash, fact) : mixText(this.hash, String(fact ?? ''));
    }
    this.lines[this.count++ % KEPT] = [time, what, facts];
  }

  /** Oldest first. */
  listLast(): string[] {
    const first = Math.max(0, this.count - KEPT);
    return Array.from({ length: this.count - first }, (_, at) => {
      const line = this.lines[(first + at) % KEPT];
      return line ? `${formatTime(line[0])} ${line[1]} ${line[2].map((fact) => fact ?? '-').join(' ')}` : '';
    });
  }
}

export function hashText(text: string): number {
  return mixText(0x811c9dc5, text) >>> 0;
}

function mixText(hash: number, text: string): number {
  let mixed = hash;
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 16777619);
  return mixed;
}

function mixNumber(hash: number, value: number): number {
  return Math.imul(Math.imul(hash ^ (value | 0), 16777619) ^ ((value / 4294967296) | 0), 16777619);
}

function formatTime(time: number): string {
  const day = Math.floor(time / 86_400_000);
  const rest = time % 86_400_000;
  return `d${day}+${(rest / 1000).toFixed(3)}s`;
}
