/** The worker's entry: the thread around the compiler. Bundled with its style sheets as text. */
import preflight from 'tailwindcss/preflight.css';
import theme from 'tailwindcss/theme.css';
import utilities from 'tailwindcss/utilities.css';
import look from '../../components/theme.css';
import { compileDraft } from './compile-draft';
import { Compiler } from './compiler';
import { createStyles } from './styles';
import type { CompilerAnswer, CompilerRequest } from './worker-messages';

/** Class names in the kit's own text, put in by the bundler. */
declare const KIT_CANDIDATES: string[];

/** Compiled once for nothing: the first time costs twenty times the second, and here nobody waits for it. */
const WARM_UP = 'export default function A({ a }: { a?: string }) { const [b] = useState<string>(""); return <p>{a ? <b>{b}</b> : null}</p>; }';

/** A worker's own `postMessage`, which wants its worker as `this`; the DOM's types know only a window's. */
const post = self.postMessage.bind(self) as unknown as (answer: CompilerAnswer) => void;
const tasks = new MessageChannel();
const waiting: (() => void)[] = [];

tasks.port1.addEventListener('message', () => waiting.shift()?.());
tasks.port1.start();

// Timers wait for 4 ms once they are nested; a message to oneself does not.
const compiler = new Compiler(post, (run) => {
  waiting.push(run);
  tasks.port2.postMessage(null);
});

self.addEventListener('message', (event: MessageEvent<CompilerRequest>) => compiler.receive(event.data));

createStyles({ theme, preflight, utilities, look }, KIT_CANDIDATES)
  .then((styles) => {
    compileDraft({ 'ui.tsx': WARM_UP, 'data.ts': '' }, true);
    compiler.start(styles);
  })
  // A rejection reaches nobody outside of the thread; an error does.
  .catch((error: unknown) => setTimeout(() => { throw error; }));
