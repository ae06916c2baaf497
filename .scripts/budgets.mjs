/**
 * Weighs, as `gzip -9` would send it, what a phone fetches before the PIN prompt, what it fetches in all to work without
 * a line, and the reader of codes apart from both. Reads dist/client; builds nothing.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const built = join(import.meta.dirname, '..', 'dist', 'client');
/** 1 KB = 1,000 bytes, so that nobody argues about what 190 means. */
const START_SCREEN_LIMIT = 190_000;
/** The copy card on a citizen's phone, which has nothing of ours and perhaps a weak line. */
const COPY_PAGE_LIMIT = 12_000;
/** Parts that the start screen imports dynamically before it can ask for the PIN: sources relative to client/. */
const FETCHED_BEFORE_PIN = [];
/** What the service worker takes in when it is put in, after the first page is there: one of zod's size, and no database's. */
const OUTBOX_SENDER_LIMIT = 25_000;
/** Workers whose address the start screen lists, since only it may turn one into a script, but which start behind the PIN. */
const STARTED_BEHIND_PIN = /code-reader-worker-/;
/** Everything that is kept for days without a line, but for the reader's WebAssembly. */
const PRECACHE_LIMIT = 1_000_000;
/** zxing-wasm 3.1.4 weighs 412,114: what is much more is the build for all kinds of codes, or one that writes them too. */
const READER_LIMIT = 415_000;

if (!existsSync(join(built, 'index.html'))) {
  process.stdout.write('dist/client is not there: run the build first\n');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8'));
const areWithin = [
  judge('copy page', ['the-chep/index.html', ...listNamed('the-chep/index.html')], COPY_PAGE_LIMIT),
  judge('outbox sender', ['outbox-sender.js'], OUTBOX_SENDER_LIMIT),
  judge('start screen', [...listStartFiles()], START_SCREEN_LIMIT),
];
const precached = listPrecached();
const reader = precached.filter((file) => /zxing_reader-[^/]*\.wasm$/.test(file));
const precache = sumUp(precached.filter((file) => !reader.includes(file)));
process.stdout.write(
  `${String(precache).padStart(9)}  precache of ${precached.length - reader.length} files, of at most ${PRECACHE_LIMIT}\n`,
);
process.stdout.write(
  `${String(sumUp(reader)).padStart(9)}  ${reader.join(' ')}, precached apart, of at most ${READER_LIMIT}\n`,
);
if (reader.length !== 1) process.stdout.write('one reader of codes was expected in the precache\n');
const isOver =
  !areWithin.every(Boolean) ||
  precache > PRECACHE_LIMIT ||
  sumUp(reader) > READER_LIMIT ||
  reader.length !== 1;
process.exitCode = isOver ? 1 : 0;

function judge(name, files, limit) {
  const rows = files.map((file) => ({ file, bytes: weigh(file) })).sort((a, b) => b.bytes - a.bytes);
  const total = rows.reduce((sum, row) => sum + row.bytes, 0);
  for (const { file, bytes } of rows) process.stdout.write(`${String(bytes).padStart(9)}  ${file}\n`);
  process.stdout.write(`${String(total).padStart(9)}  ${name}, of at most ${limit} bytes (gzip -9)\n`);
  return total <= limit;
}

function weigh(file) {
  return gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
}

function sumUp(files) {
  return files.reduce((sum, file) => sum + weigh(file), 0);
}

/** As the built service worker lists them. */
function listPrecached() {
  const text = readFileSync(join(built, 'sw.js'), 'utf8');
  const files = [...text.matchAll(/"?url"?:\s*"([^"]+)"/g)].map(([, file]) => file.replace(/^\//, ''));
  if (!files.includes('index.html')) throw new Error('dist/client/sw.js lists no files to keep.');
  return [...new Set(files)];
}

/** index.html, what it names, their static imports and styles, the workers they start, and the service worker. */
function listStartFiles() {
  const entries = Object.entries(manifest).filter(
    ([source, chunk]) => chunk.isEntry || FETCHED_BEFORE_PIN.includes(source),
  );
  const files = new Set(['index.html', ...listNamed('index.html')]);
  for (const [source] of entries) addChunk(files, source);
  addWorkers(files);
  if (!existsSync(join(built, 'sw.js')))
    throw new Error('dist/client/sw.js is not there: is the service worker built?');
  return files.add('sw.js');
}

/** Scripts and styles that a page names. */
function listNamed(page) {
  const html = readFileSync(join(built, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/?([^"?]+\.(?:js|css))"/g)].map(([, file]) => file);
}

function addChunk(files, source) {
  const chunk = manifest[source];
  if (files.has(chunk.file) && chunk.isVisited) return;
  chunk.isVisited = true;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) addChunk(files, imported);
}

/** Workers are not in the manifest: they are the scripts beside it that a start script mentions by name. */
function addWorkers(files) {
  const inManifest = new Set(Object.values(manifest).map((chunk) => chunk.file));
  const others = readdirSync(join(built, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => file.endsWith('.js') && !inManifest.has(file));
  for (const file of files) {
    if (!file.endsWith('.js') || !existsSync(join(built, file))) continue;
    const text = readFileSync(join(built, file), 'utf8');
    for (const worker of others)
      if (!STARTED_BEHIND_PIN.test(worker) && text.includes(basename(worker))) files.add(worker);
  }
}
