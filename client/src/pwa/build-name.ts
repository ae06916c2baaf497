/** Told to the server with every heartbeat, so that it can ask an old build to update. */
export const BUILD = '0.1.0';
