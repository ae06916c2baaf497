/** The week for a meeting and for the group: a Word file, and a text to paste. Both name hamlets and days, no citizen. */
import { useState } from 'react';
import type { ReviewReply } from '#shared/contracts/review';
import type { Work } from '../../../custody/work.ts';
import { formatShortDay } from '../../../i18n/format-values.ts';
import { useTranslation } from '../../../i18n/use-translation.ts';
import { handOverFile } from '../../../platform/hand-over-file.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { showNotice } from '../../../ui/notices.ts';
import { Section } from '../../../ui/section.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { type LogEntry, summariseLog } from '../arrange-log.ts';
import styles from '../review.module.css';
import { describeForZalo } from './describe-week.ts';
import { findMonthShares } from './month-shares.ts';
import { countWeek, findWeek } from './week-figures.ts';

interface WeekReportProps {
  readonly log: readonly LogEntry[];
  readonly reply: ReviewReply;
  /** `yyyy-mm-dd` of the figures. */
  readonly today: string;
  readonly work: Work;
}

type Which = 'thisWeek' | 'lastWeek';
const weeks: readonly Which[] = ['lastWeek', 'thisWeek'];
/** On Monday and Tuesday the meeting is about the week that is over. */
const EARLY_DAYS = 2;

export function WeekReport({ log, reply, today, work }: WeekReportProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [which, setWhich] = useState<Which>(() => chooseWeek(today));
  const figures = countWeek(log, findWeek(today, which === 'lastWeek' ? 1 : 0));
  const text = describeForZalo(work.commune.name, figures, translator);
  const makeFile = async (): Promise<void> => {
    const facts = {
      ...{ commune: work.commune.name, figures, day: today },
      summary: summariseLog(log, reply.hamlets, today),
      shares: findMonthShares(reply, figures.to, work.officeTimes),
    };
    const name = t('report.fileName', { from: figures.from });
    const [{ composeReport }, { DOCX_TYPE, writeDocx }] = await Promise.all([
      import('./compose-report.ts'),
      import('./write-docx.ts'),
    ]);
    const file = new File([writeDocx(composeReport(facts, translator))], name, { type: DOCX_TYPE });
    if ((await handOverFile(file)) !== 'cancelled') showNotice({ text: t('report.made', { name }) });
  };
  return (
    <Section title={t('report.title')}>
      <Card>
        <SegmentedControl
          legend={t('report.which')}
          choices={weeks.map((value) => ({ value, label: t(`report.${value}`) }))}
          value={which}
          onChange={setWhich}
        />
        <p>{`${formatShortDay(figures.from, today)} – ${formatShortDay(figures.to, today)}`}</p>
        <Button
          variant="secondary"
          icon="doc"
          data-testid="week-word"
          onClick={() => void makeFile().catch(() => showNotice({ text: t('report.failed') }))}
        >
          {t('report.word')}
        </Button>
        <p className={styles.soft}>{t('report.wordHint')}</p>
      </Card>
      <GroupCard text={text} />
    </Section>
  );
}

function chooseWeek(today: string): Which {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return sinceMonday < EARLY_DAYS ? 'lastWeek' : 'thisWeek';
}

function GroupCard({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  // Nothing of a person stands in it, so it may stay on the clipboard: it is pasted in another app.
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord(t('report.copied')),
      () => setWord(t('report.byHand')),
    );
  return (
    <Card>
      <h3>{t('report.forGroup')}</h3>
      <p className={styles.forGroup} data-testid="week-text">
        {text}
      </p>
      <Button variant="secondary" icon="copy" data-testid="week-copy" onClick={() => void copy()}>
        {t('report.copy')}
      </Button>
      <p role="status">{word}</p>
      <p className={styles.soft}>{t('report.groupHint')}</p>
    </Card>
  );
}
