/** Who may see a page. Every page is made by one of these, as every route by one of api/rules.ts. */
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { LeaveProvider } from '@/components/shell/leave';
import { StandingProvider } from '@/components/shell/standing';
import { leaveFor } from '@/lib/auth/leave';
import { standingOf } from '@/lib/auth/standing';
import type { Viewer } from '@/lib/auth/viewer';
import { openProgram, viewerOf } from '@/lib/auth/who';
import type { ProgramLeave } from '@/lib/program/leaves';
import type { Program } from '@/lib/program/program';
import { type Role, isAtLeast } from '@/lib/program/role';
import type { Rule } from './api/rules';

type Page<P> = ((props: P) => Promise<ReactNode>) & { rule: Rule };

/** What every page may ask of who is looking at it. */
async function Known({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <StandingProvider standing={await standingOf(viewer)}>{children}</StandingProvider>;
}

/** The viewer of a page; who isn't signed in is sent to sign in. */
async function pageViewer(): Promise<Viewer> {
  const sent = await headers();
  const viewer = await viewerOf(sent);
  if (!viewer) redirect(`/sign-in?to=${encodeURIComponent(sent.get('x-path') ?? '/')}`);
  return viewer;
}

/** A page that needs no account. */
export function anyonesPage<P = object>(page: (props: P) => Promise<ReactNode>): Page<P> {
  return Object.assign(page, { rule: 'anyone' as const });
}

/** A page for who has at least this role; for others there is no such page. */
export function viewersPage<P = object>(role: Role, page: (viewer: Viewer, props: P) => Promise<ReactNode>): Page<P> {
  const shown = async (props: P) => {
    const viewer = await pageViewer();
    if (!isAtLeast(viewer.team.role, role)) notFound();
    return <Known viewer={viewer}>{await page(viewer, props)}</Known>;
  };
  return Object.assign(shown, { rule: role });
}

type OfProgram = { params: Promise<{ id: string }> };

/** A page about the program of the address. */
export function programsPage<P extends OfProgram>(page: ProgramPage<P>): Page<P> {
  return pageWith('open', page);
}

/** The same for who owns the program; for others there is no such page. */
export function ownersPage<P extends OfProgram>(page: ProgramPage<P>): Page<P> {
  return pageWith('own', page);
}

type ProgramPage<P> = (opened: { viewer: Viewer; program: Program }, props: P) => Promise<ReactNode>;

function pageWith<P extends OfProgram>(needed: ProgramLeave, page: ProgramPage<P>): Page<P> {
  const shown = async (props: P) => {
    const found = await opened(props, needed);
    return (
      <Known viewer={found.viewer}>
        <LeaveProvider leave={leaveFor(found.viewer, found.program) ?? 'open'}>{await page(found, props)}</LeaveProvider>
      </Known>
    );
  };
  return Object.assign(shown, { rule: `program: ${needed}` as const });
}

/** The program of a page's address, for what Next asks beside the page: its title. Null where the viewer may not know of it. */
export async function programOfPage({ params }: OfProgram): Promise<Program | null> {
  const viewer = await viewerOf(await headers());
  return viewer && openProgram(viewer, 'open', (await params).id).then(({ program }) => program, () => null); // Said by the page.
}

async function opened({ params }: OfProgram, needed: ProgramLeave) {
  const viewer = await pageViewer();
  return openProgram(viewer, needed, (await params).id).catch((error: Error) => {
    if (error.name === 'Refusal') notFound();
    throw error;
  });
}
