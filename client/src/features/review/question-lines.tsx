/** What was asked about a session, each with its answer or in whose hands it is; one that nobody has answered can be taken back. */
import type { Work } from '../../custody/work.ts';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { takeBack } from './actions.ts';
import type { ShownQuestion } from './find-questions.ts';
import { nameWriter } from './name-writer.ts';

interface QuestionLinesProps {
  readonly questions: readonly ShownQuestion[];
  readonly work: Work;
}

export function QuestionLines({ questions, work }: QuestionLinesProps) {
  return questions.map((question) => <QuestionLine key={question.key} question={question} work={work} />);
}

function QuestionLine({ question, work }: { readonly question: ShownQuestion; readonly work: Work }) {
  const translator = useTranslation();
  const { t } = translator;
  const { place, answer, text, at } = question;
  const custody = place && work.readCustody(place.record);
  const trouble = custody?.setAside ? t(`errors.${custody.setAside.code}`) : undefined;
  const where = t(`review.decision.${custody?.transport ?? 'atServer'}`);
  const signed = (name: string, instant: number) =>
    t('review.decision.byAt', { name, when: formatDayAndTime(instant, translator) });
  return (
    <Banner
      tone={trouble ? 'bad' : 'info'}
      icon={answer ? 'check' : 'send'}
      title={answer ? t('review.ask.answered') : `${t('review.ask.asked')} · ${trouble ?? where}`}
      actions={
        place &&
        !answer && (
          <Button variant="quiet" icon="undo" onClick={() => takeBack(work, place)}>
            {t('review.ask.takeBack')}
          </Button>
        )
      }
    >
      <p>
        “{text}” {signed(nameWriter(question, translator), at)}
      </p>
      {answer && (
        <p data-testid="question-answer">
          {answer.note !== '' && `“${answer.note}” `}
          {signed(answer.by, answer.at)}
        </p>
      )}
    </Banner>
  );
}
