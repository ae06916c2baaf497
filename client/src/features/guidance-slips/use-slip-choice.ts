/** What was chosen for a slip, in memory for as long as its screen is open; only the number to call outlives it until the lock. */
import { useState } from 'react';
import type { SlipFacts } from './read-slip-facts.ts';
import type { SlipChoice } from './slip-options.tsx';

/** Typed once, it stands on the next person's slip too. Gone with the page, and every lock ends the page. */
let lastPhone = '';

interface ChosenSlip {
  readonly choice: SlipChoice;
  readonly change: (fields: Partial<SlipChoice>) => void;
}

/** `dossier`: the one that it was opened from; without it everything that is known stands on the slip. */
export function useSlipChoice({ name, dossiers }: SlipFacts, dossier: string | undefined): ChosenSlip {
  const [choice, setChoice] = useState<SlipChoice>(() => ({
    name,
    ownPhone: lastPhone,
    account: true,
    dossiers: dossier === undefined ? dossiers.map(({ record }) => record) : [dossier],
    format: 'fourUp',
    others: [],
  }));
  return {
    choice,
    change: (fields) => {
      if (fields.ownPhone !== undefined) lastPhone = fields.ownPhone;
      setChoice({ ...choice, ...fields });
    },
  };
}
