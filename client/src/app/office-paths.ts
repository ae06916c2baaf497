/** Where things are that only the office has. Apart from paths.ts, which stands before the PIN. */
export const POLICE_PATH = '/cong-an';
