/** Which language is spoken now, remembered on this machine. Vietnamese is always here; English is fetched when asked for. */
import { err, ok } from '#shared/result';
import type { Result } from '#shared/result';
import { messagesVi } from './messages-vi.ts';
import { createTranslator } from './translate.ts';
import type { Language, Translator } from './translate.ts';

const STORAGE_KEY = 'gocua.lang';
const listeners = new Set<() => void>();
let current: Translator = createTranslator('vi', messagesVi);

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
  if (language === 'vi') return createTranslator('vi', messagesVi);
  const { messagesEn } = await import('./messages-en.ts');
  return createTranslator('en', messagesEn);
}

/** `unavailable`: the other language is not on this machine and there is no signal; what was spoken before stays. */
export async function setLanguage(language: Language): Promise<Result<Language, { type: 'unavailable' }>> {
  try {
    current = await loadTranslator(language);
  } catch {
    return err({ type: 'unavailable' });
  }
  rememberLanguage(language);
  document.documentElement.lang = language;
  listeners.forEach((listener) => listener());
  return ok(language);
}

/** Call once before the first screen is drawn: it waits for English where English was chosen before. */
export async function startLanguage(): Promise<void> {
  const remembered = readRememberedLanguage();
  if (remembered !== current.language) await setLanguage(remembered);
}
