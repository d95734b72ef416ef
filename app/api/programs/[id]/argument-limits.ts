import { z } from 'zod';

const LIMIT = z.union([z.strictObject({ is: z.unknown() }), z.strictObject({ atMost: z.number().int().nonnegative() }), z.strictObject({ any: z.literal(true) })]);

/** What the arguments of a call may be, by path. */
export const LIMITS = z.record(z.string().max(500), LIMIT);
