/** What can be done with what the disk refuses, as screens are handed it. All of it is fetched when it is needed. */
import type { CommuneId } from '#shared/ids';
import type { Result } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import type { DeviceWork, OpenRecords } from './device-work.ts';
import type { HandInOutcome } from './hand-in.ts';
import { createOfficeMemory } from './office-memory.ts';
import type { Profile } from './profile.ts';
import type { OpenedRescue, RescueFault } from './read-rescue.ts';

export interface Rescue {
  /** Straight from memory to the commune. Rejects only where something is broken. */
  readonly handIn: () => Promise<HandInOutcome>;
  /** The text of a file of all that is in memory only; undefined where nothing is. */
  readonly writeFile: () => Promise<string | undefined>;
  readonly openFile: (file: Blob) => Promise<Result<OpenedRescue, RescueFault>>;
}

export interface RescueParts {
  readonly entry: Pick<VaultEntry, 'vaultId'>;
  readonly work: DeviceWork;
  readonly records: OpenRecords;
  readonly profile: Profile;
  readonly clock: Clock;
}

export function createRescue({ entry, work, records, profile, clock }: RescueParts): Rescue {
  const { runner, sender, transport } = work;
  const { store, vault, drafts } = records;
  const { vaultId } = entry;
  const commune = profile.commune.id as CommuneId;
  return {
    handIn: async () => {
      const { handIn } = await import('./hand-in.ts');
      return handIn({ runner, sender, transport, store, vault, clock });
    },
    writeFile: async () => {
      const { writeRescue } = await import('./write-rescue.ts');
      return writeRescue({ runner, transport, store, vault, clock, vaultId, commune });
    },
    openFile: async (file) => {
      const { openRescue } = await import('./read-rescue.ts');
      const memory = createOfficeMemory({ vault, vaultId, connection: transport.connection });
      return openRescue({ vault, vaultId, commune, store, drafts, memory, transport }, file);
    },
  };
}
