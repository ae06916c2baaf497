/** What is worth knowing before somebody is written down twice: known from before, or somebody of the same name and year. */
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Work } from '../../custody/work.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { listLookAlikes } from './arrange-people.ts';
import { findBirth, type PersonDraft } from './person-draft.ts';
import { usePeople } from './queries.ts';

interface PersonNotesProps {
  readonly work: Work;
  readonly citizen: string;
  readonly isKnown: boolean;
  readonly draft: PersonDraft;
  /** While nothing is written down. */
  readonly onReadCard: (() => void) | undefined;
}

export function PersonNotes({ work, citizen, isKnown, draft, onReadCard }: PersonNotesProps) {
  const { t } = useTranslation();
  const people = usePeople(work);
  if (onReadCard)
    return (
      <>
        {isKnown && <Banner>{t('citizens.knownBefore')}</Banner>}
        <Button variant="secondary" icon="qr" onClick={onReadCard} data-testid="card-again">
          {t(draft.enteredBy === 'card' ? 'citizens.wrongCard' : 'citizens.scanAgain')}
        </Button>
      </>
    );
  if (isKnown) return <Banner>{t('citizens.knownBefore')}</Banner>;
  // With a number there is nothing to guess: equal numbers are one person.
  if (draft.personalId !== '') return null;
  const others = people.filter((person) => person.record !== citizen);
  const [alike] = listLookAlikes(others, {
    fullName: draft.fullName,
    birthYear: findBirth(draft)?.slice(0, 4),
  });
  if (!alike) return null;
  return (
    <Banner
      actions={
        <LinkButton href={`/nguoi-dan/${alike.record}`} variant="secondary">
          {t('citizens.openPerson', { name: alike.fullName })}
        </LinkButton>
      }
    >
      {t('citizens.lookAlike', { name: alike.fullName, year: alike.birthYear ?? '' })}
    </Banner>
  );
}
