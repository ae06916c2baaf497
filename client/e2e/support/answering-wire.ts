/** Stands between the wire and the server and can hold one request, or keep one answer back: the moments at which a phone dies. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Hold {
  readonly path: RegExp;
  /** `request`: the server never hears of it. `answer`: the server has done it, and the phone never learns. */
  readonly side: 'request' | 'answer';
  /** So many of the same go through first. */
  readonly after: number;
}

export interface AnsweringWire {
  readonly port: number;
  /** Resolves once such a request, or its answer, is held; it is never let go. */
  readonly holdOne: (hold: Hold) => Promise<void>;
  /** From now on the service worker is another one, by a comment at its end; each time yet another. */
  readonly offerNewVersion: () => void;
  readonly close: () => Promise<void>;
}

interface Traffic {
  hold: (Hold & { left: number; reached: () => void }) | undefined;
  version: number;
}

export async function startAnsweringWire(target: number): Promise<AnsweringWire> {
  const traffic: Traffic = { hold: undefined, version: 0 };
  const server = createServer((question, reply) => {
    question.on('error', () => undefined);
    reply.on('error', () => undefined);
    void carry(question, reply, { target, traffic });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    holdOne: (hold) =>
      new Promise((reached) => {
        traffic.hold = { ...hold, left: hold.after, reached };
      }),
    offerNewVersion: () => void traffic.version++,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function carry(
  question: IncomingMessage,
  reply: ServerResponse,
  { target, traffic }: { readonly target: number; readonly traffic: Traffic },
): Promise<void> {
  const path = question.url ?? '/';
  const hold = takeHold(traffic, path);
  if (hold?.side === 'request') return hold.reached();
  const isChanged = traffic.version > 0 && path.startsWith('/sw.js');
  try {
    const answer = await ask(question, target, isChanged);
    // A refusal, of a nonce from before the kill for one, is not the answer that is waited for.
    if (hold && answer.status === 200) return hold.reached();
    traffic.hold ??= hold;
    const body = isChanged
      ? Buffer.concat([answer.body, Buffer.from(`\n// version ${traffic.version}\n`)])
      : answer.body;
    reply.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
    reply.end(body);
  } catch {
    reply.destroy();
  }
}

function takeHold(traffic: Traffic, path: string): Traffic['hold'] {
  const { hold } = traffic;
  if (!hold?.path.test(path)) return undefined;
  if (hold.left > 0) {
    hold.left -= 1;
    return undefined;
  }
  traffic.hold = undefined;
  return hold;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function ask(question: IncomingMessage, port: number, wantsPlain: boolean): Promise<Answer> {
  const headers = { ...question.headers };
  if (wantsPlain)
    for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name];
  const sent = await readAll(question);
  return new Promise((resolve, reject) => {
    const on = { host: '127.0.0.1', port, method: question.method, path: question.url, headers };
    const far = request(on, (answer) => {
      const { 'transfer-encoding': _, ...rest } = answer.headers;
      readAll(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 502, headers: rest, body }),
        reject,
      );
    });
    far.on('error', reject);
    far.end(sent);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
