/** Takes out of a text what nobody sees: joiners, soft hyphens, marks of direction. A paste brings them along, and nobody could find them. */
export function dropInvisible(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}
