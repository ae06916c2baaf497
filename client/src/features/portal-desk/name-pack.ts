/** What a pack is called: whose it is and for which procedure. */
import type { Translator } from '../../i18n/translate.ts';
import type { Pack } from './read-pack.ts';

export function namePerson({ citizen }: Pack, { t }: Translator): string {
  return citizen.name || t('desk.noName');
}

export function nameProcedure({ procedure, procedureCode }: Pack, { t, language }: Translator): string {
  return procedure?.name[language] ?? t('desk.unknownProcedure', { code: procedureCode });
}

export function namePack(pack: Pack, translator: Translator): string {
  return `${namePerson(pack, translator)}, ${nameProcedure(pack, translator)}`;
}
