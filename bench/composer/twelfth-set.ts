/**
 * The twelfth set. Four people again, 152 prompts and 40 dialogues, written when the tenth had been scored to its end. Every third was held out, and scored once when the others had been read and mended. Its dates are those of
 * the end of November 2026.
 */
import * as operations from './twelfth/operations.ts';
import * as analyst from './twelfth/analyst.ts';
import * as marketing from './twelfth/marketing.ts';
import * as developer from './twelfth/developer.ts';
import type { Case } from './prompts.ts';

export const TWELFTH: Case[] = [operations, analyst, marketing, developer].flatMap((by) => [...by.PROMPTS, ...by.DIALOGUES]);
