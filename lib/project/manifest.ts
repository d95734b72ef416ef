import { z } from 'zod';

/** What a project says of where it comes from, to be brought back. */
export const MANIFEST_FILE = 'vitrine.json';

export const MANIFEST = z.object({
  format: z.literal(1),
  title: z.string().trim().min(1).max(120),
  programId: z.string().max(64),
  versionId: z.string().max(64),
  version: z.number().int().positive(),
  exportedAt: z.string().max(40),
});

export type Manifest = z.infer<typeof MANIFEST>;
