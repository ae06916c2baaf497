/** Editing the commune's calendar: around the fields, what the edit would change, what stands in its way, and the press that saves. */
import { type ReactNode, type SyntheticEvent, useId } from 'react';
import type { CalendarRequest } from '#shared/contracts/administration';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './administration.module.css';
import { CalendarPreview } from './calendar-preview.tsx';

interface CalendarDialogProps {
  readonly work: Work;
  readonly title: string;
  /** What would be sent; undefined while what is typed says nothing yet. */
  readonly request: CalendarRequest | undefined;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function CalendarDialog(props: CalendarDialogProps) {
  const { work, title, request, problem, isBusy, onSave, onClose, children } = props;
  const { t } = useTranslation();
  const form = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Dialog
      title={title}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} busy={isBusy} data-testid="calendar-save">
          {t('administration.calendar.save')}
        </Button>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        {children}
        {request && (
          <CalendarPreview
            before={work.officeTimes}
            after={work.officeTimes.suppose(request)}
            today={dayOfInstant(work.now())}
          />
        )}
        {problem !== undefined && (
          <Banner tone="attention" live>
            {problem}
          </Banner>
        )}
      </form>
    </Dialog>
  );
}
