/** The words of the current language for a component, drawn again when the language changes. */
import { useSyncExternalStore } from 'react';
import { getTranslator, subscribeToLanguage } from './language.ts';
import type { Translator } from './translate.ts';

export function useTranslation(): Translator {
  return useSyncExternalStore(subscribeToLanguage, getTranslator, getTranslator);
}
