/** What of practice lives as long as the tab: the key that all of it is under, the weather, and how far the trainee has come. */
import { bytesToBase64Url, findBase64UrlBytes } from '#shared/ids';
import type { Weather } from './practice-line.ts';

export interface PracticeProgress {
  /** Undefined before one was chosen. */
  readonly scenario: string | undefined;
  /** Steps that were proved, by scenario. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
}

export interface PracticeTab {
  /** Base64url of 32 bytes: also what the practice vault is locked with, so that nobody has to think of a PIN. */
  readonly key: string;
  readonly weather: Weather;
  readonly progress: PracticeProgress;
}

const NAME = 'go-cua-practice';
const KEY_BYTES = 32;

/** Undefined in a tab that has not practised yet: whatever an earlier one has left cannot be opened any more. */
export function findTab(): PracticeTab | undefined {
  const text = sessionStorage.getItem(NAME);
  if (text === null) return undefined;
  try {
    const tab = JSON.parse(text) as PracticeTab;
    return findBase64UrlBytes(tab.key)?.length === KEY_BYTES ? tab : undefined;
  } catch {
    return undefined;
  }
}

export function startTab(): PracticeTab {
  const key = bytesToBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  const tab: PracticeTab = { key, weather: 'good', progress: { scenario: undefined, seen: {} } };
  sessionStorage.setItem(NAME, JSON.stringify(tab));
  return tab;
}

export function changeTab(change: Partial<Omit<PracticeTab, 'key'>>): void {
  const tab = findTab();
  if (tab) sessionStorage.setItem(NAME, JSON.stringify({ ...tab, ...change }));
}

export function endTab(): void {
  sessionStorage.removeItem(NAME);
}
