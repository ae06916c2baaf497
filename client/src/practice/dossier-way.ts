/** The way of a dossier that goes well, one step at a time, as a trainee plays it for the one-stop. Moves nothing. */

/** Codes of the national synchronisation, each allowed after the one before it: accepted, in progress, resolved. */
const WAY = [2, 4, 9] as const;

/** What the one-stop does next with a lodged dossier that stands at `status`; undefined once there is a result. */
export function findNextStatus(status: number): (typeof WAY)[number] | undefined {
  return WAY.find((code) => code > status);
}
