/** Which language is spoken now, remembered on this machine. The words of the start are always here; the rest, and English, are fetched. */
import { err, ok } from '#shared/result';
import type { Result } from '#shared/result';
import { startMessagesVi } from './start-messages-vi.ts';
import { createTranslator } from './translate.ts';
import type { Language, Translator } from './translate.ts';

const STORAGE_KEY = 'gocua.lang';
const listeners = new Set<() => void>();
let current: Translator = createTranslator('vi', startMessagesVi);
let isWhole = false;

/** For code outside React; it does not follow a later change. */
export function getTranslator(): Translator {
  return current;
}

export function subscribeToLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A browser may refuse its storage; then the choice lasts as long as the page. */
function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    return;
  }
}

function readRememberedLanguage(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

async function loadTranslator(language: Language): Promise<Translator> {
  if (language === 'vi') {
    const { messagesVi } = await import('./messages-vi.ts');
    return createTranslator('vi', messagesVi);
  }
  const { messagesEn } = await import('./messages-en.ts');
  return createTranslator('en', messagesEn);
}

/** `unavailable`: the other language is not on this machine and there is no signal; what was spoken before stays. */
export async function setLanguage(language: Language): Promise<Result<Language, { type: 'unavailable' }>> {
  try {
    current = await loadTranslator(language);
    isWhole = true;
  } catch {
    return err({ type: 'unavailable' });
  }
  rememberLanguage(language);
  document.documentElement.lang = language;
  listeners.forEach((listener) => listener());
  return ok(language);
}

/** Call before the first screen behind the PIN: the words of all features, in the language spoken now. */
export async function loadAllWords(): Promise<void> {
  if (isWhole) return;
  current = await loadTranslator(current.language);
  isWhole = true;
  listeners.forEach((listener) => listener());
}

/** Call before somebody joins: what a commune may refuse. English has it in any case. */
export async function loadRefusalWords(): Promise<void> {
  if (isWhole || current.language !== 'vi') return;
  const { errors } = await import('./vi/errors.ts');
  if (!isWhole) current = createTranslator('vi', { ...startMessagesVi, errors });
}

/** Call once before the first screen is drawn: it waits for English where English was chosen before. */
export async function startLanguage(): Promise<void> {
  const remembered = readRememberedLanguage();
  if (remembered !== current.language) await setLanguage(remembered);
}
