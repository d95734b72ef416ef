import type { ContainerFailure, ContainerStep } from '@/lib/sandbox/webcontainer';

export type Refused = ContainerFailure | 'off' | 'off-admin' | 'no-version';

export const REFUSED_IN_WORDS: Record<Refused, { title: string; detail: string }> = {
  off: { title: 'Projects aren’t opened here', detail: 'Running a project in the browser is switched off for this team. An admin turns it on under Models and data.' },
  'off-admin': { title: 'Projects aren’t opened here yet', detail: 'Running a project in the browser is switched off. You can turn it on under Models and data, where it’s said what it loads and from where.' },
  'no-version': { title: 'There is no project yet', detail: 'It is made of a version, and the first one isn’t written yet.' },
  browser: { title: 'This browser can’t run a project', detail: 'WebContainer needs shared memory and service workers. A current Chrome, Edge, Firefox or Safari has them, but not in every private window.' },
  'not-isolated': { title: 'This page isn’t isolated', detail: 'The browser gives shared memory only to pages that are cross-origin isolated. Open this page anew, at its https address; if that doesn’t help, something between takes its headers away.' },
  offline: { title: 'There is no network', detail: 'WebContainer’s runtime is loaded from stackblitz.com, and the packages come from npm.' },
  unreachable: { title: 'WebContainer can’t be reached', detail: 'Its runtime is loaded from stackblitz.com, which didn’t answer. A firewall or a blocker may stand between, or this address isn’t registered with the vendor.' },
  install: { title: 'The packages couldn’t be installed', detail: 'What npm said is below. The registry may be out of reach from this network.' },
  server: { title: 'The project didn’t start', detail: 'What Vite said is below.' },
};

export const STEP_IN_WORDS: Record<ContainerStep | 'fetching', string> = {
  fetching: 'Putting the project together',
  booting: 'Loading WebContainer',
  installing: 'Installing packages',
  starting: 'Starting Vite',
  ready: 'Running',
};
