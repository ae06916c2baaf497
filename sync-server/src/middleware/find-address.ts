/** Whose address a request came from: the line's own end, or what a proxy that we trust says it was. Limits nobody. */
import { isIP } from 'node:net';

export interface SeenLine {
  /** The other end of the line; undefined where there is none (a test without a socket). */
  readonly remote: string | undefined;
  /** The header `X-Forwarded-For`, as it came: anybody may have written it. */
  readonly forwardedFor: string | undefined;
}

const NO_ADDRESS = 'unknown';

/**
 * Each proxy adds, at the end, whom it heard; what stands before the first one that is not trusted may be invented.
 * IPv4 in its IPv6 dress (`::ffff:…`) is the same address.
 */
export function findAddress({ remote, forwardedFor }: SeenLine, trusted: readonly string[]): string {
  const heard = (forwardedFor ?? '').split(',').map((part) => part.trim());
  let address = undress(remote ?? NO_ADDRESS);
  while (trusted.includes(address)) {
    const before = undress(heard.pop() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

function undress(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, '');
}
