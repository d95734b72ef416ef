/**
 * Every route and every page has a rule, and each is tried with everybody that there can be. The table is made from the files of
 * app/: a new one stands in no row of `EXPECTED` and fails.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { cookieOf, makePeople } from '@/lib/auth/test-people';
import { EMPTY_SOURCE } from '@/lib/program/program';
import { openTestStore } from '@/lib/store/test-store';

const APP = path.resolve(import.meta.dirname, '..');

/** Who tries. `alien` owns another team. `author` is the member whose program it is. */
const WHO = ['nobody', 'alien', 'viewer', 'member', 'author', 'admin', 'owner'] as const;
type Who = (typeof WHO)[number];

/** Rule by route, as written in the route; who it lets in follows from the rule. */
const EXPECTED: Record<string, string> = {
  'PATCH /api/account': 'viewer',
  'PUT /api/account/password': 'viewer',
  'DELETE /api/account/sessions': 'viewer',
  'DELETE /api/account/sessions/[id]': 'viewer',
  'POST /api/accounts': 'owner',
  'GET /api/auth/[...all]': 'anyone',
  'POST /api/auth/[...all]': 'anyone',
  'GET /api/health': 'anyone',
  'POST /api/invitations/[token]': 'anyone',
  'POST /api/invitations/[token]/hold': 'anyone',
  'PATCH /api/team': 'admin',
  'DELETE /api/team': 'owner',
  'POST /api/team': 'viewer',
  'POST /api/team/invitations': 'admin',
  'DELETE /api/team/invitations/[id]': 'admin',
  'POST /api/team/leave': 'viewer',
  'PUT /api/team/look': 'viewer',
  'PATCH /api/team/members/[personId]': 'admin',
  'DELETE /api/team/members/[personId]': 'admin',
  'POST /api/team/transfer': 'owner',
  'GET /api/account/data': 'viewer',
  'DELETE /api/account/data': 'viewer',
  'GET /api/team/members/[personId]/data': 'admin',
  'DELETE /api/team/members/[personId]/data': 'admin',
  'GET /api/approvals': 'admin',
  'POST /api/approvals': 'admin',
  'GET /api/audit': 'admin',
  'GET /api/audit/export': 'admin',
  'PUT /api/audit/keeping': 'admin',
  'PUT /api/bindings/[name]/reading': 'admin',
  'PUT /api/bindings/[name]/users': 'admin',
  'PUT /api/team/rules': 'admin',
  'POST /api/bridge': 'viewer',
  'POST /api/connections': 'admin',
  'PATCH /api/connections/[id]': 'admin',
  'DELETE /api/connections/[id]': 'admin',
  'GET /api/connections/[id]/functions': 'member',
  'POST /api/connections/[id]/refresh': 'admin',
  'POST /api/connections/[id]/test': 'admin',
  'POST /api/connections/uploads': 'admin',
  'POST /api/data/[programId]': 'anyone',
  'OPTIONS /api/data/[programId]': 'anyone',
  'POST /api/files': 'member',
  'DELETE /api/files/[id]': 'member',
  'POST /api/files/uploads/[id]': 'member',
  'DELETE /api/files/uploads/[id]': 'member',
  'GET /api/ledger': 'member',
  'GET /api/ledger/export': 'member',
  'PUT /api/ledger/keeping': 'admin',
  'GET /api/terms': 'member',
  'POST /api/terms': 'member',
  'DELETE /api/terms': 'member',
  'POST /api/models': 'admin',
  'DELETE /api/models/[id]': 'admin',
  'POST /api/models/[id]/test': 'admin',
  'PUT /api/models/writes': 'admin',
  'GET /api/pins': 'viewer',
  'PUT /api/pins': 'admin',
  'POST /api/pins': 'admin',
  'DELETE /api/pins/[programId]': 'admin',
  'POST /api/pins/sections': 'admin',
  'PATCH /api/pins/sections/[sectionId]': 'admin',
  'DELETE /api/pins/sections/[sectionId]': 'admin',
  'GET /api/programs': 'viewer',
  'PATCH /api/programs/[id]': 'program: change',
  'DELETE /api/programs/[id]': 'program: own',
  'GET /api/programs/[id]/approvals': 'program: open',
  'POST /api/programs/[id]/approvals': 'program: change',
  'POST /api/programs/[id]/breaches': 'program: open',
  'GET /api/programs/[id]/calls': 'program: open',
  'PUT /api/programs/[id]/favourite': 'program: open',
  'DELETE /api/programs/[id]/favourite': 'program: open',
  'POST /api/programs/[id]/grants': 'program: change',
  'DELETE /api/programs/[id]/grants/[grantId]': 'program: change',
  'GET /api/programs/[id]/data-tokens': 'program: own',
  'POST /api/programs/[id]/data-tokens': 'program: own',
  'DELETE /api/programs/[id]/data-tokens/[tokenId]': 'program: own',
  'GET /api/programs/[id]/export': 'program: open',
  'POST /api/programs/[id]/export': 'program: open',
  'POST /api/programs/[id]/import': 'program: change',
  'GET /api/programs/[id]/messages': 'program: open',
  'GET /api/programs/[id]/picture': 'program: open',
  'PUT /api/programs/[id]/picture': 'program: change',
  'GET /api/programs/[id]/remix': 'program: open',
  'POST /api/programs/[id]/remix': 'program: open',
  'GET /api/programs/[id]/reply': 'program: open',
  'GET /api/programs/[id]/shared': 'program: open',
  'PUT /api/programs/[id]/shared': 'program: change',
  'GET /api/programs/[id]/shares': 'program: change',
  'POST /api/programs/[id]/shares': 'program: own',
  'PATCH /api/programs/[id]/shares/[shareId]': 'program: own',
  'DELETE /api/programs/[id]/shares/[shareId]': 'program: own',
  'PUT /api/programs/[id]/shares/[shareId]/picture': 'program: own',
  'POST /api/programs/[id]/shares/[shareId]/snapshot': 'program: own',
  'GET /api/programs/[id]/repair': 'program: open',
  'POST /api/programs/[id]/repair': 'program: change',
  'DELETE /api/programs/[id]/repair': 'program: change',
  'GET /api/programs/[id]/shown': 'program: open',
  'GET /api/programs/[id]/uses': 'program: open',
  'GET /api/programs/[id]/workspace': 'program: own',
  'POST /api/programs/[id]/workspace': 'program: own',
  'GET /api/programs/[id]/versions': 'program: open',
  'GET /api/programs/[id]/versions/[versionId]': 'program: open',
  'POST /api/programs/[id]/versions/[versionId]/restore': 'program: change',
  'PUT /api/programs/[id]/visibility': 'program: own',
  'POST /api/projects': 'member',
  'PUT /api/projects/workspace': 'admin',
  'POST /api/prompt': 'viewer',
  'POST /api/remixes': 'member',
  'PUT /api/spending/limits': 'admin',
  'POST /api/replies/[id]/stop': 'reply: change',
  'GET /api/replies/[id]/stream': 'reply: open',
  'page /': 'viewer',
  'page /account': 'viewer',
  'page /all': 'viewer',
  'page /p/[id]': 'program: open',
  'page /p/[id]/workspace': 'program: own',
  'page /join/[token]': 'anyone',
  'page /remix/[token]': 'viewer',
  'page /settings': 'admin',
  'page /settings/ledger': 'member',
  'page /settings/audit': 'admin',
  'page /settings/open': 'owner',
  'page /settings/rules': 'admin',
  'page /settings/spending': 'admin',
  'page /settings/waiting': 'admin',
  'page /sign-in': 'anyone',
  'page /sign-in/link': 'anyone',
  'page /team': 'viewer',
};

/** What refuses by what it is sent, beside its rule: the body that a viewer is refused with. */
const BODIES: Record<string, unknown> = { 'POST /api/prompt': { text: 'Orders', kind: 'prompt', modelId: 'none' } };
/** Whom such a body keeps out though the rule lets them in. */
const STRICTER: Record<string, Who[]> = { 'POST /api/prompt': ['viewer'], 'POST /api/programs/[id]/remix': ['viewer'] };

/** What a token opens that is sent along, whoever sends it; none is sent here. */
const BY_TOKEN = new Set(['POST /api/data/[programId]']);

/** What each of them may do with the author's program in the team. */
const LEAVE: Record<'private' | 'team', Record<Who, number>> = {
  team: { nobody: 0, alien: 0, viewer: 1, member: 2, author: 3, admin: 3, owner: 3 },
  private: { nobody: 0, alien: 0, viewer: 0, member: 0, author: 3, admin: 0, owner: 0 },
};
const NEEDS = { open: 1, change: 2, own: 3 };
const ROLE: Record<Who, number> = { nobody: 0, alien: 4, viewer: 1, member: 2, author: 2, admin: 3, owner: 4 };
const ROLE_NEEDS: Record<string, number> = { viewer: 1, member: 2, admin: 3, owner: 4 };

// Pages ask Next for what the request brought.
let asked = new Headers();
vi.mock('next/headers', () => ({ headers: async () => asked }));
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  redirect: (to: string) => { throw Object.assign(new Error(to), { kind: 'redirect' }); },
  notFound: () => { throw Object.assign(new Error('not found'), { kind: 'notFound' }); },
}));

const { store } = await openTestStore();
const people = await makePeople(store, { owner: 'owner', viewer: 'viewer', member: 'member', author: 'member', admin: 'admin', alien: 'elsewhere' });
const ids = { team: '', private: '', 'reply of team': '', 'reply of private': '' };
for (const visibility of ['team', 'private'] as const) {
  const program = await store.programs.create({ title: visibility, teamId: 'local', ownerId: people.author.id });
  await store.programs.setVisibility(program.id, visibility);
  ids[visibility] = program.id;
  ids[`reply of ${visibility}`] = (await store.replies.start({ programId: program.id, messageId: crypto.randomUUID(), modelId: 'm', base: EMPTY_SOURCE }))!.id;
  await store.replies.finish(ids[`reply of ${visibility}`], 'done');
}

type Ruled = { (...args: unknown[]): Promise<unknown>; rule?: string };
type Entry = { name: string; method: string; handler: Ruled };

/** Every method of every route, and every page. */
const entries: Entry[] = await Promise.all(
  readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(route|page)\.tsx?$/.test(file))
    .sort()
    .map(async (file) => {
      const address = `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, '').replace(/^\/\.$/, '') || '/';
      const module = (await import(path.join(APP, file))) as Record<string, Ruled>;
      const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) => module[method]);
      const names = file.includes('page.') ? ['page'] : methods;
      return names.map((method) => ({ name: `${method} ${address}`, method, handler: method === 'page' ? module.default! : module[method]! }));
    }),
).then((all) => all.flat());

test('who opens accounts is who was here before', () => {
  expect(people.owner.id).toBe('local');
});

test('every route and page has a rule, and it is the one that was meant', () => {
  const rules = Object.fromEntries(entries.map(({ name, handler }) => [name, handler.rule ?? 'NO RULE']));
  expect(rules).toEqual(EXPECTED);
});

/** What came of it: `in` where the rule let them pass, whatever the route then said of an empty body. */
async function tryEntry({ name, method, handler }: Entry, who: Who, id: string): Promise<'in' | 401 | 403 | 404> {
  const headers = new Headers(who === 'nobody' ? {} : { cookie: people[who].cookie });
  const params = Promise.resolve({ id, name: 'shop', versionId: 'none', grantId: 'none', shareId: 'none', tokenId: 'none', token: 'none', personId: 'none' });
  if (method === 'page') {
    asked = headers;
    return handler({ params, searchParams: Promise.resolve({}) }).then(
      () => 'in' as const,
      (error: Error & { kind?: string }) => (error.kind === 'redirect' ? 401 : error.kind === 'notFound' ? 404 : Promise.reject(error)),
    );
  }
  const body = method === 'GET' ? undefined : JSON.stringify(BODIES[name] ?? {});
  const request = new Request(`http://localhost:3000${name.split(' ')[1]}`, { method, headers, body, signal: AbortSignal.timeout(20_000) });
  const answer = (await handler(request, { params })) as Response;
  if (name === 'DELETE /api/account/sessions' && answer.ok && who !== 'nobody') people[who].cookie = await cookieOf(who); // It did what it says.
  const said = answer.ok ? '' : ((await answer.clone().json()) as { message: string }).message;
  await answer.text();
  if (answer.status === 401 || answer.status === 403) return answer.status;
  return answer.status === 404 && /no such (interface|reply)/.test(said) ? 404 : 'in';
}

/** What the rule means for them. */
function meant(rule: string, name: string, who: Who, program: 'team' | 'private'): 'in' | 401 | 403 | 404 {
  if (rule === 'anyone') return BY_TOKEN.has(name) ? 401 : 'in';
  if (who === 'nobody') return 401;
  const leave = /^(?:program|reply): (\w+)$/.exec(rule)?.[1] as keyof typeof NEEDS | undefined;
  if (!leave) {
    if (ROLE[who] < ROLE_NEEDS[rule]!) return name.startsWith('page') ? 404 : 403;
    return STRICTER[name]?.includes(who) ? 403 : 'in';
  }
  const has = LEAVE[program][who];
  if (has > 0 && STRICTER[name]?.includes(who)) return 403;
  return has === 0 ? 404 : has < NEEDS[leave] ? (name.startsWith('page') ? 404 : 403) : 'in';
}

/** What takes something away comes late, and the program itself last. */
const inOrder = entries.toSorted((a, b) => lateness(a) - lateness(b));
function lateness({ name }: Entry): number {
  return name === 'DELETE /api/programs/[id]' ? 2 : name.startsWith('DELETE') ? 1 : 0;
}

describe.each(inOrder)('$name', (entry) => {
  const rule = entry.handler.rule ?? 'NO RULE';
  const isOfProgram = /^(program|reply):/.test(rule);
  test.each(isOfProgram ? (['private', 'team'] as const) : (['team'] as const))('with a program of visibility %s', async (program) => {
    const id = rule.startsWith('reply') ? ids[`reply of ${program}`] : isOfProgram ? ids[program] : 'none';
    const came: Record<string, unknown> = {};
    for (const who of WHO) {
      // A page that is let in draws itself out of everything; what is asked here is who is kept out.
      if (entry.method === 'page' && meant(rule, entry.name, who, program) === 'in') continue;
      // Once it's deleted there is none for those after.
      if (entry.name === 'DELETE /api/programs/[id]' && (await store.programs.get(id)) === null) continue;
      came[who] = await tryEntry(entry, who, id);
    }
    for (const who of Object.keys(came)) expect([who, came[who]]).toEqual([who, meant(rule, entry.name, who as Who, program)]);
  });
});
