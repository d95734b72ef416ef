/**
 * The tenth set. Four people, 152 prompts and 40 dialogues. Every third was held out, and scored once when the others had been read and mended. Its dates are those of
 * the end of November 2026.
 */
import * as operations from './tenth/operations.ts';
import * as analyst from './tenth/analyst.ts';
import * as founder from './tenth/founder.ts';
import * as developer from './tenth/developer.ts';
import type { Case } from './prompts.ts';

export const TENTH: Case[] = [operations, analyst, founder, developer].flatMap((by) => [...by.PROMPTS, ...by.DIALOGUES]);
