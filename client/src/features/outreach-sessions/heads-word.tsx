/** What the head said of a session, where its team reads it: approved, or sent back with what to mend and the way to answer. */
import { useState } from 'react';
import { findReply, findWord } from '#shared/rules/heads-word';
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

interface HeadsWordProps {
  readonly work: Work;
  readonly session: RecordView;
}

export function HeadsWord({ work, session }: HeadsWordProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [isAnswering, setAnswering] = useState(false);
  const word = findWord(work.store.listRecords('review'), session.record);
  if (!word) return null;
  const byOn = describeWriter(word, translator, dayOfInstant(work.now()));
  if (word.decision === 'approved')
    return (
      <Banner tone="good" title={t('sessions.wordApproved')}>
        {byOn}
      </Banner>
    );
  const reply = findReply(session.values, word);
  const send = (note: string) => {
    answerHead(work, session.record, { to: word.key, note });
    setAnswering(false);
    showNotice({ text: t('sessions.answeredNotice') });
  };
  return (
    <>
      <Banner
        tone={reply ? 'info' : 'attention'}
        title={t(reply ? 'sessions.wordAnswered' : 'sessions.wordReturned')}
        actions={
          !reply && (
            <Button
              variant="secondary"
              icon="send"
              data-testid="answer-head"
              onClick={() => setAnswering(true)}
            >
              {t('sessions.answer')}
            </Button>
          )
        }
      >
        {word.reason && <p>{word.reason}</p>}
        <p>{byOn}</p>
        {reply ? (
          reply.note && <p>{t('sessions.ourAnswer', { note: reply.note })}</p>
        ) : (
          <p>{t('sessions.mendFirst')}</p>
        )}
      </Banner>
      {isAnswering && <AnswerSheet said={word.reason} onSend={send} onClose={() => setAnswering(false)} />}
    </>
  );
}
