/** Asks the team for one thing to mend: a phrase to tap, the exact paper or box, and a line where that does not say it. */
import { useEffect, useRef, useState } from 'react';
import { type ReturnPhrase, returnPhrases } from '#data/return-phrases';
import { listQuestions } from '#shared/rules/fill-form';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { LineDialog } from '../../ui/line-dialog.tsx';
import type { ReturnRequest } from './actions.ts';
import { listDeskPapers } from './list-desk-rows.ts';
import { namePack } from './name-pack.ts';
import type { Pack } from './read-pack.ts';

interface ReturnDialogProps {
  readonly pack: Pack;
  readonly onSend: (request: ReturnRequest) => void;
  readonly onClose: () => void;
}

const OTHER = 'other';
const WHOLE = 'whole';
const LONGEST_LINE = 200;

export function ReturnDialog({ pack, onSend, onClose }: ReturnDialogProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const [phrase, setPhrase] = useState<string>();
  const [target, setTarget] = useState<string>();
  const known = returnPhrases.find(({ id }) => id === phrase);
  const targets = listTargets(pack, known?.about);
  const send = (line: string) => {
    if (target === undefined) return;
    const reason = [known?.label[language], line].filter(Boolean).join(', ');
    onSend({ reason, ...(known && { phrase: known.id }), ...readTarget(target) });
  };
  return (
    <LineDialog
      title={t('desk.return.title')}
      about={namePack(pack, translator)}
      send={t('desk.return.send')}
      sendTestId="desk-return-send"
      line={{
        ...{ label: t('desk.return.line'), hint: t('desk.return.lineHint'), longest: LONGEST_LINE },
        missing: phrase === OTHER ? t('desk.return.lineMissing') : undefined,
      }}
      isAnswered={phrase !== undefined && target !== undefined}
      onSend={send}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <ChoiceList
            legend={t('desk.return.what')}
            error={isTried && phrase === undefined ? t('desk.return.whatMissing') : undefined}
            choices={[...listPhrases(language), { value: OTHER, label: t('desk.return.other') }]}
            value={phrase}
            onChange={(value) => {
              setPhrase(value);
              setTarget(findOnly(pack, value));
            }}
          />
          {phrase !== undefined && (
            <TargetChoice {...{ targets, target }} isMissing={isTried} onChange={setTarget} />
          )}
        </>
      )}
    </LineDialog>
  );
}

interface TargetChoiceProps {
  readonly targets: readonly Target[];
  readonly target: string | undefined;
  /** It was tried to send without one. */
  readonly isMissing: boolean;
  readonly onChange: (target: string) => void;
}

function TargetChoice({ targets, target, isMissing, onChange }: TargetChoiceProps) {
  const { t, language } = useTranslation();
  const top = useRef<HTMLDivElement>(null);
  const offered = targets.map(({ value }) => value).join(' ');
  // It comes below the phrases, where nobody would see it come.
  useEffect(() => {
    void top.current?.scrollIntoView({ block: 'nearest' });
  }, [offered]);
  return (
    <div ref={top}>
      <ChoiceList
        legend={t('desk.return.where')}
        error={isMissing && target === undefined ? t('desk.return.whereMissing') : undefined}
        choices={targets.map(({ value, label }) => ({
          value,
          label: label?.[language] ?? t('desk.return.whole'),
        }))}
        value={target}
        onChange={onChange}
      />
    </div>
  );
}

interface Target {
  /** `document:…`, `field:…` or `whole`. */
  readonly value: string;
  readonly label: { readonly vi: string; readonly en: string } | undefined;
}

/** What the phrase is mostly said of stands first; papers that were photographed before those that were not. */
function listTargets(pack: Pack, about: ReturnPhrase['about'] | undefined): readonly Target[] {
  const papers = [...listDeskPapers(pack)].sort(
    (one, other) => Number(one.attachment === undefined) - Number(other.attachment === undefined),
  );
  const documents = papers.map(({ document: { id, label } }) => ({ value: `document:${id}`, label }));
  const questions = pack.procedure ? listQuestions(pack.procedure.form, pack.route, pack.answers) : [];
  const fields = questions.map(({ field: { id, label } }) => ({ value: `field:${id}`, label }));
  const whole = { value: WHOLE, label: undefined };
  if (about === 'document') return [...documents, whole];
  return about === 'field' ? [...fields, whole] : [...documents, ...fields, whole];
}

/** The one paper that was photographed needs no asking. */
function findOnly(pack: Pack, phrase: string): string | undefined {
  const about = returnPhrases.find(({ id }) => id === phrase)?.about;
  const targets = listTargets(pack, about).filter(({ value }) => value !== WHOLE);
  return about === 'document' && targets.length === 1 ? targets[0]?.value : undefined;
}

function readTarget(target: string): Pick<ReturnRequest, 'field' | 'document'> {
  const [kind, id = ''] = target.split(':');
  if (kind === 'document') return { document: id };
  return kind === 'field' ? { field: id } : {};
}

function listPhrases(language: 'vi' | 'en') {
  return returnPhrases.map(({ id, label }) => ({ value: id, label: capitalise(label[language]) }));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
