import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, execute, type ExecutionResult, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

export const TRACKER_TOKEN = 'tracker-token-5f2c9a';

/** An issue tracker as GraphQL: connections, a union, interfaces, enums, inputs, changes, and types that lead back to each other. */
const SCHEMA = /* GraphQL */ `
  scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time")
  scalar JSON
  scalar Colour

  "Whatever has an id."
  interface Node { id: ID! }
  interface Actor { login: String! avatar: String }

  type Query {
    "Looks a project up by its owner and name."
    project(owner: String!, name: String!): Project
    "Issues of all projects."
    issues(first: Int = 20, after: String, where: IssueFilter): IssueConnection!
    "Finds issues and people by words."
    search(text: String!): [Found!]!
    node(id: ID!): Node
    actors: [Actor!]!
    serverTime: DateTime!
    meta: JSON
    settings: Settings!
    old: String @deprecated(reason: "Use serverTime.")
    secret: Secret
  }
  type Mutation {
    "Opens an issue."
    openIssue(input: OpenIssueInput!): OpenIssuePayload!
    closeIssue(id: ID!): OpenIssuePayload!
    updateIssue(id: ID!, title: String, state: State): OpenIssuePayload!
  }
  type Subscription { issueOpened: Issue }

  enum State { OPEN CLOSED }
  input IssueFilter { state: State labels: [String!] by: PersonFilter since: DateTime }
  input PersonFilter { login: String or: [PersonFilter!] }
  input OpenIssueInput { title: String! labels: [String!] priority: Int = 3 }
  type OpenIssuePayload { issue: Issue problems: [Problem!]! clientMutationId: String }
  type Problem { field: String message: String! }

  type Project implements Node {
    id: ID!
    name: String!
    homepage: String
    budget: Money
    owner: Person!
    lead: Person
    issues(first: Int, after: String, state: State): IssueConnection!
    labels: [Label!]!
    readme(ref: String!): String
    parent: Project
    colour: Colour
    stars: Int! @deprecated
  }
  type Money { amount: Float! currency: String! }
  type Label { id: ID! name: String! projects: [Project!]! }
  type Issue implements Node { id: ID! title: String! state: State! number: Int! createdAt: DateTime! author: Actor project: Project! secretNote: String comments: [Comment!]! }
  type Comment { text: String! by: Person! }
  type Person implements Node & Actor { id: ID! login: String! avatar: String name: String issues(first: Int): IssueConnection! }
  type Robot implements Actor { login: String! avatar: String name: Int owner: Person }
  type IssueConnection { nodes: [Issue!]! edges: [IssueEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type IssueEdge { cursor: String! node: Issue! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  union Found = Issue | Person
  type Settings { issueStates: [State!]! constructor: String toString: String }
  type Secret { inner(key: String!): String }
`;

export type Tracker = {
  url: string;
  schema: GraphQLSchema;
  /** What was asked, the oldest first. */
  asked: { query: string; variables: Record<string, unknown>; authorization: string | undefined }[];
  close(): Promise<void>;
};

export type TrackerOptions = { token?: string; introspection?: boolean };

/** Starts it on loopback. With a token it answers to nobody without. */
export async function startTracker({ token, introspection = true }: TrackerOptions = {}): Promise<Tracker> {
  const schema = buildSchema(SCHEMA);
  const asked: Tracker['asked'] = [];
  const root = resolvers();
  const server = createServer(async (request, response) => {
    const say = (status: number, value: unknown) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.method !== 'POST' || request.url !== '/graphql') return say(404, { message: 'Not found' });
    if (token && request.headers.authorization !== `Bearer ${token}`) return say(401, { message: 'Bad credentials' });
    const { query, variables = {} } = JSON.parse(await textOf(request)) as { query: string; variables?: Record<string, unknown> };
    asked.push({ query, variables, authorization: request.headers.authorization });
    if (!introspection && query.includes('__schema')) return say(200, { errors: [{ message: 'GraphQL introspection is not allowed.', extensions: { code: 'INTROSPECTION_DISABLED' } }] });
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return say(400, { errors });
    say(200, await (execute({ schema, document, rootValue: root, variableValues: variables }) as Promise<ExecutionResult>));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    schema,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

type IssueRow = { id: string; title: string; state: string; number: number };

function resolvers(): Record<string, unknown> {
  const ada = { __typename: 'Person', id: 'p1', login: 'ada', avatar: null, name: 'Ada' };
  const robot = { __typename: 'Robot', login: 'bot', avatar: 'https://example.com/bot.png', name: 7, owner: ada };
  const rows: IssueRow[] = Array.from({ length: 25 }, (_, i) => ({ id: `i${i + 1}`, title: `Issue ${i + 1}`, state: i % 3 === 0 ? 'CLOSED' : 'OPEN', number: i + 1 }));
  const project: Record<string, unknown> = {
    __typename: 'Project', id: 'r1', name: 'engine', homepage: null, budget: { amount: 12.5, currency: 'EUR' }, owner: ada, lead: null, parent: null, colour: '#fff', stars: 3,
    labels: [{ id: 'l1', name: 'bug' }],
    readme: ({ ref }: { ref: string }) => `readme at ${ref}`,
    issues: (args: PageArgs) => page(rows, args),
  };
  const issue = (row: IssueRow) => ({
    __typename: 'Issue', ...row, createdAt: '2026-10-03T12:00:00Z', author: row.number % 2 ? ada : robot, project,
    comments: [{ text: 'Yes', by: ada }],
    secretNote: () => {
      if (row.number === 2) throw new GraphQLError('Not for you', { extensions: { code: 'FORBIDDEN' } });
      return null;
    },
  });
  type PageArgs = { first?: number; after?: string; where?: { state?: string }; state?: string };
  function page(all: IssueRow[], { first = 20, after, where, state = where?.state }: PageArgs) {
    const found = state ? all.filter((row) => row.state === state) : all;
    const start = after ? Number(after) : 0;
    const nodes = found.slice(start, start + first).map(issue);
    const end = start + nodes.length;
    return { nodes, edges: nodes.map((node, i) => ({ cursor: String(start + i + 1), node })), pageInfo: { hasNextPage: end < found.length, endCursor: String(end) }, totalCount: found.length };
  }
  return {
    project: ({ name }: { name: string }) => (name === 'engine' ? project : null),
    issues: (args: PageArgs) => page(rows, args),
    search: ({ text }: { text: string }) => [...rows.filter(({ title }) => title.includes(text)).map(issue), ...(ada.login.includes(text) ? [ada] : [])],
    node: ({ id }: { id: string }) => [project, ada, ...rows.map(issue)].find((one) => one.id === id) ?? null,
    actors: [ada, robot],
    serverTime: '2026-10-03T12:00:00Z',
    meta: { any: ['thing'] },
    settings: { issueStates: ['OPEN', 'CLOSED'], constructor: 'c', toString: 't' },
    openIssue: ({ input }: { input: { title: string } }) => {
      const row = { id: `i${rows.length + 1}`, title: input.title, state: 'OPEN', number: rows.length + 1 };
      rows.push(row);
      return { issue: issue(row), problems: [] };
    },
    closeIssue: ({ id }: { id: string }) => {
      const row = rows.find((one) => one.id === id);
      if (!row) throw new GraphQLError(`There is no issue ${id}.`, { extensions: { code: 'NOT_FOUND' } });
      row.state = 'CLOSED';
      return { issue: issue(row), problems: [] };
    },
    updateIssue: ({ id, ...changes }: { id: string; title?: string; state?: string }) => {
      const row = Object.assign(rows.find((one) => one.id === id)!, changes);
      return { issue: issue(row), problems: [] };
    },
  };
}
