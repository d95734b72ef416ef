import { holdClockAt } from './clock';
import { snapshot } from './snapshot';
import { source } from './source';

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark', dark.matches);
dark.addEventListener('change', follow);
follow();

if (source === 'snapshot') holdClockAt(snapshot.clock);
