import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { deleteMember, previewOfMember } from '@/lib/auth/removals';

type Context = { params: Promise<{ personId: string }> };

/** What would be deleted of somebody. */
export const GET = withViewer<Context>('admin', async (viewer, _request, { params }) => json(await previewOfMember(viewer, (await params).personId)));

const BODY = z.object({ typed: z.string().max(300), handOver: z.boolean() });

/** Deletes everything of somebody in this team. Their private interfaces are deleted, or become the viewer's. */
export const DELETE = withViewer<Context>('admin', async (viewer, request, { params }) => json(await deleteMember(viewer, (await params).personId, await readBody(request, BODY))));
