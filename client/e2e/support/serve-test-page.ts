/** Builds one page of client/e2e/pages as the app is built and serves it under a given policy. Knows no page by content. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

export interface ServedPage {
  readonly address: string;
  /** What the browser reported against the policy, from pages and workers. */
  readonly reports: readonly string[];
  readonly stop: () => void;
}

const root = join(import.meta.dirname, '../../..');

/** Answers the folder of the built files. */
export async function buildTestPage(name: string): Promise<string> {
  const outDir = join(root, '.cache', 'test-pages', name);
  await build({
    configFile: false,
    root: join(root, 'client/e2e/pages', name),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome107', 'safari16.4', 'firefox115'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
    worker: { format: 'es' },
  });
  return outDir;
}

export async function servePage(folder: string, policy: string): Promise<ServedPage> {
  const reports: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/report') {
      request.on('data', (part: Buffer) => reports.push(part.toString('utf8')));
      request.on('end', () => response.writeHead(204).end());
      return;
    }
    const file = join(folder, normalize(path === '/' ? '/index.html' : path));
    const headers = {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': `${policy}; report-uri /report`,
    };
    try {
      response.writeHead(200, headers).end(readFileSync(file));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, reports, stop: () => server.close() };
}
