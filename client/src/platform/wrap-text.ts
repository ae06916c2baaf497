/** Breaks a sentence into lines that are no wider than the picture. Knows no letters: their widths come in. */

/** A word that is wider than the line is broken where it has to be. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (measure(line) > width && line.length > 1) {
      const fitting = countFitting(line, width, measure);
      lines.push(line.slice(0, fitting));
      line = line.slice(fitting);
    }
  }
  return line === '' ? lines : [...lines, line];
}

function countFitting(word: string, width: number, measure: (text: string) => number): number {
  let count = word.length - 1;
  while (count > 1 && measure(word.slice(0, count)) > width) count -= 1;
  return count;
}
