import { found, json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { restoreVersion } from '@/lib/conversation/restore-version';

export const POST = withProgram<'versionId'>('change', async ({ program, params }) => json(found(await restoreVersion(program.id, params.versionId), 'version'), 201));
