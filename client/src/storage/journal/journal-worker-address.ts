/** Where the built worker script lies, for the allow-list of script addresses and for starting it. */
import address from './journal-worker.ts?worker&url';

export const journalWorkerAddress: string = address;
