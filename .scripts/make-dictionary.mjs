/** Makes the preset dictionary that operations are compressed with, from blank records of the product's own collections and forms. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import * as z from 'zod/mini';

const USAGE = `Use: make-dictionary.mjs --check          every version can be made again from its sources
     make-dictionary.mjs --write <n>      collect today's sources as version n, which must be new
     make-dictionary.mjs --rewrite <n>    the same over an existing version: only before anybody has sealed with it`;

const root = join(import.meta.dirname, '..');
const generated = join(root, 'shared', 'data', 'generated');
const fixtures = join(root, 'fixtures', 'dictionary');

const sourcesFile = (version) => join(fixtures, `v${version}-sources.json`);
const generatedFile = (version) => join(generated, `dictionary-v${version}.ts`);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const [mode, argument] = process.argv.slice(2);
if (mode === '--check') checkVersions();
else if ((mode === '--write' || mode === '--rewrite') && /^[1-9]\d*$/.test(argument ?? '')) {
  await writeVersion(Number(argument), mode === '--rewrite');
} else {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = 1;
}

function checkVersions() {
  const versions = readdirSync(fixtures).flatMap((name) => /^v(\d+)-sources\.json$/.exec(name)?.[1] ?? []);
  if (versions.length === 0) throw new Error('There is no version to check.');
  for (const version of versions) {
    const isSame = readFileSync(generatedFile(version), 'utf8') === renderModule(version);
    process.stdout.write(`dictionary v${version}: ${isSame ? 'same' : 'DIFFERS from its sources'}\n`);
    if (!isSame) process.exitCode = 1;
  }
}

async function writeVersion(version, mayReplace) {
  if (existsSync(sourcesFile(version)) && !mayReplace) {
    throw new Error(
      `Version ${version} is there, and phones have sealed with it: make version ${version + 1}.`,
    );
  }
  mkdirSync(generated, { recursive: true });
  writeFileSync(sourcesFile(version), `${JSON.stringify(await collectSources(), null, 2)}\n`);
  writeFileSync(generatedFile(version), renderModule(version));
  process.stdout.write(`dictionary v${version}: ${Buffer.byteLength(buildText(version))} bytes\n`);
}

function renderModule(version) {
  const text = JSON.stringify(buildText(version));
  return `/** Made by .scripts/make-dictionary.mjs; never edited: phones have sealed with these bytes. */\nexport const dictionaryV${version} = ${text};\n`;
}

/** Words first, blank records last: deflate reaches the end of a dictionary with the shortest distances. */
function buildText(version) {
  const { words, records } = readJson(sourcesFile(version));
  const recordText = records.join('\n');
  const rare = words.filter((word) => !recordText.includes(word));
  return [...new Set(rare), recordText].join('\n');
}

/** Labels of choices are left out: an answer names its choice by id. */
async function collectSources() {
  const { collections } = await tsImport('../shared/src/model/collections.ts', import.meta.url);
  const forms = listForms();
  const { steps } = readJson(join(root, 'shared', 'data', 'account-steps.json'));
  const outcomes = steps.flatMap((step) => step.outcomes.map(({ id }) => id));
  const phrases = Object.values(readJson(join(fixtures, 'phrases.json'))).flat();
  const choices = forms.flatMap((form) => listFields(form).flatMap(({ choices = [] }) => choices));
  const titles = forms.flatMap((form) => form.documents.map((document) => document.label.vi));
  const enums = collections.flatMap(({ paths }) => paths.flatMap(({ holds }) => listEnums(toSchema(holds))));
  const words = [...titles, ...outcomes, ...choices.map(({ id }) => id), ...enums, ...phrases];
  const dossiers = forms.map((form) => blankOperation('dossier', blankAnswers(form)));
  const records = [...dossiers, blankAccountSetup(steps), ...collections.map(blankOfCollection)];
  return { words: [...new Set(words)], records };
}

function listForms() {
  const folder = join(root, 'shared', 'data', 'procedures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readJson(join(folder, name)))
    .filter(({ form }) => form)
    .map(({ code, form }) => ({ documents: [], ...form, code }));
}

function listFields(form) {
  return form.sections.flatMap(({ fields }) => fields);
}

function blankAnswers(form) {
  const answers = listFields(form).map(({ id, type }) => [`answers/${id}`, type === 'number' ? 1 : '']);
  const papers = form.documents.map(({ id }) => [`papers/${id}`, '']);
  const { code: procedure, formVersion } = form;
  return Object.fromEntries([['procedure', procedure], ['formVersion', formVersion], ...answers, ...papers]);
}

function blankAccountSetup(steps) {
  const given = steps.map(({ id, outcomes }) => [
    `steps/${id}`,
    { outcome: outcomes[0]?.id ?? '', actedBy: 'guided', at: 1790000000000 },
  ]);
  return blankOperation('accountSetup', Object.fromEntries(given));
}

function blankOfCollection({ name, paths }) {
  const ofPhones = paths.filter(({ writers }) => writers.some((writer) => writer !== 'server'));
  const patch = ofPhones.map(({ path, holds }) => [path.replaceAll('*', ''), blankValue(toSchema(holds))]);
  return blankOperation(name, Object.fromEntries(patch));
}

function blankOperation(collection, patch) {
  return JSON.stringify({ collection, record: '', base: 1, patch, at: 1790000000000 });
}

function toSchema(holds) {
  return z.toJSONSchema(holds, { unrepresentable: 'any' });
}

function blankValue(schema) {
  const { enum: values, anyOf, type, properties = {} } = schema;
  if (values) return values[0];
  if (anyOf) return blankValue(anyOf[0]);
  if (type === 'array') return [blankValue(schema.items)];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type !== 'object') return '';
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, key === 'at' ? 1790000000000 : blankValue(value)]),
  );
}

function listEnums(schema) {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
  return [
    ...own,
    ...Object.values(schema).flatMap((value) => (value === schema.enum ? [] : listEnums(value))),
  ];
}
