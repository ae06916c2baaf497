/** Where the built worker of practice lies, for the allow-list of script addresses and for starting it. */
import address from './practice-worker.ts?worker&url';

export const practiceWorkerAddress: string = address;
