import type { Shape } from '../../binding/binding';

/** How one operation becomes an HTTP request: what the declaration doesn't say, because generated code has no use for it. */
export type RequestPlan = {
  /** In capitals: `GET`. */
  method: string;
  /** With its variables as the specification writes them: `/repos/{owner}/{repo}/issues`. */
  path: string;
  /** Base addresses, absolute, variables filled with their defaults; the first is used. Empty where the specification names none. */
  servers: string[];
  parameters: ParameterPlan[];
  body: BodyPlan | null;
  /** Media types that the specification promises for success, the most wanted first. */
  accepts: string[];
  /** Schemes of `SecurityScheme` of which one set has to be sent: any of the inner lists. Empty: none is needed. */
  security: string[][];
};

export type ParameterPlan = {
  /** The name in the operation's input. */
  argument: string;
  /** The name outside. */
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required: boolean;
  style: 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'tabDelimited' | 'deepObject';
  explode: boolean;
  allowReserved: boolean;
  /** The value is sent as JSON text (a parameter with `content`). */
  json: boolean;
};

export type BodyPlan = {
  required: boolean;
  /** The most wanted first: JSON, then forms, then text, then bytes. */
  contents: BodyContent[];
};

export type BodyContent = {
  mediaType: string;
  shape: Shape;
  /** How single fields of a form are written, where it isn't the usual way. */
  encoding: Record<string, { contentType?: string; style?: ParameterPlan['style']; explode?: boolean; allowReserved?: boolean }>;
};

/** How an API wants to be told who asks, by the name under which the specification knows it. */
export type SecurityScheme =
  | { kind: 'header' | 'query' | 'cookie'; name: string }
  | { kind: 'bearer' }
  | { kind: 'basic' }
  | { kind: 'client-credentials'; tokenUrl: string; scopes: string[] }
  /** Known by name only (other OAuth flows, OpenID Connect, mutual TLS): a person may give a token to be sent as bearer. */
  | { kind: 'other'; description: string };

/** All that is kept of a specification. */
export type ApiPlan = {
  /** By the operation's name in generated code. */
  requests: Record<string, RequestPlan>;
  security: Record<string, SecurityScheme>;
  /** What could not be read and was left out, in words for a person. */
  notes: string[];
};
