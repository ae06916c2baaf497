/** Questions at a terminal: given as options or typed, checked before they count. Knows no answer's meaning. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result';

export interface Question {
  /** As an option: `--code 19885`. */
  readonly option: string;
  /** Vietnamese · English. */
  readonly text: string;
  readonly shape: RegExp;
}

export interface Terminal {
  /** Undefined once nothing more will be typed. */
  readLine(): Promise<string | undefined>;
  say(text: string): void;
  close(): void;
}

export function openTerminal(): Terminal {
  const lines = createInterface({ input: process.stdin });
  const typed = lines[Symbol.asyncIterator]();
  return {
    async readLine() {
      const line = await typed.next();
      return line.done === true ? undefined : line.value;
    },
    say: (text) => console.log(text),
    close: () => lines.close(),
  };
}

export type AskFault = { readonly type: 'optionWrong' | 'unanswered'; readonly question: Question };

/** By option name. What was given wrong ends it; what was typed wrong is asked again. Throws on an unknown option. */
export async function askAll(
  terminal: Terminal,
  questions: readonly Question[],
): Promise<Result<Readonly<Record<string, string>>, AskFault>> {
  const options = Object.fromEntries(questions.map(({ option }) => [option, { type: 'string' } as const]));
  const given: Readonly<Record<string, unknown>> = parseArgs({ options }).values;
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const value = given[question.option];
    const isGiven = typeof value === 'string';
    if (isGiven && !question.shape.test(value.trim())) return err({ type: 'optionWrong', question });
    const answer = isGiven ? value : await ask(terminal, question);
    if (answer === undefined) return err({ type: 'unanswered', question });
    answers[question.option] = answer.trim();
  }
  return ok(answers);
}

async function ask(terminal: Terminal, question: Question): Promise<string | undefined> {
  for (;;) {
    terminal.say(question.text);
    const line = await terminal.readLine();
    if (line === undefined || question.shape.test(line.trim())) return line;
  }
}
