/**
 * Makes each step of writing somebody down an entry of the browser's history, so that Back goes one step and not all of them.
 * Only the step's name stands there: the address says nothing more of anybody, and what was said and read stays in memory.
 */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { PERSON_PARAMETER } from '../../custody/list-unfinished.ts';

const STEPS = ['consent', 'card', 'person'] as const;
export type EntryStep = (typeof STEPS)[number];

interface EntryParts {
  /** The farthest step that there is anything to show of; of an entry of before, a reload leaves nothing. */
  readonly reached: EntryStep;
  /** Something of the person is on the disk: there is no way back before it any more, only out. */
  readonly isWritten: boolean;
  /** Where Back leads out to. */
  readonly backHref: string;
}

export function useEntryStep() {
  const [shown, setShown] = useState(readEntry);
  const [path] = useState(() => location.pathname);
  useEffect(() => {
    const note = () => {
      if (location.pathname === path) setShown(readEntry());
    };
    addEventListener('popstate', note);
    return () => removeEventListener('popstate', note);
  }, [path]);
  const goOn = (step: EntryStep) => {
    history.pushState({ step }, '');
    setShown(step);
  };
  return { shown, goOn };
}

/** Passes over the entries of which nothing can be shown any more. */
export function useEntryReach(shown: EntryStep, { reached, isWritten, backHref }: EntryParts): void {
  const [, navigate] = useLocation();
  const isBefore = isWritten && shown !== 'person';
  const isBeyond = STEPS.indexOf(shown) > STEPS.indexOf(reached);
  useEffect(() => {
    if (isBefore && shown === 'consent') navigate(backHref, { replace: true });
    else if (isBefore || isBeyond) history.back();
  }, [shown, isBefore, isBeyond, backHref, navigate]);
}

function readEntry(): EntryStep {
  if (new URLSearchParams(location.search).has(PERSON_PARAMETER)) return 'person';
  const state = history.state as { readonly step?: unknown } | null;
  return STEPS.find((step) => step === state?.step) ?? 'consent';
}
