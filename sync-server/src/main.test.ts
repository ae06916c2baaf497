import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { enrolReply } from '#shared/contracts/enrolment';
import { bytesToBase64Url } from '#shared/ids';
import { makeSigningPair } from '../../fixtures/devices/device-keys.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const DEMO = '.scripts/demo.ts';
const MAIN = 'sync-server/src/main.ts';
const FIRST = 'sync-server/src/commands/first-administrator.ts';

/** Each starts programs of their own, on a machine that may be busy with other tests. */
const PATIENT = { timeout: 90_000 };

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

function makePlaces(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'go-cua-start-'));
  folders.push(folder);
  const ports = { PORT: '0', PORTAL_PORT: '0' };
  return {
    DATA_DIR: join(folder, 'data'),
    KEYS_DIR: join(folder, 'keys'),
    BACKUP_DIR: join(folder, 'backup'),
    ...ports,
  };
}

function run(script: string, env: Record<string, string>, args: readonly string[] = []) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString('utf8')));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const until = (stream: 'out' | 'err', pattern: RegExp) =>
    expect.poll(() => said[stream], { timeout: 45_000 }).toMatch(pattern);
  return { child, said, ended, until, type: (line: string) => child.stdin.write(`${line}\n`) };
}

async function enrol(app: string, code: string): Promise<string> {
  const [sendKey, readKey] = [makeSigningPair(), makeSigningPair()].map((one) => bytesToBase64Url(one.raw));
  const body = JSON.stringify({ code, sendKey, readKey, deviceName: 'Máy thử', build: 'test' });
  const reply = await fetch(`${app}/api/enrol`, { method: 'POST', body });
  return enrolReply.parse(await reply.json()).words.join(' ');
}

interface DemoLine {
  readonly app: string;
  readonly portal: string;
  readonly roles: Record<'volunteer' | 'officer' | 'head', { url: string; invitation: string }>;
}

describe('npm start', PATIENT, () => {
  it('says in one line where everything is, approves by typed words, and ends cleanly', async () => {
    const places = makePlaces();
    const demo = run(DEMO, places, ['--json']);
    await demo.until('out', /\n$/);
    const line = JSON.parse(demo.said.out) as DemoLine;
    expect(demo.said.out.trim().split('\n')).toHaveLength(1);
    expect(line.roles.volunteer.url).toBe(line.app.replace('localhost', 'volunteer.localhost'));
    expect((await fetch(`${line.app}/api/health`)).status).toBe(200);
    expect(await (await fetch(line.portal)).text()).toContain('<html');
    const words = await enrol(line.app, line.roles.volunteer.invitation);
    demo.type('không phải bốn từ');
    await demo.until('err', /Bốn từ này không khớp/);
    demo.type(words.toUpperCase());
    await demo.until('err', /Đã duyệt máy của Nguyễn Thị Hạnh/);
    demo.child.kill('SIGTERM');
    expect(await demo.ended).toBe(0);
    const wal = join(places['DATA_DIR'] ?? '', 'go-cua.sqlite-wal');
    expect(existsSync(wal) ? statSync(wal).size : 0).toBe(0);
  });

  it('started again has the same commune, and Enter prints fresh invitations', async () => {
    const places = makePlaces();
    const first = run(DEMO, places, ['--json']);
    await first.until('out', /\n$/);
    // Ctrl-C in a terminal reaches the program itself and again through the one that started it.
    first.child.kill('SIGINT');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const again = run(DEMO, places);
    await again.until('out', /Ctrl-C/);
    const codes = () => again.said.out.match(/[B-Z]{5}-[B-Z]{5}/g) ?? [];
    expect(codes()).toHaveLength(3);
    again.type('');
    await expect.poll(() => new Set(codes()).size, { timeout: 5_000 }).toBe(6);
    expect(again.said.out).toContain('▀');
  });
});

describe('what a server that cannot start says', PATIENT, () => {
  it('names a busy port and the way out', async () => {
    const places = makePlaces();
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '::', () => resolve((other.address() as { port: number }).port)),
    );
    const demo = run(DEMO, { ...places, PORT: String(port) });
    expect(await demo.ended).toBe(1);
    expect(demo.said.err).toContain(`Cổng ${port} đang có chương trình khác dùng`);
    expect(demo.said.err).not.toContain(' at ');
    other.close();
  });

  it('names a folder that is none, keys that are missing, and a setting that is wrong', async () => {
    const places = makePlaces();
    const file = join(folders[0] ?? '', 'a-file');
    writeFileSync(file, '');
    const [folder, keys, setting] = [
      run(MAIN, { ...places, DATA_DIR: join(file, 'data') }),
      run(MAIN, places),
      run(MAIN, { ...places, PORTAL_WINDOW: 'soon' }),
    ];
    expect([await folder.ended, await keys.ended, await setting.ended]).toEqual([1, 1, 1]);
    expect(folder.said.err).toContain(`Không ghi được vào thư mục ${join(file, 'data')}`);
    expect(keys.said.err).toContain('npm run first-administrator');
    expect(setting.said.err).toContain('PORTAL_WINDOW must look like');
  });

  it('refuses keys that are not those of its data', async () => {
    const [one, other] = [makePlaces(), makePlaces()];
    for (const places of [one, other]) {
      const demo = run(DEMO, places, ['--json']);
      await demo.until('out', /\n$/);
      demo.child.kill('SIGTERM');
      await demo.ended;
    }
    const mixed = run(MAIN, { ...one, KEYS_DIR: other['KEYS_DIR'] ?? '' });
    expect(await mixed.ended).toBe(1);
    expect(mixed.said.err).toContain('không phải khoá của dữ liệu');
  });
});

describe('npm run first-administrator', PATIENT, () => {
  const OPTIONS = ['--commune', 'xã Ví Dụ', '--province', 'tỉnh Thử', '--province-code', '46', '--phone', ''];

  it('makes keys, shows the 16 words once, and lets in the administrator by four words', async () => {
    const places = makePlaces();
    const command = run(FIRST, places, OPTIONS);
    await command.until('out', /Mã xã/);
    command.type('12');
    await command.until('out', /Mã xã[\s\S]+Mã xã/);
    command.type('19885');
    await command.until('out', /Họ tên/);
    command.type('Phạm Văn Quản Trị');
    await command.until('out', /gõ vào đây bốn từ/);
    const [, shown = ''] = /shown this once\.([^─]+)──/.exec(command.said.out) ?? [];
    expect(shown.match(/\b\d{1,2} [a-z]+\b/g)).toHaveLength(16);
    const [app] = /http:\/\/localhost:\d+/.exec(command.said.out) ?? [''];
    const [code] = /[B-Z]{5}-[B-Z]{5}/.exec(command.said.out) ?? [''];
    command.type(await enrol(app, code));
    expect(await command.ended).toBe(0);
    expect(command.said.out).toContain('Đã duyệt máy của Phạm Văn Quản Trị');

    const server = run(MAIN, places, ['--json']);
    await server.until('out', /\n$/);
    const { app: address } = JSON.parse(server.said.out) as { app: string };
    expect((await fetch(`${address}/api/health`)).status).toBe(200);
    expect(server.said.err).toContain(places['DATA_DIR'] ?? '?');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const again = run(FIRST, places, [...OPTIONS, '--code', '19885', '--name', 'Người Thứ Hai']);
    await again.until('out', /gõ vào đây bốn từ/);
    expect(again.said.out).not.toContain('RECOVERY WORDS');
  });

  it('says which option is wrong', async () => {
    const command = run(FIRST, makePlaces(), [...OPTIONS, '--code', 'abc', '--name', 'X']);
    expect(await command.ended).toBe(1);
    expect(command.said.err).toContain('--code');
  });
});
