/** Somebody does not want to be written down, at whichever step they say so: nothing of them stays, and one head counts once. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import type { SessionDoor } from './session-door.ts';
import type { Refused } from './use-new-person.ts';

/** `declined`: they did not want to; otherwise only their name could not be had. */
export interface Refusal {
  readonly declined: boolean;
  /** Whether they count already; undefined: whoever was counted at the door may be this very person. */
  readonly counted?: 'no' | 'atDoor' | 'byNumber' | undefined;
}

interface RefusalParts {
  readonly door: SessionDoor | undefined;
  readonly backHref: string;
  /** Takes back what was written of them. */
  readonly refuse: () => Promise<Refused>;
}

export function useRefusal({ door, backHref, refuse }: RefusalParts) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState<Refusal>();
  const isOver = useRef(false);
  const leave = async ({ declined, counted = 'no' }: Refusal) => {
    // A second press counts nobody.
    if (isOver.current) return;
    isOver.current = true;
    const became = await refuse();
    // Whoever has a number in this session is counted by it.
    if (counted !== 'byNumber') door?.countUnnamed({ declined, wasCounted: counted === 'atDoor' });
    const inSession = counted === 'no' ? 'consent.notNowText' : 'consent.notNowCounted';
    const words = [
      became !== 'nothing' && t(`consent.${became}`),
      (declined || became !== 'nothing') && t(door ? inSession : 'consent.notNowNothing'),
    ].filter((sentence) => sentence !== false);
    if (words.length > 0) showNotice({ text: words.join(' ') });
    navigate(backHref);
  };
  return {
    /** To be shown while it is there: was this person counted at the door? */
    asked,
    ask: (refusal: Refusal) => {
      if (door?.hasUnnamed && refusal.counted === undefined) setAsked(refusal);
      else void leave(refusal);
    },
    answer: (wasCounted: boolean) => asked && void leave({ ...asked, counted: wasCounted ? 'atDoor' : 'no' }),
    close: () => setAsked(undefined),
  };
}
