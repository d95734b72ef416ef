import { json } from '@/app/api/answer';
import { zipBody } from '@/app/api/projects/zip-body';
import { withProgram } from '@/app/api/rules';
import { importAsVersion } from '@/lib/project/import-project';

/** A project's zip becomes a version of the program it was exported of. */
export const POST = withProgram('change', async ({ viewer, program }, request) => json(await importAsVersion(viewer, program, await zipBody(request)), 201));
