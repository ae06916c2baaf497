/** The sheet of practice: who comes, what to do and what is done, the sample card, the weather, and the two ways out. */
import { practiceScenarios } from '#data/practice-scenarios';
import type { PracticeScenario } from '#shared/rules/practice-scenario';
import { type ReactNode, type RefObject, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { PracticeLine, Weather } from '../../practice/practice-line.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import styles from './practice.module.css';
import { SampleCard } from './sample-card.tsx';
import { StepList } from './step-list.tsx';
import { WaitingPacks } from './waiting-packs.tsx';
import type { PracticeState } from './use-practice-progress.ts';

interface PracticePanelProps {
  readonly line: PracticeLine;
  readonly progress: PracticeState;
  readonly onClose: () => void;
  readonly onReload: () => void;
  /** Something has changed at the portal. */
  readonly onPlayed: () => void;
  /** Everything of practice goes, and a new round begins. */
  readonly onAgain: () => void;
  /** Everything of practice goes, and real work begins. */
  readonly onReal: () => void;
}

const WEATHERS: readonly Weather[] = ['good', 'dropsMidway', 'none'];

export function PracticePanel(props: PracticePanelProps) {
  const { line, progress, onClose, onReload, onPlayed, onAgain, onReal } = props;
  const { t } = useTranslation();
  const { scenario } = progress;
  const head = useRef<HTMLHeadingElement>(null);
  const choose = (id: string) => {
    flushSync(() => progress.choose(id));
    // The list that was pressed stands below: whoever goes by keyboard begins with the story, too.
    head.current?.focus();
  };
  const packs = <WaitingPacks line={line} onPlayed={onPlayed} onLook={onClose} />;
  return (
    <Sheet title={t('practice.title')} closeLabel={t('shell.action.close')} onClose={onClose}>
      {scenario ? (
        <Chosen head={head} scenario={scenario} progress={progress} onClose={onClose}>
          {packs}
        </Chosen>
      ) : (
        <>
          <p>{t('practice.welcome')}</p>
          {packs}
        </>
      )}
      {scenario && <WeatherChoice line={line} />}
      {scenario && (
        <Button variant="secondary" wide onClick={onReload} data-testid="practice-reload">
          {t('practice.reload')}
        </Button>
      )}
      <h3 className={styles.part}>{t(scenario ? 'practice.others' : 'practice.choose')}</h3>
      <ScenarioList chosen={scenario} onChoose={choose} />
      <div className={styles.ways}>
        <Button variant="secondary" wide onClick={onAgain} data-testid="practice-again">
          {t('practice.wipe')}
        </Button>
        <Button wide onClick={onReal} data-testid="practice-real">
          {t('practice.real')}
        </Button>
        <p className={styles.soft}>{t('practice.realHint')}</p>
      </div>
    </Sheet>
  );
}

interface ChosenProps {
  readonly head: RefObject<HTMLHeadingElement | null>;
  readonly scenario: PracticeScenario;
  readonly progress: PracticeState;
  readonly onClose: () => void;
  /** Between the steps and the card. */
  readonly children: ReactNode;
}

function Chosen({ head, scenario, progress, onClose, children }: ChosenProps) {
  const { t, language } = useTranslation();
  const { proved, person } = progress;
  const { steps } = scenario;
  const isDone = proved.length === steps.length;
  const count = { done: proved.length, count: steps.length };
  return (
    <>
      <h3 ref={head} tabIndex={-1} className={styles.part}>
        {scenario.title[language]}
      </h3>
      <p>{scenario.story[language]}</p>
      <div role="status" data-testid="practice-result">
        <Banner tone={isDone ? 'good' : 'info'} title={t('practice.result', count)}>
          {t(isDone ? 'practice.resultWhole' : 'practice.resultPart')}
        </Banner>
      </div>
      <StepList steps={steps} proved={proved} person={person} onLook={onClose} />
      {children}
      <SampleCard text={scenario.card} />
    </>
  );
}

interface ScenarioListProps {
  readonly chosen: PracticeScenario | undefined;
  readonly onChoose: (id: string) => void;
}

function ScenarioList({ chosen, onChoose }: ScenarioListProps) {
  const { language } = useTranslation();
  return (
    <List bare>
      {practiceScenarios
        .filter((one) => one !== chosen)
        .map(({ id, title, story }) => (
          <ListRow key={id} title={title[language]} subtitle={story[language]} onClick={() => onChoose(id)} />
        ))}
    </List>
  );
}

function WeatherChoice({ line }: { readonly line: PracticeLine }) {
  const { t } = useTranslation();
  const weather = useSyncExternalStore(line.subscribe, line.getWeather);
  return (
    <SegmentedControl
      legend={t('practice.weather')}
      choices={WEATHERS.map((value) => ({ value, label: t(`practice.weather.${value}`) }))}
      value={weather}
      onChange={line.setWeather}
    />
  );
}
