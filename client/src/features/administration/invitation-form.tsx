/** Who is invited, as what, and for how long the code is good. */
import { type SyntheticEvent, useState } from 'react';
import type { InvitationRequest } from '#shared/contracts/administration';
import { isOfTeam, roles } from '#shared/model/collection';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './administration.module.css';
import { checkInvitation, type InvitationDraft } from './check-invitation.ts';

const LONGEST_LINE = 120;

interface InvitationFormProps {
  /** The button that submits stands at the foot of the dialog. */
  readonly id: string;
  readonly problem: string | undefined;
  readonly onSubmit: (request: InvitationRequest) => void;
}

const blank: InvitationDraft = { role: 'volunteer', name: '', hamlet: '', lasts: 'screen' };
const lives = ['screen', 'named'] as const;

export function InvitationForm({ id, problem, onSubmit }: InvitationFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(blank);
  const [isTried, setIsTried] = useState(false);
  const checked = checkInvitation(draft);
  const gaps = isTried && !checked.ok ? checked.error : undefined;
  const change = (part: Partial<InvitationDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (checked.ok) onSubmit(checked.value);
  };
  return (
    <form id={id} className={styles.form} onSubmit={submit}>
      <ChoiceList
        legend={t('administration.invite.role')}
        choices={roles.map((value) => ({ value, label: t(`administration.role.${value}`) }))}
        value={draft.role}
        onChange={(role) => change({ role })}
      />
      <TextField
        label={t('administration.invite.name')}
        error={gaps?.name ? t('administration.invite.nameMissing') : undefined}
        maxLength={LONGEST_LINE}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      {isOfTeam(draft.role) && (
        <TextField
          label={t('administration.invite.hamlet')}
          hint={t('administration.invite.hamletHint')}
          error={gaps?.hamlet ? t('administration.invite.hamletMissing') : undefined}
          maxLength={LONGEST_LINE}
          value={draft.hamlet}
          onChange={(hamlet) => change({ hamlet })}
        />
      )}
      <SegmentedControl
        legend={t('administration.invite.lasts')}
        choices={lives.map((value) => ({ value, label: t(`administration.invite.${value}`) }))}
        value={draft.lasts}
        onChange={(lasts) => change({ lasts })}
      />
      {problem && (
        <Banner tone="attention" live>
          {problem}
        </Banner>
      )}
    </form>
  );
}
