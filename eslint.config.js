import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { houseRules } from './.scripts/house-rules.mjs';

const TYPED = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'client/e2e/**', '**/storage-suite.ts'];
const SQL =
  '/^\\s*(select\\s.+\\sfrom|insert\\s+(or\\s+\\w+\\s+)?into|update\\s.+\\sset|delete\\s+from|create\\s+(table|index|unique|trigger)|alter\\s+table|pragma)\\s/is';

/** What both time and chance hide behind: shared code gets them as arguments. */
const IMPURE_GLOBALS = [
  ...['performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['crypto', 'fetch', 'console', 'process', 'Buffer', 'navigator', 'window', 'document', 'globalThis'],
  ...['localStorage', 'indexedDB'],
];

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration, ExportNamedDeclaration > ExportSpecifier[exported.name="default"]',
  message: 'Named exports only: a name that is searched for must be found.',
};
const NO_SKIPPED_TEST = {
  selector:
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme|fails)$/]',
  message: 'A test runs or does not exist.',
};
const NO_SQL = [`Literal[value=${SQL}]`, `TemplateElement[value.raw=${SQL}]`].map((selector) => ({
  selector,
  message: 'SQL lives in sync-server/src/storage only.',
}));
const NO_AMBIENT_TIME = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes in as an argument.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as an argument.' },
];

export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'coverage/**', 'test-results/**', 'shared/data/generated/**'] },
  { linterOptions: { noInlineConfig: true } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: TYPED })),
  {
    files: ['**/*.{ts,tsx,js,mjs,cjs}'],
    plugins: { house: houseRules },
    rules: {
      'house/file-name': 'error',
      'house/import-path': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'max-params': ['error', 3],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_SKIPPED_TEST],
      'no-undef-init': 'error',
      'no-unreachable': 'error',
      'no-fallthrough': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: TYPED,
    languageOptions: {
      parserOptions: {
        project: ['.tsconfig.lint.json', 'client/tsconfig.sw.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['client/src/**', 'sync-server/src/**', 'shared/src/**', 'shared/simulation/**'],
    ignores: TESTS,
    rules: { 'house/opening-sentence': 'error' },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['shared/src/**/*.ts', 'shared/simulation/**/*.ts'],
    ignores: [...TESTS, 'shared/simulation/run.ts', 'shared/simulation/mutants.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes in as an argument.' },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_SKIPPED_TEST, ...NO_AMBIENT_TIME],
    },
  },
  {
    files: ['sync-server/src/**/*.ts'],
    ignores: ['sync-server/src/storage/**', ...TESTS],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_SKIPPED_TEST, ...NO_SQL] },
  },
  { files: ['*.config.*'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['shared/data/**', 'client/src/i18n/{vi,en}/**', 'fixtures/**'], rules: { 'max-lines': 'off' } },
  { files: TESTS, rules: { 'max-lines-per-function': 'off' } },
);
