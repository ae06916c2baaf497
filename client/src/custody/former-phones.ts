/**
 * What the commune has of phones that its member had before, held against what this phone still remembers of books that it has
 * lost. The commune's own last number is the third that remembers, beside the two markers. Knows no screen.
 */
import type { EnrolReply } from '#shared/contracts/enrolment';
import type { LostDatabase } from '../storage/vault-registry.ts';

export interface FormerPhone {
  /** Last number of its sequence that the commune has, and the last one that anybody remembers. */
  readonly upTo: number;
  readonly known: number;
  /** This very machine, whose browser has cleared it out; otherwise perhaps one that still has its work. */
  readonly isThis: boolean;
}

/** Of a book that was lost here also that nothing of it is missing. Of other phones only what is. */
export function compareFormer(
  lost: readonly LostDatabase[],
  told: EnrolReply['former'] = [],
): readonly FormerPhone[] {
  return told.flatMap(({ device, upTo, said }) => {
    const marker = lost.find((one) => one.device === device);
    const known = Math.max(upTo, said, marker?.lastSeq ?? 0);
    return marker || known > upTo ? [{ upTo, known, isThis: marker !== undefined }] : [];
  });
}
