/** Where the built script of the code reader lies, for the allow-list of script addresses and for starting it. */
import address from './code-reader-worker.ts?worker&url';

export const codeReaderAddress: string = address;
