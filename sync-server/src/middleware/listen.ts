/** Opens the port and closes it again, cutting nobody off who is being answered. Knows no route. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { err, ok, type Result } from '#shared/result';

export interface Place {
  readonly host: string;
  readonly port: number;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export type ListenFault =
  | { readonly type: 'portBusy'; readonly port: number }
  | { readonly type: 'portRefused'; readonly port: number; readonly reason: string };

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** How long an answer under way may still take once the server was told to stop. */
const GRACE_MS = 3_000;

/** A machine without IPv6 cannot listen on `::`: there it listens on every IPv4 address. */
export async function listen(fetch: Fetch, place: Place): Promise<Result<Listening, ListenFault>> {
  const first = await tryToListen(fetch, place);
  const hasNoIpv6 = !first.ok && (first.error === 'EAFNOSUPPORT' || first.error === 'EADDRNOTAVAIL');
  const opened =
    hasNoIpv6 && place.host === '::' ? await tryToListen(fetch, { ...place, host: '0.0.0.0' }) : first;
  if (opened.ok) return opened;
  const { port } = place;
  return err(
    opened.error === 'EADDRINUSE'
      ? { type: 'portBusy', port }
      : { type: 'portRefused', port, reason: opened.error },
  );
}

function tryToListen(fetch: Fetch, { host, port }: Place): Promise<Result<Listening, string>> {
  const server = createAdaptorServer({ fetch });
  return new Promise((resolve) => {
    server.once('error', (fault: NodeJS.ErrnoException) => resolve(err(fault.code ?? fault.message)));
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      resolve(ok({ port: address.port, close: () => closeGently(server) }));
    });
  });
}

function closeGently(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
