/** A broken promise, by the name under which the invariants are listed. */
export const invariants = {
  I1: 'nothing that was shown as saved is lost without being named',
  I2: 'what an answer acknowledged is still in the store after any failure',
  I3: "each device's operations are placed and applied densely, in one order, once",
  I4: 'the same batch again changes nothing and gives the same answer',
  I5: 'nothing leaves the outbox before it is acknowledged',
  I6: 'no ciphertext is deleted before a verified backup holds it',
  I7: 'all devices show the same in the end, and what two people wrote unseen is both kept',
  I8: 'a reference is accepted at most once by the portal',
  I9: 'no dossier stays unknown: each is confirmed, waiting for the citizen, refused, or with a person',
  I10: 'no call leaves without a durable intent that names its attempt and payload',
  I11: 'within one life of the store, every attempt carries the same bytes',
  I12: 'every head that was counted is counted once',
  I13: 'a device clock changes nothing but the shown time',
  I16: 'no save of one tab is lost to another tab',
  I25: 'everything arrives soon after the line is good',
  I26: 'nothing wedges the queue',
  I27: 'what its person may still refuse gets no place before whoever writes it is done',
  I28: 'a place that was given is never given to something else, whatever copy of it came back',
  I29: 'what one of two copies still holds is all there after the next opening',
  I30: 'a marker never says less than what was only here when it was noted, and never that a whole database is older',
  I31: 'a worker that reports that nothing is left has brought everything that was queued to the commune',
} as const;
export type Invariant = keyof typeof invariants;

export class Violation extends Error {
  readonly invariant: Invariant;

  constructor(invariant: Invariant, facts: string) {
    super(`${invariant} (${invariants[invariant]}): ${facts}`);
    this.invariant = invariant;
  }
}
