/**
 * Runs in the app's own page, in any engine: puts frames of the sandbox's site over it, gives each its port as the app does,
 * and hands it a program. Beside them, for comparison, plain frames with nothing but `sandbox="allow-scripts"`.
 * Its value is the driver.
 */
(() => {
  const WIDTH = 170;
  const HEIGHT = 90;
  const COLUMNS = 6;
  const said = {};
  const awaited = new Map();
  const stage = document.createElement('div');
  Object.assign(stage.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: 'white', overflow: 'hidden' });
  document.body.append(stage);

  // What a guest's program tells its test, which the app itself never hears.
  addEventListener('message', ({ data }) => {
    if (!data || typeof data.sealed !== 'string') return;
    (said[data.sealed] ??= []).push(data.what);
    awaited.get(data.sealed)?.();
  });

  let placed = 0;
  function place(frame, size = {}) {
    const at = placed++;
    const box = { left: (at % COLUMNS) * WIDTH, top: Math.floor(at / COLUMNS) * HEIGHT, width: WIDTH - 10, height: HEIGHT - 10, ...size };
    Object.assign(frame.style, { position: 'absolute', border: '0', background: 'white' }, Object.fromEntries(Object.entries(box).map(([name, px]) => [name, `${px}px`])));
    stage.append(frame);
    return box;
  }

  return {
    said,
    clear() {
      stage.replaceChildren();
      placed = 0;
    },
    /** @returns a promise of where it is, once its program has said something */
    sealed(frameUrl, id, program, size) {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
      frame.setAttribute('allow', '');
      frame.referrerPolicy = 'no-referrer';
      frame.src = frameUrl;
      const channel = new MessageChannel();
      const spoke = new Promise((resolve) => awaited.set(id, resolve));
      channel.port1.onmessage = ({ data }) => {
        if (data.type !== 'ready') return;
        channel.port1.postMessage({ type: 'init', theme: 'light', reducedMotion: true, locale: 'en-GB', bindings: [], shared: {} });
        const ui = { js: program, free: [], components: [], defaultExport: null, functions: [] };
        channel.port1.postMessage({ type: 'swap', swap: { seq: 1, ui, data: null, css: '', done: true } });
      };
      frame.addEventListener('load', () => frame.contentWindow.postMessage({ type: 'port' }, new URL(frameUrl).origin, [channel.port2]), { once: true });
      const box = place(frame, size);
      return spoke.then(() => box);
    },
    /** @returns a promise of where it is, once its program has said something */
    plain(id, program, size) {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = `<!doctype html><head><meta charset="utf-8"></head><body><script>${program}</` + 'script></body>';
      const box = place(frame, size);
      return new Promise((resolve) => awaited.set(id, () => resolve(box)));
    },
  };
})();
