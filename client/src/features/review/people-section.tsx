/** Who came, by name: only after the PIN has been given anew, and written down at the commune. Gone with the screen. */
import { useRef, useState } from 'react';
import { findProcedure } from '#data/procedures';
import type { PeopleReply } from '#shared/contracts/review';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { askPeople } from './ask-people.ts';
import { describeFault } from './describe-fault.ts';
import type { ReviewOffice } from './queries.ts';
import { describeStanding } from './session-rows.tsx';
import { StepUpDialog } from './step-up-dialog.tsx';

interface PeopleSectionProps {
  readonly session: string;
  readonly office: ReviewOffice;
}

export function PeopleSection({ session, office }: PeopleSectionProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [people, setPeople] = useState<PeopleReply['people']>();
  // Whoever has closed the question is shown no names that come after it.
  const isWanted = useRef(false);
  const open = (is: boolean) => {
    isWanted.current = is;
    setAsked(is);
  };
  if (people) return <People people={people} onHide={() => setPeople(undefined)} />;
  return (
    <>
      <Button variant="quiet" icon="eye" data-testid="see-people" onClick={() => open(true)}>
        {t('review.seePeople')}
      </Button>
      {isAsked && (
        <StepUpDialog
          title={t('review.people.title')}
          why={t('review.people.why')}
          submitLabel={t('review.seePeople')}
          onClose={() => open(false)}
          ask={async (pin) => {
            const asked = await askPeople(office, { session, pin, isWanted: () => isWanted.current });
            if (asked.type === 'fault') return describeFault(asked.fault, { t });
            if (asked.type === 'pinRefused') return asked.problem;
            if (asked.type === 'people') {
              open(false);
              setPeople(asked.people);
            }
            return undefined;
          }}
        />
      )}
    </>
  );
}

interface PeopleProps {
  readonly people: PeopleReply['people'];
  readonly onHide: () => void;
}

function People({ people, onHide }: PeopleProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <Section
      title={t('review.people.title')}
      trailing={
        <Button variant="quiet" onClick={onHide}>
          {t('review.people.hide')}
        </Button>
      }
    >
      <Banner icon="lock">{t('review.people.logged')}</Banner>
      {people.length === 0 && <p>{t('review.people.none')}</p>}
      {people.length > 0 && (
        <List>
          {people.map((person, at) => (
            <ListRow
              key={at}
              title={<span data-testid="person-row">{person.name || t('desk.noName')}</span>}
              subtitle={describePerson(person, translator)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

function describePerson(person: PeopleReply['people'][number], translator: Translator): string {
  const { t, language } = translator;
  const dossiers = person.dossiers.map(({ procedure, standing }) => {
    const name = findProcedure(procedure)?.name[language] ?? t('desk.unknownProcedure', { code: procedure });
    return `${name}: ${describeStanding(standing, translator)}`;
  });
  return [person.queue.join(', '), ...dossiers].filter(Boolean).join(' · ');
}
