/** Lets one phone in at a time, and says in words what came of it. */
import { useState } from 'react';
import type { DeviceLine } from '#shared/contracts/administration';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { approveDevice } from './actions.ts';
import { describeFault } from './describe-device.ts';
import type { AdministrationOffice } from './queries.ts';

export interface Approval {
  readonly approve: (device: DeviceLine) => void;
  /** The device whose approval is on the line. */
  readonly busy: string | undefined;
  /** What became of the last attempt, when nothing did. */
  readonly problem: { readonly device: string; readonly text: string } | undefined;
}

export function useApproval(office: AdministrationOffice, onDone: () => void): Approval {
  const translator = useTranslation();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Approval['problem']>();
  const approve = async ({ device, name }: DeviceLine): Promise<void> => {
    setBusy(device);
    setProblem(undefined);
    const approved = await approveDevice(office, device);
    setBusy(undefined);
    if (approved.ok) {
      showNotice({ text: translator.t('administration.approved', { name }) });
      onDone();
    } else setProblem({ device, text: describeFault(approved.error, translator) });
  };
  return { approve: (device) => void approve(device), busy, problem };
}
