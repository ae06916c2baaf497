/** Makes an invitation for one named person, then shows its code large and as a square to scan. The code is kept nowhere. */
import { useId, useState } from 'react';
import type { InvitationReply, InvitationRequest } from '#shared/contracts/administration';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { makeInvitation } from './actions.ts';
import { describeFault } from './describe-device.ts';
import { InvitationCode } from './invitation-code.tsx';
import { InvitationForm } from './invitation-form.tsx';
import type { AdministrationOffice } from './queries.ts';

interface InviteDialogProps {
  readonly office: AdministrationOffice;
  readonly onClose: () => void;
}

interface Made {
  readonly name: string;
  readonly reply: InvitationReply;
}

export function InviteDialog({ office, onClose }: InviteDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const form = useId();
  const [made, setMade] = useState<Made>();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const make = async (request: InvitationRequest): Promise<void> => {
    setIsBusy(true);
    setProblem(undefined);
    const reply = await makeInvitation(office, request);
    setIsBusy(false);
    if (reply.ok) setMade({ name: request.name, reply: reply.value });
    else setProblem(describeFault(reply.error, translator));
  };
  return (
    <Dialog
      title={
        made ? t('administration.invite.codeTitle', { name: made.name }) : t('administration.invite.title')
      }
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        made ? (
          <Button key="another" variant="secondary" onClick={() => setMade(undefined)}>
            {t('administration.invite.another')}
          </Button>
        ) : (
          <Button key="make" type="submit" form={form} busy={isBusy} data-testid="invite-make">
            {t('administration.invite.make')}
          </Button>
        )
      }
    >
      {made ? (
        <InvitationCode reply={made.reply} />
      ) : (
        <InvitationForm id={form} problem={problem} onSubmit={(request) => void make(request)} />
      )}
    </Dialog>
  );
}
