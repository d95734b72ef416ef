import { z } from 'zod';

export const SECTION_TITLE = z.object({ title: z.string().trim().min(1).max(80) });
