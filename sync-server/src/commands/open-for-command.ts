/** What every command at the server's own terminal begins with: configuration, data and keys, or a sentence and the end. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../config.ts';
import { describeStartFault } from '../describe-start-fault.ts';
import { type Deployment, openDeployment } from '../services/open-deployment.ts';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

export function readConfigForCommand(): Config {
  const config = readConfig(process.env, root);
  if (config.ok) return config.value;
  for (const fault of config.error) console.error(fault.message);
  process.exit(1);
}

export async function openForCommand(): Promise<{ config: Config; deployment: Deployment }> {
  const config = readConfigForCommand();
  const deployment = await openDeployment(config);
  if (deployment.ok) return { config, deployment: deployment.value };
  console.error(describeStartFault(deployment.error));
  process.exit(1);
}
