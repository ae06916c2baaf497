/** Checks who imports whom against .dependency-cruiser.cjs, and that the check really read the house. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = join(import.meta.dirname, '..');
process.chdir(root);

const { modulesFloor, forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const folders = ['client', 'sync-server', 'shared', 'fixtures', '.scripts'].filter((folder) =>
  existsSync(folder),
);
const { output } = await cruise(
  folders,
  { ...options, ruleSet: { forbidden }, validate: true },
  { ...options.enhancedResolveOptions, extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'] },
  { tsConfig: extractTsConfig(options.tsConfig.fileName) },
);

const ours = output.modules.filter((module) =>
  /^(client|sync-server|shared|fixtures|\.scripts)\//.test(module.source),
);
for (const { rule, from, to, cycle } of output.summary.violations) {
  const way = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  process.stdout.write(`${rule.name}: ${from} → ${way}\n`);
}
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/arrows.json', JSON.stringify({ modules: ours.length }));
process.stdout.write(`${ours.length} modules cruised, ${output.summary.violations.length} breaches\n`);
if (ours.length < modulesFloor) process.stdout.write(`at least ${modulesFloor} modules were expected\n`);
process.exitCode = output.summary.violations.length > 0 || ours.length < modulesFloor ? 1 : 0;
