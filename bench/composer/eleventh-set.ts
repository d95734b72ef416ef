/**
 * The eleventh set. Two people who write in several sentences and in questions, 76 prompts and 20 dialogues: scored as it was found, then read. Its dates are those of
 * the end of November 2026.
 */
import * as office from './eleventh/office.ts';
import * as manager from './eleventh/manager.ts';
import type { Case } from './prompts.ts';

export const ELEVENTH: Case[] = [office, manager].flatMap((by) => [...by.PROMPTS, ...by.DIALOGUES]);
