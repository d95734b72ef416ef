import { answering, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

const LISTED = 50;

export const GET = withViewer(async () =>
  answering(async () => json({ programs: await (await getStore()).programs.list({ limit: LISTED }) })),
);
