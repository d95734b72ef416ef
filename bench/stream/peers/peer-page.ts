/** The side of a peer's page that the measuring loop speaks to. All peers, and we, are streamed by this. */

/** The text so far. `ended` says that no more of it comes. */
export type Show = (text: string, ended: boolean) => void;

export type PeerPage = {
  text: string;
  /** Streams the whole text; answers when each chunk was shown, in milliseconds since the epoch. */
  stream(): Promise<number[]>;
  /** Holds the stream, or lets it go on. */
  hold(held: boolean): void;
};

declare global {
  interface Window {
    peer: PeerPage;
  }
}

export const CHUNK = 4;
/**
 * About a frame: each chunk may be rendered and painted before the next comes. 250 characters a second is a quick model's
 * pace. A timer, because waiting for a frame would make the browser draw one where nothing has changed.
 */
const CHUNK_MS = 16;

const LOOK = `
  iframe { width: 100%; height: 100%; border: 0; }
  #stage { font: 14px/1.5 system-ui, sans-serif; } main { padding: 24px; display: grid; gap: 16px; } h1, h2, dl, dd, ul { margin: 0; }
  dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; } dl > div { border: 1px solid #ddd; border-radius: 8px; padding: 12px; }
  dd { font-size: 20px; font-weight: 600; } table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 6px 8px; border-bottom: 1px solid #eee; }
`;

/** Makes a page out of a peer's text and of what shows it. */
export function offerPeer(text: string, show: Show): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: LOOK }));
  let going = Promise.withResolvers<void>();
  going.resolve();
  window.peer = {
    text,
    async stream() {
      const shown: number[] = [];
      for (let end = CHUNK; end < text.length + CHUNK; end += CHUNK) {
        await new Promise((resolve) => setTimeout(resolve, CHUNK_MS));
        await going.promise;
        shown.push(performance.timeOrigin + performance.now());
        show(text.slice(0, end), end >= text.length);
      }
      return shown;
    },
    hold(held) {
      if (held) going = Promise.withResolvers();
      else going.resolve();
    },
  };
}

export function stage(): HTMLElement {
  return document.getElementById('stage')!;
}
