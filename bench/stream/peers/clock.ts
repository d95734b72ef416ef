/** The processor time that a page takes, with its frames and workers, wherever the browser runs them. */
import type { Browser, CDPSession, Frame, Page } from '@playwright/test';

export type Times = {
  /** Milliseconds of all threads of all its processes: painting, collecting garbage and compiling are in it. */
  processor: number;
  /** Milliseconds of tasks on the main threads, and of the scripts in them. */
  tasks: number;
  script: number;
};

/** A page is calm once its processes use less than this within a turn; a busy machine must not keep it waiting for ever. */
const CALM_MS = 10;
const CALM_TURN_MS = 300;
const MAX_CALM_TURNS = 15;

/** Waits until a page that has just been opened is through with its own beginning, which goes on in other threads for a while. */
export async function calmDown(browser: Browser): Promise<void> {
  const system = await browser.newBrowserCDPSession();
  const used = async () => [...(await renderersOf(system)).values()].reduce((sum, ms) => sum + ms, 0);
  let last = await used();
  for (let turn = 0; turn < MAX_CALM_TURNS; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, CALM_TURN_MS));
    const now = await used();
    // Less than before: another page's process has ended.
    if (now >= last && now - last <= CALM_MS) break;
    last = now;
  }
  await system.detach();
}

/** Begins to count; the function it answers says how much it was since then. A frame of another process has a session of its own. */
export async function openClock(browser: Browser, page: Page, frame: Frame): Promise<() => Promise<Times>> {
  const sessions = [await page.context().newCDPSession(page)];
  const other = await sessionOfFrame(page, frame);
  if (other) sessions.push(other);
  for (const session of sessions) await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const system = await browser.newBrowserCDPSession();
  const [before, processesBefore] = [await metricsOf(sessions), await renderersOf(system)];
  return async () => {
    const [after, processes] = [await metricsOf(sessions), await renderersOf(system)];
    // Only processes that were there at the start: the browser begins spare ones as it likes.
    const processor = [...processesBefore].reduce((sum, [id, used]) => sum + (processes.get(id) ?? used) - used, 0);
    await system.detach();
    return { processor, tasks: after('TaskDuration') - before('TaskDuration'), script: after('ScriptDuration') - before('ScriptDuration') };
  };
}

/** A metric's milliseconds, summed over sessions. */
async function metricsOf(sessions: CDPSession[]): Promise<(name: string) => number> {
  const answers = await Promise.all(sessions.map((session) => session.send('Performance.getMetrics')));
  return (name) => answers.reduce((sum, { metrics }) => sum + (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000, 0);
}

async function renderersOf(system: CDPSession): Promise<Map<number, number>> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime * 1_000]));
}

/** The guest shares its process with the frame it stands in where the browser puts both together. */
async function sessionOfFrame(page: Page, frame: Frame): Promise<CDPSession | null> {
  for (let at: Frame | null = frame; at && at !== page.mainFrame(); at = at.parentFrame()) {
    const session = await page.context().newCDPSession(at).catch(() => null);
    if (session) return session;
  }
  return null;
}
