/**
 * A photograph or PDF that another app shares comes here by POST. It is handed in memory to the page that has a dossier open,
 * or refused in words: no cache, no database and no server ever has it.
 */
import { SHARED_NAME, SHARE_PATH, type ShareMessage, type ShareReply } from '../platform/shared-files.ts';
import { writeSharePage } from './share-page.ts';

/** As far as it is used: the page's types do not have it. */
export interface SharePage {
  readonly visibilityState: DocumentVisibilityState;
  postMessage(message: ShareMessage, transfer: Transferable[]): void;
}

/** Asked for anew each time: what is in sight changes while a share is under way. */
type ListPages = () => Promise<readonly SharePage[]>;

/** A page that has not answered by then is locked, frozen or has no dossier open. */
const ANSWER_MS = 1_000;
const LOOKS = 5;

export function isShare({ method, url }: Request): boolean {
  return method === 'POST' && new URL(url).pathname === SHARE_PATH;
}

export async function answerShare(request: Request, listPages: ListPages): Promise<Response> {
  const files = await readFiles(request);
  if (files.length === 0) return writeSharePage('nothing');
  // An installed app on a phone is navigated to the share itself: the page that takes it must be the one that would be left.
  const isPhone = /Android/.test(navigator.userAgent);
  const taker = isPhone ? await findSeenTaker(listPages) : await findTaker(await listPages());
  const isTaken = taker !== undefined && (await ask(taker, { type: 'takeShared', files })) === 'taken';
  if (!isTaken) return writeSharePage('nobody');
  // Nothing to go to: the page with the dossier stays as it is.
  return isPhone ? new Response(null, { status: 204 }) : writeSharePage('taken');
}

async function readFiles(request: Request): Promise<File[]> {
  try {
    const form = await request.formData();
    return form.getAll(SHARED_NAME).filter((entry) => entry instanceof File && entry.size > 0) as File[];
  } catch {
    return [];
  }
}

/** It comes back into sight in the same moment as the share comes in. */
async function findSeenTaker(listPages: ListPages): Promise<SharePage | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    const seen = (await listPages()).filter(({ visibilityState }) => visibilityState === 'visible');
    const taker = await findTaker(seen);
    if (taker || seen.length > 0) return taker;
    await new Promise((resume) => setTimeout(resume, ANSWER_MS / LOOKS));
  }
  return undefined;
}

/** The first in the browser's own order, which is that of the last use. Only it is given the file. */
async function findTaker(pages: readonly SharePage[]): Promise<SharePage | undefined> {
  const replies = await Promise.all(pages.map((page) => ask(page, { type: 'whoTakesShared' })));
  return pages[replies.indexOf('ready')];
}

function ask(page: SharePage, message: ShareMessage): Promise<ShareReply | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data as ShareReply);
    setTimeout(() => resolve(undefined), ANSWER_MS);
    page.postMessage(message, [port2]);
  });
}
