/** Puts the app together and draws it; decides nothing. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { startSession, takeSessionCode } from './app/start-session.ts';
import { UpdatePrompt } from './app/update-prompt.tsx';
import { carryWith } from './custody/post-bytes.ts';
import { startLanguage } from './i18n/language.ts';
import { codeReaderAddress } from './platform/code-reader-address.ts';
import { createScriptPolicy } from './platform/trusted-types.ts';
import { registerApp, SERVICE_WORKER } from './pwa/register.ts';
import { journalWorkerAddress } from './storage/journal/journal-worker-address.ts';
import { isPractice } from './storage/realm.ts';
import { keepFocus } from './ui/keep-focus.ts';
import { stopStrayPresses } from './ui/stop-stray-presses.ts';
import { vaultWorkerAddress } from './vault/vault-worker-address.ts';
import './ui/base.css';

/**
 * Nothing is awaited outside it: a part that is fetched while this file still waits, and that needs a piece of this very part,
 * would wait for ever.
 */
async function start(): Promise<void> {
  const sessionCode = takeSessionCode();
  // Only practice starts one more worker, and only there its address is fetched.
  const own = isPractice
    ? [(await import('./practice/practice-worker-address.ts')).practiceWorkerAddress]
    : [];
  const policy = createScriptPolicy([
    ...[vaultWorkerAddress, codeReaderAddress, journalWorkerAddress, SERVICE_WORKER],
    ...own,
  ]);
  const session = startSession(policy);
  const update = registerApp({ policy, flush: () => session.flush(), reload: () => location.reload() });
  const startReader = () => new Worker(policy.createScriptURL(codeReaderAddress), { type: 'module' });
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no place for the app.');

  keepFocus();
  stopStrayPresses();
  await startLanguage();
  const page = isPractice ? (
    await (
      await import('./app/practice-page.tsx')
    ).openPracticePage({
      ...{ session, policy, carryWith, startReader },
      updatePrompt: <UpdatePrompt update={update} />,
    })
  ) : (
    <App session={session} update={update} startReader={startReader} sessionCode={sessionCode} />
  );
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>{page}</ErrorBoundary>
    </StrictMode>,
  );
}

void start();
