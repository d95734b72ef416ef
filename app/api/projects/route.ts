import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { importAsProgram } from '@/lib/project/import-project';
import { zipBody } from './zip-body';

/** A project's zip becomes a program. */
export const POST = withViewer('member', async (viewer, request) => json(await importAsProgram(viewer, await zipBody(request)), 201));
