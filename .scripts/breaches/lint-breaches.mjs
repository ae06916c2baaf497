/** What ESLint must catch: the file to plant and the rule that answers. */
import { OPENING, repeatLine } from './planted-text.mjs';

const lint = (kind, path, [text, expected]) => ({
  kind,
  check: 'lint',
  files: { [path]: OPENING + text },
  expected,
});

export const lintBreaches = [
  lint('a floating promise', 'client/src/custody/planted-promise.ts', [
    'async function send() { await Promise.resolve(); }\nexport function start() { send(); }\n',
    'no-floating-promises',
  ]),
  lint('a promise where a yes or no is wanted', 'sync-server/src/services/planted-condition.ts', [
    'async function isKnown() { return Promise.resolve(true); }\nexport function accept() { return isKnown() ? 1 : 2; }\n',
    'no-misused-promises',
  ]),
  lint('the clock in shared', 'shared/src/rules/planted-now.ts', [
    'export const now = () => Date.now();\n',
    'no-restricted-properties',
  ]),
  lint('today in shared', 'shared/src/rules/planted-today.ts', [
    'export const today = () => new Date();\n',
    'no-restricted-syntax',
  ]),
  lint('chance in shared', 'shared/src/custody/planted-chance.ts', [
    'export const draw = () => Math.random();\n',
    'no-restricted-properties',
  ]),
  lint('chance in the simulator', 'shared/simulation/planted-chance.ts', [
    'export const draw = () => crypto.randomUUID();\n',
    'no-restricted-globals',
  ]),
  lint('a timer in shared', 'shared/src/custody/planted-timer.ts', [
    'export const wait = () => setTimeout(() => 1, 1);\n',
    'no-restricted-globals',
  ]),
  lint('the network in shared', 'shared/src/contracts/planted-fetch.ts', [
    "export const load = () => fetch('/');\n",
    'no-restricted-globals',
  ]),
  lint('a file over 300 lines', 'client/src/ui/planted-long-file.ts', [
    repeatLine(301, (n) => `export const n${n} = ${n};`),
    'max-lines',
  ]),
  lint('a function of 61 lines', 'client/src/ui/planted-long-function.ts', [
    `export function addUp(sum: number) {\n${repeatLine(58, () => '  sum += 1;')}\n  return sum;\n}\n`,
    'max-lines-per-function',
  ]),
  lint('four parameters', 'client/src/ui/planted-parameters.ts', [
    'export const add = (a: number, b: number, c: number, d: number) => a + b + c + d;\n',
    'max-params',
  ]),
  lint('a default export', 'client/src/ui/planted-default.ts', [
    'export default 1;\n',
    'no-restricted-syntax',
  ]),
  lint('a file name that is not kebab-case', 'client/src/ui/PlantedName.ts', [
    'export const planted = 1;\n',
    'house/file-name',
  ]),
  lint('a file named helpers', 'client/src/ui/planted-helpers.ts', [
    'export const planted = 1;\n',
    'house/file-name',
  ]),
  lint('a relative import without its ending', 'shared/src/model/planted-ending.ts', [
    "export * from '../result';\n",
    'house/import-path',
  ]),
  lint('shared by a relative path', 'client/src/custody/planted-path.ts', [
    "export * from '../../../shared/src/result.ts';\n",
    'house/import-path',
  ]),
  lint('a value import of a type', 'client/src/custody/planted-type.ts', [
    "import { Result } from '#shared/result';\nexport type Kept = Result<1, 2>;\n",
    'consistent-type-imports',
  ]),
  lint('a hook under a condition', 'client/src/features/planted/planted-view.tsx', [
    "import { useState } from 'react';\nexport function PlantedView(props: { on: boolean }) {\n  if (props.on) useState(1);\n  return null;\n}\n",
    'rules-of-hooks',
  ]),
  lint('SQL above storage', 'sync-server/src/services/planted-sql.ts', [
    "export const query = 'SELECT id FROM record WHERE id = 1';\n",
    'no-restricted-syntax',
  ]),
  lint('a skipped test', 'shared/src/planted-skip.test.ts', [
    "import { test } from 'vitest';\ntest.skip('later', () => undefined);\n",
    'no-restricted-syntax',
  ]),
  lint('a case left out of a switch', 'shared/src/rules/planted-switch.ts', [
    "export function tell(way: 'in' | 'out') {\n  switch (way) {\n    case 'in':\n      return 1;\n  }\n}\n",
    'switch-exhaustiveness-check',
  ]),
  {
    kind: 'a module that does not say what it is for',
    check: 'lint',
    files: { 'client/src/ui/planted-silent.ts': 'export const planted = 1;\n' },
    expected: 'house/opening-sentence',
  },
];
