/** What main draws on a page of practice. Everything of it is fetched only there. */
import type { ReactNode } from 'react';
import { getTranslator, loadAllWords } from '../i18n/language.ts';
import { PracticeApp } from './practice-app.tsx';
import { type PracticeParts, startPractice } from './start-practice.ts';

type PageParts = Omit<PracticeParts, 't'> & {
  readonly updatePrompt: ReactNode;
  readonly startReader: () => Worker;
};

export async function openPracticePage({
  updatePrompt,
  startReader,
  ...parts
}: PageParts): Promise<ReactNode> {
  await loadAllWords();
  const starting = startPractice({ ...parts, t: getTranslator().t });
  return (
    <PracticeApp
      session={parts.session}
      updatePrompt={updatePrompt}
      starting={starting}
      startReader={startReader}
    />
  );
}
