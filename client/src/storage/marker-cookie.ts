/** A second marker of each vault, in a cookie: browsers that clear out what a site has stored often leave these. Random ids and three counts. */
import { isPractice, KEPT_UNDER } from './realm.ts';

/** What must be known of a vault to say that it is gone, and what with it. */
export interface CookieMarker {
  readonly vaultId: string;
  readonly device: string;
  readonly lastSeq: number;
  readonly acked: number;
  readonly slots: number;
}

const NAME = `${KEPT_UNDER}.phone`;
/** As long as browsers allow. */
const SECONDS = 400 * 24 * 60 * 60;
const SOON_MS = 2_000;
const noted = new Map<string, CookieMarker>();

export function readMarkerCookie(): readonly CookieMarker[] {
  if (typeof document === 'undefined') return [];
  const cookies = document.cookie.split('; ').map((one) => one.split('='));
  const value = cookies.find(([name]) => name === NAME)?.[1] ?? '';
  return value.split('~').flatMap((text) => {
    const [vaultId, device, ...counts] = text.split('.');
    const [lastSeq = 0, acked = 0, slots = 0] = counts.map(Number);
    return vaultId && device ? [{ vaultId, device, lastSeq, acked, slots }] : [];
  });
}

/** Soon, and once for all that comes until then: each look at a cookie stops the page for a moment. */
export function noteMarkerSoon(marker: CookieMarker): void {
  if (typeof document === 'undefined') return;
  if (noted.size === 0) setTimeout(writeNoted, SOON_MS);
  noted.set(marker.vaultId, marker);
}

function writeNoted(): void {
  const others = readMarkerCookie().filter(({ vaultId }) => !noted.has(vaultId));
  writeMarkerCookie([...others, ...noted.values()]);
  noted.clear();
}

/** Refused, there is one warning less. Practice leaves nothing behind. */
export function writeMarkerCookie(markers: readonly CookieMarker[]): void {
  if (typeof document === 'undefined' || isPractice) return;
  const value = markers.map(({ vaultId, device, lastSeq, acked, slots }) =>
    [vaultId, device, lastSeq, acked, slots].join('.'),
  );
  const isSecure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${NAME}=${value.join('~')}; Max-Age=${SECONDS}; Path=/; SameSite=Strict${isSecure}`;
}
