/** What the head asked of a session's team, where it is answered: each with its answer, or with the way to give one. */
import { useState } from 'react';
import { type AskedByHead, findReply, isMet, listAsked } from '#shared/rules/heads-word';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { answerHead } from './actions.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import { describeWriter } from './describe-writer.ts';

interface HeadsQuestionsProps {
  readonly work: Work;
  readonly session: RecordView;
}

export function HeadsQuestions({ work, session }: HeadsQuestionsProps) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState<AskedByHead>();
  const sessions = work.store.listRecords('session');
  const asked = listAsked(work.store.listRecords('review'), session.record).filter(
    (question) => !isMet(question, session, sessions),
  );
  const send = (to: string, note: string) => {
    answerHead(work, session.record, { to, note });
    setAnswering(undefined);
    showNotice({ text: t('sessions.answeredNotice') });
  };
  return (
    <>
      {asked.map((question) => (
        <AskedBanner
          key={question.key}
          question={question}
          session={session}
          today={dayOfInstant(work.now())}
          onAnswer={() => setAnswering(question)}
        />
      ))}
      {answering && (
        <AnswerSheet
          isNoteNeeded
          said={answering.text}
          onSend={(note) => send(answering.key, note)}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </>
  );
}

interface AskedBannerProps {
  readonly question: AskedByHead;
  readonly session: RecordView;
  readonly today: string;
  readonly onAnswer: () => void;
}

function AskedBanner({ question, session, today, onAnswer }: AskedBannerProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { text, about } = question;
  const reply = findReply(session.values, question);
  const title = t(about === 'nextSession' ? 'sessions.askedNext' : 'sessions.askedTitle');
  return (
    <Banner
      tone={reply ? 'info' : 'attention'}
      title={reply ? t('sessions.askedAnswered') : title}
      actions={
        !reply && (
          <Button variant="secondary" icon="send" data-testid="answer-question" onClick={onAnswer}>
            {t('sessions.answer')}
          </Button>
        )
      }
    >
      <p>{text}</p>
      <p>{describeWriter(question, translator, today)}</p>
      {reply?.note && <p>{t('sessions.ourAnswer', { note: reply.note })}</p>}
    </Banner>
  );
}
