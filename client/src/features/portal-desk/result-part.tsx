/** When the result is due and why, and what the officer notes of it: handed over, closed on the software. */
import { deadlineTexts } from '#data/deadline-texts';
import { type SyntheticEvent, useState } from 'react';
import { fillBlanks } from '#shared/rules/bilingual-text';
import { isFullDate } from '#shared/rules/partial-date';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay, formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DueField } from '../../ui/due-field.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { noteAtDesk, recordDue, takeNoteBack } from './actions.ts';
import styles from './desk.module.css';
import { findTerm } from './find-term.ts';
import type { Pack } from './read-pack.ts';

interface ResultPartProps {
  readonly pack: Pack;
  readonly work: Work;
}

export function ResultPart({ pack, work }: ResultPartProps) {
  const { t } = useTranslation();
  if (pack.lodging?.state !== 'lodged') return null;
  return (
    <Section title={t('desk.result.title')}>
      <DueText pack={pack} work={work} />
      <DueEntry key={pack.due?.day} pack={pack} work={work} />
      <Asked pack={pack} />
      <Noted pack={pack} work={work} what="handedOver" />
      <Noted pack={pack} work={work} what="closedOnSoftware" />
      {pack.handedOver && !pack.closed && !pack.lodging.ended && (
        <Banner tone="attention">{t('desk.result.closeNow')}</Banner>
      )}
    </Section>
  );
}

function DueText({ pack, work }: ResultPartProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const term = findTerm(pack, work.officeTimes);
  if (!term) return <p>{t('desk.result.noTerm')}</p>;
  return (
    <div>
      <p data-testid="desk-due">
        <b>
          {term.dueAt === null
            ? t('desk.result.paused')
            : t('desk.result.due', { when: formatDayAndTime(term.dueAt, translator) })}
        </b>
      </p>
      {term.lines.map(({ key, params }) => (
        <p key={key} className={styles.hint}>
          {fillBlanks(deadlineTexts[key][language], params)}
        </p>
      ))}
      {!pack.due && <p className={styles.hint}>{t('desk.result.binding')}</p>}
    </div>
  );
}

/** The receipt is often at hand later than its number; a wait for papers gives it another day. */
function DueEntry({ pack, work }: ResultPartProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const [isTried, setTried] = useState(false);
  if (pack.lodging?.ended || pack.closed) return null;
  if (!isOpen)
    return (
      <Button variant="quiet" icon="edit" data-testid="desk-due-open" onClick={() => setOpen(true)}>
        {t(pack.due ? 'desk.result.dueAgain' : 'desk.result.dueEnter')}
      </Button>
    );
  const record = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFullDate(day)) return;
    const undo = recordDue(work, pack, day);
    setOpen(false);
    const text = t('desk.result.dueNoted', { day: formatDay(day) });
    showNotice({ text, action: { label: t('shell.action.undo'), onPress: undo } });
  };
  return (
    <form className={styles.form} onSubmit={record}>
      <DueField
        value={day}
        fault={isTried && !isFullDate(day) ? 'invalid' : undefined}
        today={dayOfInstant(work.communeNow())}
        onChange={setDay}
      />
      <Button type="submit" variant="secondary" icon="check" data-testid="desk-due-record">
        {t('desk.result.dueRecord')}
      </Button>
    </form>
  );
}

/** Of a lodged dossier: what was asked for beside its number, and whether it came. */
function Asked({ pack: { lodging, mendNote } }: { readonly pack: Pack }) {
  const translator = useTranslation();
  const { t } = translator;
  if (lodging?.askedAt === undefined) return null;
  const { askedAt, mendedAt, reason = '' } = lodging;
  if (mendedAt === undefined)
    return (
      <Banner tone="attention" title={t('desk.result.asked', { reason })}>
        {formatDayAndTime(askedAt, translator)}
      </Banner>
    );
  if (mendNote?.answers === askedAt)
    return (
      <Banner tone="attention" title={t('desk.result.sentAsItWas', { reason })}>
        {t('desk.result.mendNote', { name: mendNote.by, text: mendNote.text })}
      </Banner>
    );
  return (
    <Banner tone="good" title={t('desk.result.mended', { reason })}>
      {formatDayAndTime(mendedAt, translator)}
    </Banner>
  );
}

interface NotedProps extends ResultPartProps {
  readonly what: 'handedOver' | 'closedOnSoftware';
}

function Noted({ pack, work, what }: NotedProps) {
  const translator = useTranslation();
  const { t } = translator;
  const noted = what === 'handedOver' ? pack.handedOver : pack.closed;
  if (noted)
    return (
      <div className={styles.noted}>
        <p>{t(`desk.result.${what}At`, { when: formatDayAndTime(noted.at, translator), name: noted.by })}</p>
        <Button
          variant="quiet"
          icon="undo"
          data-testid={`desk-${what}-back`}
          onClick={() => takeNoteBack(work, pack.record, what)}
        >
          {t(`desk.result.${what}Back`)}
        </Button>
      </div>
    );
  const note = () => {
    const undo = noteAtDesk(work, pack.record, what);
    const text = t(`desk.result.${what}Noted`);
    showNotice({ text, action: { label: t('shell.action.undo'), onPress: undo } });
  };
  return (
    <Button variant="secondary" icon="check" data-testid={`desk-${what}`} onClick={note}>
      {t(`desk.result.${what}`)}
    </Button>
  );
}
