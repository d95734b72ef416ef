/**
 * The page behind a link, in the browser: a frame, the program's functions asked of the server, and nothing of the app. It's a bundle of its
 * own, served to people who have no account.
 */
import type { Theme } from '@/lib/bridge/messages';
import { FinishedFrame } from '@/lib/sandbox/finished-frame';
import { Results } from '@/lib/sandbox/results';
import { WHOLE } from '@/lib/sandbox/saved-picture';
import type { Opening, Shell } from '@/lib/share/messages';
import { readAddress, writeAddress } from './address-state';
import { type Heard, ask, base, isStillThere, open } from './ask';
import { element } from './element';
import { askAbout } from './outgoing';
import { askPassword } from './password-form';
import { askWhatToSave } from './save';
import { Strip } from './strip';

/** Browsers take an address that changes more often amiss. */
const WRITE_ADDRESS_AFTER_MS = 250;

const stage = document.querySelector<HTMLElement>('#stage')!;
const isDark = matchMedia('(prefers-color-scheme: dark)');
const themeNow = (): Theme => (isDark.matches ? 'dark' : 'light');

void begin(JSON.parse(document.querySelector('#shell')!.textContent) as Shell);

async function begin(shell: Shell): Promise<void> {
  if ('opening' in shell) return show(shell.opening);
  const opening = await (shell.locked ? askPassword(stage) : open()).catch((error: Error) => error);
  if (opening instanceof Error) return tell(opening.message, 'Try again', () => location.reload());
  if (opening) show(opening);
  // Nothing is there any more, and the server's own page says so.
  else location.reload();
}

function show(opening: Opening): void {
  document.title = opening.title;
  const strip = new Strip(opening);
  const holder = element('div', { class: 'holder' });
  stage.replaceChildren(holder, element('h1', { class: 'sr' }, opening.title));
  document.body.append(strip.element);
  if (opening.takenAt) strip.read(opening.takenAt);
  const results = new Results();
  const address = addressOf(location.hash);
  const heard: Heard = {
    onRead: (call, value, at) => (strip.read(at), results.add(call.operation, value)),
    onWait: () => strip.asks(),
    onAsked: (made, message) => strip.asked(made, message),
  };
  const frame = new FinishedFrame(
    holder,
    { title: opening.title, swap: opening.swap, bindings: opening.swap.data?.free ?? [], shared: { ...opening.shared, ...address.values.shared }, state: address.values.state },
    { frame: opening.frame, late: opening.late, theme: themeNow(), reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches, locale: navigator.language },
    {
      onCalls: (calls, answer, signal) => void ask(opening.ticket, calls, answer, heard, signal).then((there) => there || location.reload()),
      onState: address.state,
      onShared: address.shared,
      onOutgoing: askAbout,
      onPassword: (shown) => strip.warn(shown ? 'This interface asks for a password. It is not Vitrine that asks.' : ''),
      onProblem: ({ phase, message }) => {
        if (phase === 'frozen' || phase === 'breach') tell(`The interface was stopped. ${message}`, 'Start it again', () => location.reload());
      },
      onShown: () => document.body.classList.add('shown'),
    },
  );
  strip.offer('Save', () => askWhatToSave(opening.title, results.list(), () => frame.picture(WHOLE)));
  if (opening.mayRemix) strip.lead('Remix', `/remix/${base.split('/').at(-1)}?${new URLSearchParams({ ticket: opening.ticket })}`);
  isDark.addEventListener('change', () => frame.setTheme(themeNow()));
  addEventListener('hashchange', () => location.reload());
  follow(opening.ticket, strip);
}

/** Hears that the link is over, or that there's something newer. */
function follow(ticket: string, strip: Strip): void {
  const stream = new EventSource(`${base}/stream?ticket=${encodeURIComponent(ticket)}`);
  let isOffered = false;
  stream.addEventListener('end', () => location.reload());
  stream.addEventListener('newer', () => {
    if (!isOffered) strip.offer('Show what’s new', () => location.reload());
    isOffered = true;
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) void isStillThere(ticket).then((there) => there || location.reload());
  });
}

/** Keeps what was chosen in the address. */
function addressOf(hash: string) {
  const values = readAddress(hash);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(null, '', `${location.pathname}${location.search}${writeAddress(values)}`), WRITE_ADDRESS_AFTER_MS);
  };
  return {
    values,
    state(name: string, value: unknown, isFirst: boolean) {
      if (isFirst) delete values.state[name];
      else values.state[name] = value;
      write();
    },
    shared(key: string, value: unknown) {
      values.shared[key] = value;
      write();
    },
  };
}

function tell(message: string, action: string, act: () => void): void {
  stage.replaceChildren(element('div', { class: 'notice' }, element('p', { role: 'alert' }, message), element('div', { class: 'row' }, element('button', { type: 'button', class: 'primary', click: act }, action))));
}
