import { mkdirSync, writeFileSync } from 'node:fs';
import { request as askHttp } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/contracts/error-codes';
import { ok } from '#shared/result';
import { type FixtureServer, makeFolders } from '../../fixtures/devices/make-server.ts';
import { closeServers, openServer } from '../../fixtures/devices/open-servers.ts';
import { listen, type Listening } from './middleware/listen.ts';
import type { PublicRoute } from './routes/route.ts';

const ports: Listening[] = [];
afterEach(async () => {
  for (const port of ports.splice(0)) await port.close();
  closeServers();
});

async function openWithClient() {
  const folders = makeFolders();
  const staticDir = join(folders.root, 'client');
  mkdirSync(join(staticDir, 'assets'), { recursive: true });
  writeFileSync(join(staticDir, 'index.html'), '<!doctype html><title>Gõ Cửa</title>');
  writeFileSync(join(staticDir, 'sw.js'), 'self.addEventListener("install", () => {});');
  writeFileSync(
    join(staticDir, 'assets', 'main-Ab3dE6gH.js'),
    `export const text = ${JSON.stringify('gõ '.repeat(2_000))};`,
  );
  return openServer({ folders, staticDir });
}

async function listenOn(server: FixtureServer): Promise<number> {
  const listening = await listen(server.app.fetch, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error.type);
  ports.push(listening.value);
  return listening.value.port;
}

describe('the server’s own names', () => {
  it('are answered with or without a port, every other name is turned away before anything is read', async () => {
    const { app } = await openServer();
    const ask = (host: string) => app.request('/api/health', { headers: { host } });
    expect((await ask('localhost')).status).toBe(200);
    expect((await ask('LOCALHOST:8300')).status).toBe(200);
    for (const host of ['evil.example', 'localhost.evil.example', 'evil.example:8300', '127.0.0.1', '']) {
      expect((await ask(host)).status, host).toBe(421);
    }
  });
});

describe('the pages', () => {
  it('bear the policy that the trials passed, on page, script and worker alike', async () => {
    const server = await openWithClient();
    for (const path of ['/', '/sw.js', '/assets/main-Ab3dE6gH.js', '/api/health', '/missing.js']) {
      const { headers } = await server.send(path, { headers: { accept: 'text/html' } });
      expect(headers.get('content-security-policy'), path).toBe(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
          "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self'; " +
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
          'trusted-types app-sw',
      );
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('permissions-policy'), path).toContain('camera=(self)');
    }
  });

  it('keep hashed files for ever and ask for the others each time', async () => {
    const server = await openWithClient();
    const caching = async (path: string) =>
      (await server.send(path, { headers: { accept: 'text/html' } })).headers.get('cache-control');
    expect(await caching('/assets/main-Ab3dE6gH.js')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/sw.js', '/index.html', '/ho-so/moi'])
      expect(await caching(path), path).toBe('no-cache');
  });

  it('come compressed', async () => {
    const server = await openWithClient();
    const { headers } = await server.send('/assets/main-Ab3dE6gH.js', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(headers.get('content-encoding')).toBe('gzip');
  });

  it('are the same page at every address that a person may open, and nothing else is', async () => {
    const server = await openWithClient();
    const page = { headers: { accept: 'text/html,*/*' } };
    const visit = await server.send('/ho-so/moi', page);
    expect([visit.status, await visit.text()]).toEqual([200, '<!doctype html><title>Gõ Cửa</title>']);
    const status = async (path: string, init: RequestInit) => (await server.send(path, init)).status;
    expect(await status('/assets/gone-Ab3dE6gH.js', page)).toBe(404);
    expect(await status('/ho-so/moi', { headers: { accept: 'application/json' } })).toBe(404);
    expect(await status('/ho-so/moi', { ...page, method: 'POST' })).toBe(404);
    expect(await status('/api/ho-so', page)).toBe(404);
    expect(await status('/%2e%2e/%2e%2e/package.json', page)).toBe(404);
    expect(await status('/..%2f..%2fpackage.json', page)).toBe(404);
    expect(await status('/%00', page)).toBeLessThan(500);
  });
});

describe('what is not in the table', () => {
  it('does not exist, whatever the method', async () => {
    const server = await openServer();
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await server.send('/api/nothing', { method });
      expect([method, response.status, await response.json()]).toEqual([method, 404, { error: 'notFound' }]);
    }
    expect((await server.send('/api/sync', { method: 'GET' })).status).toBe(404);
    expect((await server.send('/api/sync/', { method: 'POST' })).status).toBe(404);
  });
});

describe('a refusal', () => {
  it('has the status of its code, and a fault of ours is told by a number and nothing more', async () => {
    const route = (path: string, handle: () => Promise<never>) =>
      ({ method: 'GET', path, access: 'public', bodyBytes: 0, handle }) as const;
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const server = await openServer({
      moreRoutes: () => [
        route('/api/breaks', () => Promise.reject(new Error('Nguyễn Thị Ví Dụ, 099185004567'))),
        route('/api/full', () => Promise.reject(full)),
      ],
    });
    const broken = await server.send('/api/breaks', {});
    const said = await broken.text();
    expect(broken.status).toBe(errorCodes.busy.status);
    expect(said).toMatch(/^\{"error":"busy","detail":\{"fault":"[0-9a-f]{8}"\}\}$/);
    expect(server.log.join()).toContain('Ví Dụ');
    const { status } = await server.send('/api/full', {});
    expect(status).toBe(507);
  });

  it('comes before the body when its announced length is too great, and after the limit when it lies', async () => {
    const server = await openServer({
      moreRoutes: () => [
        {
          method: 'POST',
          path: '/api/small',
          access: 'public',
          bodyBytes: 10,
          handle: async () => ok({ body: '', type: null }),
        },
      ],
    });
    const port = await listenOn(server);
    const headers = { host: 'localhost', 'content-length': 11 };
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = askHttp(
        { port, host: '127.0.0.1', path: '/api/small', method: 'POST', headers },
        (response) => {
          resolve(response.statusCode);
          sending.destroy();
        },
      );
      sending.on('error', reject);
      sending.flushHeaders();
    });
    expect(status).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(11));
        controller.close();
      },
    });
    const lying = await server.send('/api/small', {
      method: 'POST',
      body: chunked,
      duplex: 'half',
    } as RequestInit);
    expect(lying.status).toBe(413);
  });
});

describe('a sync answer on the line', () => {
  it('has no header but its length, and leaves the connection open', async () => {
    const server = await openServer();
    const commune = await server.makeCommune();
    const phone = await server.enrol(commune.n);
    await phone.sync();
    const port = await listenOn(server);
    const ask = (): Buffer => {
      const { body } = phone.makeSyncBody();
      const head = `POST /api/sync HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${body.length}\r\n\r\n`;
      return Buffer.concat([Buffer.from(head), body]);
    };
    const socket = connect(port, '127.0.0.1');
    const answer = (): Promise<string> =>
      new Promise((resolve) => socket.once('data', (bytes) => resolve(bytes.toString('latin1'))));
    socket.write(ask());
    const first = await answer();
    expect(first.split('\r\n\r\n')[0]).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-length: \d+$/);
    socket.write(ask());
    expect(await answer()).toMatch(/^HTTP\/1\.1 401/);
    socket.destroy();
  });
});

describe('who is asking', () => {
  const echo: PublicRoute = {
    ...{ method: 'GET', path: '/api/echo', access: 'public', bodyBytes: 0 },
    handle: async ({ address }) => ok({ body: address, type: 'text/plain' }),
  };

  it.each([
    [['127.0.0.1'], '203.0.113.9'],
    [[], '127.0.0.1'],
  ])('is told by our own proxy (%j), and by nobody else', async (trustedProxies, expected) => {
    const server = await openServer({ trustedProxies, moreRoutes: () => [echo] });
    const headers = { host: 'localhost', 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
    const line = { incoming: { socket: { remoteAddress: '::ffff:127.0.0.1' } } };
    expect(await (await server.app.request('/api/echo', { headers }, line as never)).text()).toBe(expected);
  });
});
