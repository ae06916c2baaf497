/** Turns a key and its parameters into a sentence of one language; knows neither React nor where messages come from. */
import type { MessageText, ParamNames, ParamValues } from './message-types.ts';
import type { MessageKey, Messages, TextOf } from './messages-vi.ts';

export type Language = 'vi' | 'en';

type Params<Key extends MessageKey> = [ParamNames<TextOf<Key>>] extends [never]
  ? []
  : [params: ParamValues<TextOf<Key>>];

/** Numbers are written as the language writes them ("1.234"); a year or a code comes in as text. */
export type Translate = <Key extends MessageKey>(key: Key, ...params: Params<Key>) => string;

export interface Translator {
  readonly language: Language;
  readonly t: Translate;
}

function findText(messages: Partial<Messages>, key: string): MessageText | undefined {
  const point = key.indexOf('.');
  const sections: Readonly<Partial<Record<string, Readonly<Record<string, MessageText>>>>> = messages;
  return sections[key.slice(0, point)]?.[key.slice(point + 1)];
}

export function createTranslator(language: Language, messages: Partial<Messages>): Translator {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const t: Translate = (key, ...[params]) => {
    const values: Readonly<Record<string, string | number>> = params ?? {};
    const text = findText(messages, key);
    if (text === undefined) throw new Error(`no message ${key}`);
    const form =
      typeof text === 'string'
        ? text
        : text[plurals.select(Number(values['count'])) === 'one' ? 'one' : 'other'];
    return form.replace(/\{(\w+)\}/g, (gap, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? gap);
    });
  };
  return { language, t };
}
