/** Ends a delegation before its last day, at once. What was said under it stays. */
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Delegation } from '#shared/contracts/review';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showNotice } from '../../ui/notices.ts';
import { describeFault } from './describe-fault.ts';
import type { ReviewOffice } from './queries.ts';

interface EndDelegationDialogProps {
  readonly office: ReviewOffice;
  readonly delegation: Delegation;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

const done = z.object({ done: z.boolean() });

export function EndDelegationDialog({ office, delegation, onChanged, onClose }: EndDelegationDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, name } = delegation;
  const end = async (): Promise<void> => {
    setBusy(true);
    const ended = await office.ask('/api/review/delegation/end', { delegation: id }, done);
    setBusy(false);
    if (!ended.ok) return setProblem(describeFault(ended.error, translator));
    showNotice({ text: t('review.delegation.ended', { name }) });
    onChanged();
    onClose();
  };
  return (
    <Dialog
      title={t('review.delegation.endTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('shell.action.cancel')}
          </Button>
          <Button variant="danger" busy={isBusy} data-testid="delegation-end-now" onClick={() => void end()}>
            {t('review.delegation.end')}
          </Button>
        </>
      }
    >
      <p>{t('review.delegation.endText', { name })}</p>
      {problem && (
        <Banner tone="attention" live>
          {problem}
        </Banner>
      )}
    </Dialog>
  );
}
