/** The server of a commune: reads its configuration, opens its data, listens. Decides nothing. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeConfig, readConfig } from './config.ts';
import { describeStartFault, type StartFault } from './describe-start-fault.ts';
import { openDeployment } from './services/open-deployment.ts';
import { startServer } from './start-server.ts';
import { onStopSignal } from './stop-signals.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const isForPrograms = process.argv.includes('--json');
const say = (line: string): void => console.error(line);

function giveUp(fault: StartFault): never {
  say(describeStartFault(fault));
  process.exit(1);
}

const config = readConfig(process.env, root);
if (!config.ok) {
  for (const fault of config.error) say(fault.message);
  process.exit(1);
}
const deployment = await openDeployment(config.value);
if (!deployment.ok) giveUp(deployment.error);
if ((await deployment.value.store.listCommunes()).length === 0) giveUp({ type: 'notFounded' });
const server = await startServer({
  config: config.value,
  deployment: deployment.value,
  now: Date.now,
  log: say,
});
if (!server.ok) giveUp(server.error);

say(describeConfig(config.value));
const app = `http://localhost:${server.value.port}`;
say(`Đang chạy · listening   ${app}`);
if (isForPrograms) console.log(JSON.stringify({ app }));
onStopSignal(() => server.value.close());
