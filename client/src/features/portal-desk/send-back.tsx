/** The button that sends a pack back to the team that prepared it, and its dialog. */
import { useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { sendBack } from './actions.ts';
import type { Pack } from './read-pack.ts';
import { ReturnDialog } from './return-dialog.tsx';

interface SendBackProps {
  readonly pack: Pack;
  readonly work: Work;
}

export function SendBack({ pack, work }: SendBackProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" icon="undo" data-testid="desk-return" onClick={() => setOpen(true)}>
        {t('desk.return.open')}
      </Button>
      {isOpen && (
        <ReturnDialog
          pack={pack}
          onClose={() => setOpen(false)}
          onSend={(request) => {
            const { send, takeBack } = sendBack(work, pack.record, request);
            const text = t('desk.return.sent', { reason: request.reason });
            const action = { label: t('shell.action.undo'), onPress: takeBack };
            showNotice({ text, action, onGone: send });
          }}
        />
      )}
    </>
  );
}
