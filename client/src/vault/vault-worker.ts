/** The worker that holds the keys: ending it is what locking means. Only wires the vault to its port. */
import { serveVault } from './serve-vault.ts';
import { VaultCore } from './vault-core.ts';

serveVault(self, new VaultCore(() => performance.now()));
