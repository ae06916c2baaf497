/** Puts class names together, leaving out what is absent; knows no class. */
export function joinClasses(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
