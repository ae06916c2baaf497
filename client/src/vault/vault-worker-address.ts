/** Where the built worker script lies, for the allow-list of script addresses and for starting it. */
import address from './vault-worker.ts?worker&url';

export const vaultWorkerAddress: string = address;
