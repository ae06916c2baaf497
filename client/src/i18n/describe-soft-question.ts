/** The question before somebody does a step for a citizen, in its words: the same wherever who acted is recorded. */
import type { Translator } from './translate.ts';

export function describeSoftQuestion(t: Translator['t']) {
  return {
    question: t('frame.soft.question'),
    text: t('frame.soft.text'),
    instead: t('frame.soft.instead'),
    still: t('frame.soft.still'),
    close: t('shell.action.close'),
  };
}
