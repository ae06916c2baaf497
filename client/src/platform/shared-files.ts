/** Files that another app shares, as the service worker hands them to a page: in memory, to one that says it takes them. Keeps none. */

export const SHARE_PATH = '/nhan-tep';
/** Of the field in which the browser sends them, as the manifest says. */
export const SHARED_NAME = 'giay';

export type ShareMessage =
  { readonly type: 'whoTakesShared' } | { readonly type: 'takeShared'; readonly files: readonly File[] };
export type ShareReply = 'ready' | 'taken';

/** As long as it is watched this page is one that takes them. Answers how to stop. */
export function watchSharedFiles(take: (files: readonly File[]) => void): () => void {
  const workers = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  const listen = (event: MessageEvent) => {
    const message = event.data as ShareMessage | null;
    const reply = (said: ShareReply) => event.ports[0]?.postMessage(said);
    if (message?.type === 'whoTakesShared') reply('ready');
    if (message?.type !== 'takeShared') return;
    take(message.files);
    reply('taken');
  };
  workers?.addEventListener('message', listen);
  return () => workers?.removeEventListener('message', listen);
}
