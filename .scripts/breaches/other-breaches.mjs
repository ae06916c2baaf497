/** What types, dead code, format and the test runs must catch. */
import { OPENING } from './planted-text.mjs';

export const otherBreaches = [
  {
    kind: 'a type error',
    check: 'types',
    files: { 'shared/src/rules/planted-number.ts': `${OPENING}export const fee: number = 'free';\n` },
    expected: 'TS2322',
  },
  {
    kind: 'an index that may be absent',
    check: 'types',
    files: {
      'sync-server/src/services/planted-first.ts': `${OPENING}export const first = (rows: string[]): string => rows[0];\n`,
    },
    expected: 'TS2322',
  },
  {
    kind: 'a browser type in shared',
    check: 'types',
    files: { 'shared/src/rules/planted-page.ts': `${OPENING}export const title = () => document.title;\n` },
    expected: 'TS2584',
  },
  {
    kind: 'a message that Vietnamese does not have',
    check: 'types',
    files: {
      'client/src/i18n/planted-key.ts': `${OPENING}import { getTranslator } from './language.ts';\nexport const planted = () => getTranslator().t('shell.plantedAbsent', {});\n`,
    },
    expected: 'TS2345',
  },
  {
    kind: 'a message that English lacks',
    check: 'types',
    files: {
      'client/src/i18n/planted-english.ts': `${OPENING}import { messagesEn } from './messages-en.ts';\nimport type { Messages } from './messages-vi.ts';\nconst { lock, ...others } = messagesEn;\nexport const planted: [Messages, unknown] = [others, lock];\n`,
    },
    expected: 'TS2741',
  },
  {
    kind: 'an unused export',
    check: 'dead-code',
    files: {
      'shared/src/rules/planted-unused.ts': `${OPENING}export const fee = 1;\nexport const spareFee = 2;\n`,
      'shared/src/rules/planted-unused.test.ts': "import { fee } from './planted-unused.ts';\nvoid fee;\n",
    },
    expected: 'spareFee',
  },
  {
    kind: 'a file that nothing imports',
    check: 'dead-code',
    files: { 'client/src/ui/planted-orphan.ts': `${OPENING}export const planted = 1;\n` },
    expected: '',
  },
  {
    kind: 'a layout that is not ours',
    check: 'format',
    files: { 'client/src/ui/planted-layout.ts': `${OPENING}export const planted={a:1}\n` },
    expected: '',
  },
  {
    kind: 'a test left alone with .only',
    check: 'unit',
    files: {
      'shared/src/planted-only.test.ts':
        "import { test } from 'vitest';\ntest.only('alone', () => undefined);\n",
    },
    expected: 'only',
  },
  {
    kind: 'a rule that leans on the time zone',
    check: 'unit:elsewhere',
    files: {
      'shared/src/planted-zone.test.ts':
        "import { expect, test } from 'vitest';\ntest('the hour is that of Vietnam', () => {\n  expect(new Date(Date.UTC(2026, 0, 1)).getHours()).toBe(7);\n});\n",
    },
    expected: 'Vietnam',
  },
];
