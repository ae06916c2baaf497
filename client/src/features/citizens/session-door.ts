/** What this screen asks of a session when somebody came to one. Whoever composes the app hands it in; it knows no session. */
import type { RecordId } from '#shared/ids';
import type { AgeBand } from '#shared/model/attendance';
import type { Sex } from '#shared/rules/personal-id';

export interface SessionDoor {
  readonly session: RecordId;
  readonly href: string;
  readonly hamlet: string | undefined;
  /** The words of consent were read to everybody here; each person's yes is still asked. */
  readonly wasReadToRoom: boolean;
  /** The number that the next person gets. */
  readonly nextNumber: string;
  readonly needs: readonly { readonly value: string; readonly label: string }[];
  /** Somebody was counted here without a name: it may be this very person. */
  readonly hasUnnamed: boolean;
  /** Queue number of somebody who is here already. */
  readonly findNumber: (citizen: string) => string | undefined;
  /** Gives the person a place in the queue and answers their number. */
  readonly admit: (arrival: {
    readonly citizen: RecordId;
    readonly sex?: Sex | undefined;
    readonly ageBand?: AgeBand | undefined;
    readonly need?: string | undefined;
    readonly wasCounted: boolean;
  }) => string;
  /** One head without a name; of somebody who was counted at the door that head says so, and nobody is added. */
  readonly countUnnamed: (head: { readonly declined: boolean; readonly wasCounted: boolean }) => void;
}
