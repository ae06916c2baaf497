/** The account steps A-K of 2026 that ship with the product, checked as they are loaded. A province may bring its own. */
import * as z from 'zod/mini';
import type { AccountStep } from '../src/rules/account-guide.ts';
import { accountStep } from '../src/rules/account-guide.ts';
import file from './account-steps.json' with { type: 'json' };

const parsed = z.strictObject({ version: z.string(), steps: z.array(accountStep) }).parse(file);

/** Kept with each citizen's record, so that an old outcome is read by the steps it was given under. */
export const accountStepsVersion: string = parsed.version;
export const accountSteps: readonly AccountStep[] = parsed.steps;
