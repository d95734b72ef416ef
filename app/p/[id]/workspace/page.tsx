import type { Metadata } from 'next';
import { Workspace } from '@/components/workspace/workspace';
import { ownersPage, programOfPage } from '@/app/page-rules';
import { isAtLeast } from '@/lib/program/role';
import { readConfig } from '@/lib/config/config';
import { workspaceChoice } from '@/lib/project/workspace';

type Props = { params: Promise<{ id: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: Props): Promise<Metadata> {
  const program = await programOfPage(props);
  return { title: program ? `${program.title} as a project` : 'Not found' };
}

export default ownersPage<Props>(async ({ viewer, program }) => {
  const { on } = await workspaceChoice(program.teamId);
  return (
    <Workspace
      program={{ id: program.id, title: program.title }}
      refusal={on ? (program.currentVersionId ? null : 'no-version') : isAtLeast(viewer.team.role, 'admin') ? 'off-admin' : 'off'}
      clientId={readConfig().webContainerClientId}
    />
  );
});
