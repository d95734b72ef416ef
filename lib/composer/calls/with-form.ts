import { withHistory } from '../edit/history';
import type { Plan } from '../plan';
import type { FormBlock } from './call-plan';

/** A page of one form, or the page that there is with the form below. */
export function withForm(form: FormBlock, plan: Plan | null): Plan {
  if (!plan) return { version: 1, title: form.title, description: '', blocks: [], filters: [], calls: [form], assumptions: [], unread: [] };
  return withHistory({ ...plan, calls: [...(plan.calls ?? []), form] }, plan);
}
