import { buildSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiBinding, Binding } from '../../binding/binding';
import { type Checker, createChecker } from '../../compile/check/checker';
import { formatDiagnostics } from '../../compile/check/format';
import { readGraphQl } from '../../connector/graphql';
import { readDescription } from '../../connector/mcp';
import { readOpenApi } from '../../connector/openapi';
import { EMPTY_SOURCE, type Source } from '../../program/program';
import { parseReply } from '../../reply/reply-parser';
import { SHOP } from '../fixtures/shop';
import { planSchema } from '../plan';
import { composeReply } from '../reply';
import { write } from '../write/write';

const TODAY = new Date('2026-11-23T12:00:00Z');

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ISSUE = {
  type: 'object', required: ['id', 'title', 'status'],
  properties: { id: { type: 'integer', readOnly: true }, title: { type: 'string' }, status: { type: 'string', enum: ['open', 'in_progress', 'closed'] }, createdAt: { type: 'string', format: 'date-time' } },
};
const DESK: ApiBinding = readOpenApi(JSON.stringify({
  openapi: '3.1.0', info: { title: 'Helpdesk' }, servers: [{ url: 'https://desk.example' }], components: { schemas: { Issue: ISSUE } },
  paths: {
    '/issues': {
      get: { operationId: 'issues/list', summary: 'List issues', parameters: [{ name: 'status', in: 'query', schema: { type: 'string', enum: ['open', 'closed'] } }], responses: { 200: { description: '', ...json({ type: 'array', items: { $ref: '#/components/schemas/Issue' } }) } } },
      post: {
        operationId: 'issues/create', summary: 'Create an issue',
        requestBody: { required: true, ...json({
          type: 'object', required: ['title', 'priority'],
          properties: {
            title: { type: 'string', maxLength: 120, description: 'What it is about' }, description: { type: 'string' }, priority: { type: 'string', enum: ['low', 'normal', 'high'], default: 'normal' },
            dueDate: { type: 'string', format: 'date' }, estimate: { type: 'number', minimum: 0, maximum: 40 }, labels: { type: 'array', items: { type: 'string' } }, confidential: { type: 'boolean' },
            reporterEmail: { type: 'string', format: 'email' }, state: { type: 'string', enum: ['open', 'in_progress'] }, id: { type: 'integer', readOnly: true }, attachments: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
          },
        }) },
        responses: { 201: { description: '', ...json({ $ref: '#/components/schemas/Issue' }) } },
      },
    },
    '/issues/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      patch: { operationId: 'issues/update', summary: 'Update an issue', requestBody: { required: true, ...json({ type: 'object', properties: { title: { type: 'string' }, status: { type: 'string', enum: ['open', 'in_progress', 'closed'] } } }) }, responses: { 200: { description: '', ...json({ $ref: '#/components/schemas/Issue' }) } } },
      delete: { operationId: 'issues/delete', summary: 'Delete an issue', responses: { 204: { description: '' } } },
    },
    '/blocks': { post: { operationId: 'blocks/add', summary: 'Shut addresses out', requestBody: { required: true, ...json({ type: 'object', required: ['addresses'], properties: { addresses: { type: 'array', items: { type: 'string', format: 'ipv4' } } } }) }, responses: { 201: { description: '' } } } },
    '/orders': { post: { operationId: 'orders/create', summary: 'Create an order', requestBody: { required: true, ...json({ type: 'object', required: ['items'], properties: { items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } } } }) }, responses: { 201: { description: '' } } } },
  },
}), { name: 'desk' }).binding;

const TRACKER: ApiBinding = readGraphQl(printSchema(buildSchema(`
  type Query { projects: [Project!]! }
  type Mutation { "Opens an issue." openIssue(input: OpenIssueInput!): Issue! closeIssue(id: ID!): Issue! }
  enum Level { LOW NORMAL VERY_HIGH }
  input OpenIssueInput { title: String! body: String level: Level labels: [String!] points: Int = 3 clientMutationId: String }
  type Issue { id: ID! title: String! } type Project { id: ID! name: String! }
`)), { name: 'tracker', title: 'Tracker' }).binding;

const TOOLS: ApiBinding = readDescription(JSON.stringify({
  title: 'Notes',
  tools: [
    { name: 'add_note', description: 'Adds a note.', inputSchema: { type: 'object', required: ['text', 'pinned'], properties: { text: { type: 'string' }, pinned: { type: 'boolean', description: 'Whether it stays on top' }, stars: { type: 'integer', minimum: 1, maximum: 5 } } } },
    { name: 'find_notes', description: 'Finds notes.', annotations: { readOnlyHint: true }, inputSchema: { type: 'object', properties: { words: { type: 'string' } } } },
  ],
}), { name: 'notes' }).binding;

let checker: Checker;
beforeAll(async () => {
  checker = await createChecker();
});
afterAll(() => checker.close());

function compose(prompt: string, bindings: readonly Binding[], before?: { state: unknown; source: Source }) {
  const { text, state } = composeReply({ prompt, ...before }, bindings, TODAY);
  const plan = state ? planSchema.parse(JSON.parse(JSON.stringify(state))) : null;
  const last = plan?.calls?.at(-1);
  return { text, plan, form: last?.type === 'form' ? last : undefined, source: parseReply(text, before?.source ?? EMPTY_SOURCE).source };
}

async function findings(source: Source, bindings: readonly Binding[]): Promise<string> {
  const found = await checker.check({ source, bindings, describe: async () => ({ ok: false, code: 'no-query', message: 'No query is asked here.' }) });
  return found.length ? formatDiagnostics(found, source) : '';
}

describe('a form is written over the function that does what was asked', () => {
  test.each([
    ['create an issue', [DESK], 'issuesCreate'],
    ['a form to create issues', [SHOP, DESK], 'issuesCreate'],
    ['I need a form where people can report a new ticket', [DESK], 'issuesCreate'],
    ['issue form', [DESK], 'issuesCreate'],
    ['add an issue with title and priority', [SHOP, DESK], 'issuesCreate'],
    ['form to block an IP', [DESK], 'blocksAdd'],
    ['update the status of a ticket', [DESK], 'issuesUpdate'],
    ['set the status of an existing ticket', [DESK], 'issuesUpdate'],
    ['somewhere I can alter an issue’s priority and status', [DESK], 'issuesUpdate'],
    ['a form to delete an issue', [DESK], 'issuesDelete'],
    ['open an issue', [TRACKER], 'openIssue'],
    ['form to close an issue', [TRACKER], 'closeIssue'],
    ['a form for closeIssue', [TRACKER, DESK], 'closeIssue'],
    ['add a note', [TOOLS], 'addNote'],
    ['let people add notes with a form', [TOOLS, TRACKER], 'addNote'],
  ] as [string, Binding[], string][])('%s', async (prompt, bindings, operation) => {
    const { form, source, plan } = compose(prompt, bindings);
    expect(form?.operation).toBe(operation);
    expect(source).toEqual(write(plan!));
    expect(await findings(source, bindings)).toBe('');
  });

  test('with an input for each kind of value, and what has none said', () => {
    const { form, text } = compose('create an issue', [DESK]);
    expect(form?.fields.map(({ id, kind, required }) => `${id}: ${kind}${required ? ' *' : ''}`)).toMatchInlineSnapshot(`
      [
        "title: text *",
        "priority: choice *",
        "description: long",
        "dueDate: date",
        "estimate: number",
        "labels: lines",
        "confidential: flag",
        "reporterEmail: email",
        "state: choice",
      ]
    `);
    expect(text).toContain('asks you before each change');
    expect(text).toContain('no input for attachments');
  });

  test('and reads well', () => {
    expect(compose('open an issue', [TRACKER]).source).toMatchInlineSnapshot(`
      {
        "data.ts": "/** Open an issue. What is left empty isn’t sent. */
      export async function openIssue({
        title,
        body,
        level,
        labels,
        points,
      }: {
        title: string;
        body: string;
        level: string;
        labels: string;
        points: string;
      }) {
        return tracker.openIssue({
          input: {
            title,
            body: body || undefined,
            level: (level || undefined) as "LOW" | "NORMAL" | "VERY_HIGH" | undefined,
            labels: labels.trim() ? labels.split("\\n").map((line) => line.trim()).filter(Boolean) : undefined,
            points: points === "" ? undefined : Number(points),
          },
        });
      }
      ",
        "ui.tsx": "export default function OpenAnIssue() {
        return (
          <Page title="Open an issue" width="narrow">
            <OpenIssueForm />
          </Page>
        );
      }

      /** What a select says for "nothing": a select item can't be the empty string. */
      const NOTHING = "(nothing)";

      function Field({ id, label, hint, optional, children }: { id: string; label: string; hint?: string; optional?: boolean; children: ReactNode }) {
        return (
          <div className="grid gap-2">
            <Label htmlFor={id}>
              {label}
              {optional && <span className="font-normal text-muted-foreground">optional</span>}
            </Label>
            {children}
            {hint && <p id={\`\${id}-hint\`} className="text-xs text-muted-foreground">{hint}</p>}
          </div>
        );
      }

      const emptyValues = { title: "", body: "", level: "", labels: "", points: "" };

      function OpenIssueForm() {
        const [values, setValues] = useState(emptyValues);
        const [isDone, setDone] = useState(false);
        const { run, pending, error } = useAction(data.openIssue);

        function change(changes: Partial<typeof values>) {
          setValues((now) => ({ ...now, ...changes }));
          setDone(false);
        }

        async function submit(event: { preventDefault(): void }) {
          event.preventDefault();
          if (pending) return;
          setDone(false);
          try {
            await run(values);
            setValues(emptyValues);
            setDone(true);
          } catch {
            // \`error\` says why, and what was typed stays.
          }
        }

        return (
          <Card>
            <CardContent>
              <form onSubmit={submit} aria-label="Open an issue" className="grid gap-5">
                <Field id="title" label="Title">
                  <Input
                    id="title"
                    value={values.title}
                    onChange={(event) => change({ title: event.target.value })}
                    required
                  />
                </Field>
                <Field id="body" label="Body" optional>
                  <Textarea
                    id="body"
                    rows={5}
                    value={values.body}
                    onChange={(event) => change({ body: event.target.value })}
                  />
                </Field>
                <Field id="level" label="Level" optional>
                  <Select
                    value={values.level}
                    onValueChange={(level) => change({ level: level === NOTHING ? "" : level })}
                  >
                    <SelectTrigger id="level" className="w-full">
                      <SelectValue placeholder="Choose…" />
                    </SelectTrigger>
                    <SelectContent>
                      <SelectItem value={NOTHING}>–</SelectItem>
                      <SelectItem value="LOW">Low</SelectItem>
                      <SelectItem value="NORMAL">Normal</SelectItem>
                      <SelectItem value="VERY_HIGH">Very high</SelectItem>
                    </SelectContent>
                  </Select>
                </Field>
                <Field id="labels" label="Labels" hint="One per line." optional>
                  <Textarea
                    id="labels"
                    rows={3}
                    aria-describedby="labels-hint"
                    value={values.labels}
                    onChange={(event) => change({ labels: event.target.value })}
                  />
                </Field>
                <Field id="points" label="Points" optional>
                  <Input
                    id="points"
                    type="number"
                    value={values.points}
                    onChange={(event) => change({ points: event.target.value })}
                  />
                </Field>
                {error && <Failed title="Could not open an issue" error={error} />}
                <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
                  <Button type="submit" disabled={pending}>
                    {pending && <Spinner aria-hidden />}
                    Open an issue
                  </Button>
                  <p role="status" className="text-sm text-muted-foreground">{pending ? "Waiting for approval…" : isDone ? "Issue opened." : ""}</p>
                </div>
              </form>
            </CardContent>
          </Card>
        );
      }
      ",
      }
    `);
  });
});

describe('what is asked for in words', () => {
  test('is shown beside what is needed', () => {
    expect(compose('a form to create issues with title and due date', [DESK]).form?.fields.map(({ label }) => label)).toEqual(['Title', 'Priority', 'Due date']);
  });

  test('or left out, unless nothing is done without it', () => {
    const { form, text } = compose('a form to create an issue without the description and title', [DESK]);
    expect(form?.fields.map(({ id }) => id)).not.toContain('description');
    expect(text).toContain('“Title” can’t be left out');
  });

  test('and what nothing is called is said to be left out', () => {
    expect(compose('a form to create an issue with a colour', [DESK]).text).toContain('I left out: “colour”.');
  });
});

describe('rows of an API are a table', () => {
  const columns = (prompt: string, bindings: Binding[]) => {
    const { plan, source, text } = compose(prompt, bindings);
    const list = plan?.calls?.[0];
    return { list: list?.type === 'list' ? list : null, source, text };
  };

  test.each([
    ['list issues with their status', [DESK], ['Title', 'Status']],
    ['list issues with their status', [SHOP, DESK], ['Title', 'Status']],
    ['a table of issues', [SHOP, DESK], ['Title', 'Status', 'Created at', 'ID']],
    ['show all projects', [TRACKER], ['Name', 'ID']],
  ] as [string, Binding[], string[]][])('%s', async (prompt, bindings, expected) => {
    const { list, source } = columns(prompt, bindings);
    expect(list?.columns.map(({ label }) => label)).toEqual(expected);
    expect(await findings(source, bindings.filter((binding) => binding !== SHOP))).toBe('');
  });

  test('with what an argument can say, fixed or to be chosen', async () => {
    const open = columns('list open issues', [DESK]);
    expect(open.list).toMatchObject({ title: 'Open issues', fixed: [{ path: ['status'], value: 'open' }] });
    expect(open.source['data.ts']).toContain('desk.issuesList({ status: "open" })');
    const chosen = columns('list issues with a status filter', [DESK]);
    expect(chosen.list?.filters.map(({ id }) => id)).toEqual(['status']);
    expect(await findings(chosen.source, [DESK])).toBe('');
  });
});

describe('what can’t be done is refused in words', () => {
  test('no function does it: those that come near are offered', () => {
    const { plan, text } = compose('a form to delete customers', [DESK, TRACKER]);
    expect(plan).toBeNull();
    expect(text).toContain('I can’t make that form');
    expect(text).toContain('These would work:');
  });

  test('a value that has no input', () => {
    const { plan, text } = compose('create an order', [DESK]);
    expect(plan).toBeNull();
    expect(text).toContain('“Create an order” of Helpdesk needs items, and a form of mine has no input for that.');
  });

  test('tables alone are only read', () => {
    expect(compose('a form to add a customer', [SHOP]).text).toContain('I can’t make a form');
  });
});

test.each(['orders by region', 'a table of customers', 'open orders by region with a month filter', 'create a chart of orders by status', 'add a table of customers', 'show the status of orders'])('“%s” is about the tables', (prompt) => {
  const { plan } = compose(prompt, [SHOP, DESK, TRACKER]);
  expect(plan?.blocks.length).toBeGreaterThan(0);
  expect(plan?.calls).toBeUndefined();
});

describe('a follow-up changes the form', () => {
  const first = compose('create an issue', [DESK]);
  const change = (prompt: string, from = first) => compose(prompt, [SHOP, DESK], { state: from.plan, source: from.source });
  const labels = (made: ReturnType<typeof compose>) => made.form?.fields.map(({ label }) => label);

  test.each([
    ['without the description field', (all: string[]) => all.filter((each) => each !== 'Description')],
    ['remove labels and estimate', (all: string[]) => all.filter((each) => each !== 'Labels' && each !== 'Estimate')],
    ['put due date first', (all: string[]) => ['Due date', ...all.filter((each) => each !== 'Due date')]],
    ['rename the description field to details', (all: string[]) => all.map((each) => (each === 'Description' ? 'Details' : each))],
  ])('%s', async (prompt, expected) => {
    const changed = change(prompt);
    expect(labels(changed)).toEqual(expected(labels(first)!));
    expect(await findings(changed.source, [DESK])).toBe('');
  });

  test('adds what was left out, makes required what need not be, names the button, and takes it all back', async () => {
    const without = change('without the due date and the description');
    const again = change('add field due date', without);
    expect(labels(again)).toEqual([...labels(without)!, 'Due date']);
    const needed = change('make due date required', again);
    expect(needed.form?.fields.at(-1)).toMatchObject({ label: 'Due date', required: true });
    expect(needed.source['ui.tsx']).not.toBe(again.source['ui.tsx']);
    const button = change('rename the button to “Report it”', needed);
    expect(button.source['ui.tsx']).toContain('Report it');
    const high = change('set the priority to high', button);
    expect(high.source['ui.tsx']).toContain('priority: "high"');
    expect(await findings(high.source, [DESK])).toBe('');
    expect(change('undo', high).form).toEqual(button.form);
  });

  test('says what can’t be', () => {
    expect(change('remove the title').text).toContain('“Title” can’t be left out');
    expect(change('make title optional').text).toContain('can’t be optional');
    expect(change('add a field colour').text).toContain('The function takes no “colour”.');
    expect(change('set priority to enormous').text).toContain('can be low, normal or high, and not “enormous”');
    expect(change('remove the form').text).toContain('nothing on the page');
  });

  test('and what is no field is read by whoever knows the tables', () => {
    const both = change('add a table of customers');
    expect(both.plan?.blocks.length).toBeGreaterThan(0);
    expect(both.form).toEqual(first.form);
  });
});

describe('who wants to write something says so in many ways', () => {
  test.each([
    ['The nurses need to log tickets: title, description, due date', 'issuesCreate', ['Title', 'Priority', 'Description', 'Due date']],
    ['a way to raise tickets with title and priority', 'issuesCreate', ['Title', 'Priority']],
    ['somewhere for our agents to open tickets on their phones: title and estimate', 'issuesCreate', ['Title', 'Priority', 'Estimate']],
    ['We’d like to be able to record new issues (title, labels)', 'issuesCreate', ['Title', 'Priority', 'Labels']],
    ['staff must be able to submit tickets: title, due date', 'issuesCreate', ['Title', 'Priority', 'Due date']],
    ['Allow the support staff to file issues with title, reporter e-mail', 'issuesCreate', ['Title', 'Priority', 'Reporter email']],
    ['It should be possible to record tickets: title', 'issuesCreate', ['Title', 'Priority']],
    ['We want our agents to enter a ticket: title, labels', 'issuesCreate', ['Title', 'Priority', 'Labels']],
    ['Give the team a page to file a ticket (title, estimate)', 'issuesCreate', ['Title', 'Priority', 'Estimate']],
    ['a place where staff can lodge issues - title, estimate', 'issuesCreate', ['Title', 'Priority', 'Estimate']],
    ['Please let us correct the title or status of a ticket that is already in there', 'issuesUpdate', ['ID', 'Title', 'Status']],
    ['Our agents have to fix the title of an existing issue', 'issuesUpdate', ['ID', 'Title']],
    ['let the team amend a ticket’s status', 'issuesUpdate', ['ID', 'Status']],
    ['a way for the team to modify existing tickets', 'issuesUpdate', ['ID', 'Title', 'Status']],
    ['users should be able to adjust the status of tickets', 'issuesUpdate', ['ID', 'Status']],
  ] as [string, string, string[]][])('%s', async (prompt, operation, fields) => {
    const { form, source } = compose(prompt, [SHOP, DESK]);
    expect(form?.operation).toBe(operation);
    expect(form?.fields.map(({ label, kind }) => (kind === 'row' ? 'ID' : label))).toEqual(fields);
    expect(await findings(source, [SHOP, DESK])).toBe('');
  });

  test.each(['open tickets', 'log of tickets', 'record of orders', 'a log of tickets with topic and priority', 'list tickets that were raised this week', 'open tickets: topic, priority', 'registered customers with name and city', 'orders submitted this week', 'open ticket count by priority', 'show customers who need to update their plan', 'we need to see open tickets', 'we need to report revenue per month', 'I want to set a date range for tickets', 'let us change the chart of tickets'])('%s is looked at', (prompt) => {
    expect(compose(prompt, [SHOP, DESK]).form).toBeUndefined();
  });

  test('and is told where nothing can be written', () => {
    expect(compose('The nurses need to log customers: name, city', [SHOP, DESK]).text).toContain('only read');
    expect(compose('please let us correct the city of a customer who is already in there', [SHOP]).text).toContain('only read');
  });

  test('a follow-up about the page is none', () => {
    const page = compose('a table of tickets', [SHOP, DESK]);
    for (const prompt of ['add the customer to it', 'add the ticket', 'fix the order of the tickets', 'fix the title of the tickets', 'please correct the title of the chart', 'change the tickets to a pie by topic', 'I want to adjust the colours of the chart']) expect(compose(prompt, [SHOP, DESK], { state: page.plan, source: page.source }).form).toBeUndefined();
  });
});

describe('what is changed is chosen from a list', () => {
  test('where a function gives one', async () => {
    const { form, source, text } = compose('a form to update an issue', [DESK]);
    expect(form?.fields[0]).toMatchObject({ kind: 'row', label: 'Issue', numeric: true, rows: { operation: 'issuesList', path: [], value: 'id', label: 'title' } });
    expect(form?.note).toBe('What there is now is filled in once it is chosen. What is left empty stays as it is.');
    expect(form?.fields[0]?.rows?.now).toEqual(['title', 'status']);
    expect(source['ui.tsx']).toContain('change({ id, ...idOptions.data?.find(({ value }) => value === id)?.now })');
    expect(source['data.ts']).toContain('now: { title: String(row.title ?? ""), status: String(row.status ?? "") }');
    expect(text).toContain('Which issue it is gets chosen from issuesList.');
    expect(source['data.ts']).toContain('await desk.issuesList({})');
    expect(await findings(source, [DESK])).toBe('');
  });

  test('and with it comes what there is now, of what the form asks for', async () => {
    const text = { type: 'string' };
    const task = { name: text, weight: { type: 'number' }, due: { type: ['string', 'null'], format: 'date' }, isDone: { type: 'boolean' }, changed: { type: 'string', format: 'date-time' }, size: { type: 'object', properties: { cm: { type: 'number' } } } };
    const tasks: ApiBinding = readOpenApi(JSON.stringify({
      openapi: '3.1.0', info: { title: 'Tasks' }, servers: [{ url: 'https://tasks.example' }],
      paths: {
        '/tasks': { get: { operationId: 'listTasks', responses: { 200: { description: '', ...json({ type: 'array', items: { type: 'object', required: ['id', 'name'], properties: { id: { type: 'integer' }, ...task } } }) } } } },
        '/tasks/{id}': { patch: { operationId: 'updateTask', parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }], requestBody: { required: true, ...json({ type: 'object', properties: { ...task, size: text } }) }, responses: { 204: { description: '' } } } },
      },
    }), { name: 'tasks' }).binding;
    const { form, source, plan } = compose('a form to update a task', [tasks]);
    expect(form?.fields[0]?.rows?.now).toEqual(['name', 'weight', 'due', 'isDone']);
    expect(source['data.ts']).toMatchInlineSnapshot(`
      "/** Update task. What is left empty isn’t sent. */
      export async function updateTask({
        id,
        name,
        weight,
        due,
        isDone,
        changed,
        size,
      }: {
        id: string;
        name: string;
        weight: string;
        due: string;
        isDone: boolean;
        changed: string;
        size: string;
      }) {
        return tasks.updateTask({
          id: Number(id),
          body: {
            name: name || undefined,
            weight: weight === "" ? undefined : Number(weight),
            due: due || undefined,
            isDone,
            changed: changed ? new Date(changed).toISOString() : undefined,
            size: size || undefined,
          },
        });
      }

      /** The task is chosen from these; \`now\` is what a form begins with. */
      export async function taskOptions(_: {}) {
        const answer = await tasks.listTasks({});
        return (answer ?? []).flatMap((row) =>
          row
            ? [
                {
                  value: String(row.id),
                  label: String(row.name ?? row.id),
                  now: { name: String(row.name ?? ""), weight: String(row.weight ?? ""), due: String(row.due ?? ""), isDone: row.isDone === true },
                },
              ]
            : [],
        );
      }
      "
    `);
    expect(await findings(source, [tasks])).toBe('');
    // One that isn't asked for any more begins as nothing.
    const without = compose('without the weight', [tasks], { state: plan, source });
    expect(without.source['data.ts']).not.toContain('weight');
    expect(await findings(without.source, [tasks])).toBe('');
  });

  test('of a connection of GraphQL too, else its id is asked for', async () => {
    const paged: ApiBinding = readGraphQl(printSchema(buildSchema(`
      type Query { tickets(first: Int, after: String): Tickets } type Mutation { closeTicket(id: ID!): Ticket deleteProject(id: ID!): Boolean }
      type Tickets { nodes: [Ticket] edges: [Edge] pageInfo: PageInfo! } type Edge { node: Ticket } type PageInfo { hasNextPage: Boolean! endCursor: String }
      type Ticket { id: ID! subject: String }
    `)), { name: 'paged', title: 'Paged' }).binding;
    const { form, source } = compose('close a ticket', [paged]);
    expect(form?.fields).toMatchObject([{ kind: 'row', rows: { operation: 'tickets', path: ['nodes'], value: 'id', label: 'subject' } }]);
    expect(await findings(source, [paged])).toBe('');
    expect(compose('a form to delete a project', [paged]).form?.fields).toMatchObject([{ kind: 'text', label: 'ID' }]);
  });
});

test('a form comes below what is on the page, and the page goes on being changed', () => {
  const page = compose('orders by region', [SHOP, DESK]);
  const both = compose('add a form to create an issue', [SHOP, DESK], { state: page.plan, source: page.source });
  expect(both.plan?.blocks).toEqual(page.plan?.blocks);
  expect(both.form?.operation).toBe('issuesCreate');
  const third = compose('only Germany', [SHOP, DESK], { state: both.plan, source: both.source });
  expect(third.form).toEqual(both.form);
});
