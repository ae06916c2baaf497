/** Whoever said a word of the head's; of somebody who stood in for the head, that too. */
import type { Translator } from '../../i18n/translate.ts';

interface Written {
  readonly by: string;
  readonly isDeputy?: boolean | undefined;
}

export function nameWriter({ by, isDeputy = false }: Written, { t }: Translator): string {
  return isDeputy ? t('review.deputy.name', { name: by }) : by;
}
