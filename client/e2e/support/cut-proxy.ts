/** A wire that can be cut: TCP from a port of its own to the app. Playwright's offline switch leaves some doors open; this has none. */
import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface CutProxy {
  readonly port: number;
  /** Ends every connection at once and refuses new ones. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Cuts as soon as this many more bytes have come up from the browser. */
  readonly cutAfterBytes: (bytes: number) => void;
  readonly bytesUp: () => number;
  /** Requests of the API that have come up, whoever answered them. */
  readonly apiRequests: () => number;
  readonly bytesDown: () => number;
  readonly close: () => Promise<void>;
}

const API_REQUEST = /^(?:GET|POST|PUT) \/api\//gm;

export async function startCutProxy(target: number): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  const line = { open: true, up: 0, down: 0, asked: 0, cutAt: Number.POSITIVE_INFINITY };
  const cut = (): void => {
    line.open = false;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    if (!line.open) return near.destroy();
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) keep(socket, sockets);
    near.on('data', (part: Buffer) => {
      line.up += part.length;
      line.asked += part.toString('latin1').match(API_REQUEST)?.length ?? 0;
      if (line.up >= line.cutAt) cut();
    });
    far.on('data', (part: Buffer) => (line.down += part.length));
    near.pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => Object.assign(line, { open: true, cutAt: Number.POSITIVE_INFINITY }),
    cutAfterBytes: (bytes) => (line.cutAt = line.up + bytes),
    bytesUp: () => line.up,
    apiRequests: () => line.asked,
    bytesDown: () => line.down,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function keep(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
}
