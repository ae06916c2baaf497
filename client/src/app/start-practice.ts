/** Puts practice together on its own page: the worker that plays the commune, a phone that joins it by itself, and the way out. */
import { PRACTICE_CODE } from '#shared/contracts/practice';
import { findBase64UrlBytes } from '#shared/ids';
import type { DeviceSession } from '../custody/device-session.ts';
import type { PostBytes } from '../custody/post-bytes.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ScriptPolicy } from '../platform/trusted-types.ts';
import { openLine, type PracticeLine } from '../practice/practice-line.ts';
import { changeTab, endTab, findTab, startTab } from '../practice/practice-tab.ts';
import { practiceWorkerAddress } from '../practice/practice-worker-address.ts';
import { PRACTICE_BASE } from '../storage/realm.ts';
import { wipePractice } from '../storage/wipe-practice.ts';

export interface PracticeParts {
  readonly session: DeviceSession;
  readonly policy: ScriptPolicy;
  /** Gives all that this page sends to another carrier. */
  readonly carryWith: (carrier: PostBytes) => void;
  readonly t: Translate;
}

export interface StartedPractice {
  readonly line: PracticeLine;
  /** It goes on from before: the phone was locked, or the page was closed or loaded anew. */
  readonly isReopened: boolean;
}

/** Undefined when this browser will not keep anything, or the phone could not join: then only a fresh start helps. */
export async function startPractice({
  session,
  policy,
  carryWith,
  t,
}: PracticeParts): Promise<StartedPractice | undefined> {
  const known = findTab();
  if (!known) await wipePractice();
  const tab = known ?? startTab();
  const worker = new Worker(policy.createScriptURL(practiceWorkerAddress), { type: 'module' });
  try {
    const line = await openLine({
      worker,
      key: findBase64UrlBytes(tab.key) ?? new Uint8Array(),
      names: {
        commune: t('practice.name.commune'),
        province: t('practice.name.province'),
        hamlet: t('practice.name.hamlet'),
        member: t('practice.name.member'),
        team: t('practice.name.team'),
      },
      weather: tab.weather,
      keepWeather: (weather) => changeTab({ weather }),
    });
    carryWith(line.post);
    await session.open();
    const isReopened = session.getSnapshot().state === 'locked';
    const isIn = await letIn(session, line, { pin: tab.key, machine: t('practice.name.machine') });
    return isIn ? { line, isReopened } : undefined;
  } catch {
    worker.terminate();
    return undefined;
  }
}

interface Entry {
  readonly pin: string;
  readonly machine: string;
}

/** As a person would go through the first screens, with a PIN that only this tab knows. */
async function letIn(session: DeviceSession, line: PracticeLine, { pin, machine }: Entry): Promise<boolean> {
  if (session.getSnapshot().state === 'locked') return (await session.unlock(pin)).ok;
  if (session.getSnapshot().state === 'unfinished') await session.dropUnfinished();
  if (session.getSnapshot().state !== 'noVault') return false;
  line.setWeather('good');
  const begun = await session.beginEnrolment(pin);
  if (!begun.ok) return false;
  const joined = await session.enrol({ code: PRACTICE_CODE, deviceName: machine, initials: '' });
  return joined.ok;
}

/** Nothing of this round is left; another one begins, or (`toReal`) the first screen of the real work. */
export async function endPractice({ toReal }: { readonly toReal: boolean }): Promise<void> {
  endTab();
  await wipePractice();
  location.replace(toReal ? '/' : PRACTICE_BASE);
}
