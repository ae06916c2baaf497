/** The end of a session: read the summary aloud, ask two things, close. Asks for no name and no signature. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { Closing } from './actions.ts';
import { CountField } from './count-field.tsx';
import type { SessionCount } from './count-session.ts';
import type { Satisfaction, SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';
import { summariseSession } from './summarise-session.ts';

interface CloseSheetProps {
  readonly session: SessionFacts;
  readonly count: SessionCount;
  /** How many people have no number yet. */
  readonly halfWritten: number;
  /** How many of the team came, of how many. */
  readonly team: { readonly present: number; readonly count: number };
  readonly onIncident: () => void;
  readonly onConfirm: (closing: Closing) => void;
  readonly onClose: () => void;
}

const NO_HANDS: Satisfaction = { good: 0, fair: 0, poor: 0 };

export function CloseSheet(props: CloseSheetProps) {
  const { session, count, halfWritten, team, onIncident, onConfirm, onClose } = props;
  const translator = useTranslation();
  const { t } = translator;
  const [noIncident, setNoIncident] = useState(session.noIncident);
  const [hands, setHands] = useState(session.satisfaction ?? NO_HANDS);
  const raised = hands.good + hands.fair + hands.poor > 0;
  return (
    <Sheet
      title={t('sessions.closeTitle')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button
          wide
          icon="check"
          data-testid="session-close-confirm"
          onClick={() => onConfirm({ noIncident, satisfaction: raised ? hands : undefined })}
        >
          {t('sessions.closeConfirm')}
        </Button>
      }
    >
      {halfWritten > 0 && (
        <Banner tone="attention">{t('sessions.closeHalfWritten', { count: halfWritten })}</Banner>
      )}
      <section aria-label={t('sessions.readSummary')} className={styles.aloud}>
        {summariseSession(count, team, translator).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </section>
      <IncidentQuestion
        noted={session.incidents.length}
        noIncident={noIncident}
        onNone={() => setNoIncident(true)}
        onIncident={onIncident}
      />
      <Hands hands={hands} onChange={setHands} />
    </Sheet>
  );
}

interface IncidentQuestionProps {
  readonly noted: number;
  readonly noIncident: boolean;
  readonly onNone: () => void;
  readonly onIncident: () => void;
}

function IncidentQuestion({ noted, noIncident, onNone, onIncident }: IncidentQuestionProps) {
  const { t } = useTranslation();
  if (noted > 0)
    return (
      <div className={styles.room}>
        <p>
          <strong>{t('sessions.incidentsNoted', { count: noted })}</strong>
        </p>
        <Button variant="secondary" onClick={onIncident}>
          {t('shell.action.add')}
        </Button>
      </div>
    );
  return (
    <SegmentedControl
      legend={t('sessions.incidentQuestion')}
      choices={[
        { value: 'none', label: t('sessions.noIncident') },
        { value: 'some', label: t('sessions.hadIncident') },
      ]}
      value={noIncident ? 'none' : undefined}
      onChange={(value) => (value === 'none' ? onNone() : onIncident())}
    />
  );
}

interface HandsProps {
  readonly hands: Satisfaction;
  readonly onChange: (hands: Satisfaction) => void;
}

const ANSWERS = [
  ['good', '😀'],
  ['fair', '😐'],
  ['poor', '☹'],
] as const;

function Hands({ hands, onChange }: HandsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.hands}>
      <legend>
        <strong>{t('sessions.satisfactionQuestion')}</strong>
      </legend>
      {ANSWERS.map(([answer, face]) => (
        <CountField
          key={answer}
          label={`${face} ${t(`sessions.satisfaction.${answer}`)}`}
          value={hands[answer]}
          onChange={(number) => onChange({ ...hands, [answer]: number })}
        />
      ))}
    </fieldset>
  );
}
