/** Shapes of messages and what can be read from their text by the type checker; holds no message. */

/** Where a language counts otherwise than Vietnamese; chosen by the parameter `count`. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

export type MessageText = string | PluralForms;

/** What another language must bring for a file of Vietnamese messages: the same keys, no more and no fewer. */
export type Translated<Source> = { readonly [Key in keyof Source]: MessageText };

/** "Chờ {name}, hẹn {day}" → "name" | "day". */
export type ParamNames<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

export type ParamValues<Text> = Readonly<Record<ParamNames<Text>, string | number>>;
