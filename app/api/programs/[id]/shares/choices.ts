import { z } from 'zod';
import { MAX_ASKED, MAX_ASKED_UNITS } from '@/lib/bridge/messages';
import { MAX_PASSWORD_UNITS, MAX_TITLE_UNITS } from '@/lib/share/limits';
import { REFRESHES, SHARE_MODES } from '@/lib/store/shares';

const words = z.string().trim().min(1).max(MAX_TITLE_UNITS).nullable();

/** What can be chosen for a link. */
export const CHOICES = z
  .object({
    versionId: z.string().max(64).nullable(),
    mode: z.enum(SHARE_MODES),
    refresh: z.enum(REFRESHES),
    password: z.string().min(1).max(MAX_PASSWORD_UNITS).nullable(),
    expiresAt: z.iso.datetime({ offset: true }).nullable(),
    maxViews: z.number().int().min(1).max(1_000_000).nullable(),
    embedOrigins: z.array(z.string().min(1).max(300)),
    title: words,
    by: words,
    mayRemix: z.boolean(),
    mayAsk: z.boolean(),
  })
  .partial();

/** What an interface was asked: its own data functions, with arguments. */
export const ASKED = z.array(z.object({ name: z.string().max(200), args: z.unknown().refine((args) => (JSON.stringify(args) ?? '').length <= MAX_ASKED_UNITS) })).max(MAX_ASKED);
