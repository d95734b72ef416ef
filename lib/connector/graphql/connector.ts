import { type DocumentNode, parse, type OperationDefinitionNode } from 'graphql';
import type { ApiBinding, Effect, Operation } from '../../binding/binding';
import { CallError, type CallCheck, type CallResult, type Connector } from '../contract';
import { checkBy, Operations } from '../operations';
import { startDeadline } from '../http/deadline';
import type { Guard } from '../http/guarded-connect';
import { MAX_HTTP_MS } from '../http/limits';
import type { HttpAnswer } from '../http/message';
import { readAddress } from '../http/own-hosts';
import { Sender } from '../http/sender';
import { withoutSecrets } from '../http/without-secrets';
import type { CredentialsByScheme } from '../openapi/credentials/credential';
import { Credentials } from '../openapi/credentials/credentials';
import type { SecurityScheme } from '../openapi/request-plan';
import type { GraphQlPlan, OperationPlan } from './graphql-plan';
import { bodyOf, documentOf, JSON_HEADERS, type Variables, variablesOf } from './graphql-request';
import { checkSelection, readSelection } from './read-selection';
import { readResult } from './read-result';

export type GraphQlOptions = Guard & {
  binding: ApiBinding;
  plan: GraphQlPlan;
  /** Where everything is asked: `https://api.github.com/graphql`. Its host is the connection's own. */
  server: string;
  /** How it is told who asks; all of them are sent. */
  security: Record<string, SecurityScheme>;
  credentials: CredentialsByScheme;
  /** Milliseconds of one call, where they differ from the usual. */
  ms?: number;
};

/** A connector to a GraphQL server by its schema. Throws a CallError where the server or the credentials can't be used. */
export function graphQlConnector(options: GraphQlOptions): Connector<ApiBinding> {
  return new GraphQlConnector(options);
}

type Found = { operation: Operation; plan: OperationPlan };
type Question = { document: DocumentNode; variables: Variables; usual: boolean };

class GraphQlConnector implements Connector<ApiBinding> {
  readonly #binding: ApiBinding;
  readonly #plan: GraphQlPlan;
  readonly #operations: Operations;
  readonly #server: URL;
  readonly #sender: Sender;
  readonly #credentials: Credentials;
  readonly #missing: string[];
  readonly #ms: number;

  constructor({ binding, plan, server, security, credentials, allowPrivate, resolve, ms = MAX_HTTP_MS }: GraphQlOptions) {
    this.#binding = binding;
    this.#plan = plan;
    this.#operations = new Operations(binding);
    this.#server = readAddress(server);
    this.#credentials = new Credentials({ requests: {}, security, notes: [] }, credentials, this.#server, { allowPrivate, resolve });
    this.#missing = Object.keys(security).filter((name) => !Object.hasOwn(credentials, name));
    // The sender takes every POST for a change; whether one may be repeated is known here.
    this.#sender = new Sender({ hosts: [this.#server], allowPrivate, resolve, ms: ms * 2 });
    this.#ms = ms;
  }

  async describe(): Promise<ApiBinding> {
    return this.#binding;
  }

  effectOf(name: string): Effect {
    return this.#operations.effectOf(name);
  }

  async call(name: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    const found = this.#find(name);
    const reads = found.plan.kind === 'query';
    const deadline = startDeadline(this.#ms, signal, reads);
    try {
      const { document, variables, usual } = this.#ask(found, args);
      const start = performance.now();
      const answer = await this.#send(bodyOf(document, variables), deadline.signal);
      const ms = performance.now() - start;
      const asked = { title: this.#binding.title, field: found.plan.field.name, reads, usual, missing: this.#missing };
      return { ...readResult(answer, asked, this.#credentials.secrets), ms };
    } catch (error) {
      const told = withoutSecrets(deadline.error() ?? error, this.#credentials.secrets);
      throw reads && isBrokenOff(told) ? new CallError({ ...told.data, hint: undefined, retryable: true }) : told;
    } finally {
      deadline.stop();
    }
  }

  /** Compares the arguments with their types and what is selected with the schema, without asking the server. */
  async check(name: string, args: unknown): Promise<CallCheck> {
    const found = this.#find(name);
    return checkBy(() => this.#ask(found, args), this.#credentials.secrets);
  }

  async close(): Promise<void> {
    await Promise.all([this.#sender.close(), this.#credentials.close()]);
  }

  #find(name: string): Found {
    const operation = this.#operations.find(name);
    return { operation, plan: this.#plan.operations.get(operation.name)! };
  }

  #ask({ operation, plan }: Found, args: unknown): Question {
    const input = this.#operations.validated(operation, args);
    const variables = variablesOf(plan, input);
    const argument = plan.selectArgument;
    const select = argument !== null && Object.hasOwn(input, argument) ? (input[argument] as string | undefined) : undefined;
    if (argument === null || select === undefined) return { document: documentOf(plan, variables, usualSelection(plan)), variables, usual: true };
    const document = documentOf(plan, variables, readSelection(select, argument));
    checkSelection(document, this.#plan.schema, argument);
    return { document, variables, usual: false };
  }

  /** A token that is refused before its time is fetched anew, once: nothing was done with it. */
  async #send(body: Buffer, signal: AbortSignal): Promise<HttpAnswer> {
    const request = { method: 'POST', url: this.#server, headers: JSON_HEADERS, body };
    const authorised = await this.#credentials.put(request, [], signal);
    const answer = await this.#sender.send(authorised.request, signal);
    if (answer.status !== 401 || !authorised.renew()) return answer;
    return this.#sender.send((await this.#credentials.put(request, [], signal)).request, signal);
  }
}

function usualSelection({ selection }: OperationPlan): OperationDefinitionNode['selectionSet'] | null {
  return selection === null ? null : (parse(selection, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}

/** What only a change has to be careful about. */
function isBrokenOff({ data: { code } }: CallError): boolean {
  return code === 'unavailable' || code === 'limit-time';
}
