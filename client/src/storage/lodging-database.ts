/** Whether this machine has ever filled a lodging folder: asked at every start, before the part that can empty one is fetched. */
export const LODGING_DATABASE = 'go-cua-lodging-folder';

/** True also where the browser does not say: then it is looked at. */
export async function hasLodgingMemory(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === LODGING_DATABASE);
  } catch {
    return true;
  }
}
