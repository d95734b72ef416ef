import { SIGN } from './sign';
import { typefaceRule } from './typeface';

const PICTURE_TIMEOUT_MS = 2_000;

/** What of the document is drawn, in pixels. */
type Part = { top: number; height: number; /** Pixels of the picture for one of the document, at most. */ sharpness: number };

/** What is to be read on paper has more pixels than a screen needs. */
const SHARPNESS = 2;

/**
 * A PNG of what is on the screen as a data URL, at most `width` by `height` pixels; null where it can't be had. `whole` draws what is
 * above and below as well. The document is drawn as an SVG's foreign object, with the style sheets in it, so that nothing has to be computed by node.
 */
export async function takePicture({ width, height, whole }: { width: number; height: number; whole?: true }): Promise<string | null> {
  const part: Part = whole ? { top: 0, height: Math.min(height, Math.max(innerHeight, document.documentElement.scrollHeight)), sharpness: SHARPNESS } : { top: scrollY, height: innerHeight, sharpness: 1 };
  try {
    const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(documentAsSvg(part))}`);
    return draw(image, part, width, height);
  } catch {
    return null;
  }
}

function draw(image: HTMLImageElement, part: Part, width: number, height: number): string | null {
  const scale = Math.min(width / innerWidth, part.sharpness === 1 ? 1 : Math.min(height / part.height, part.sharpness));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(innerWidth * scale));
  canvas.height = Math.max(1, Math.min(height, Math.round(part.height * scale)));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, innerWidth * scale, part.height * scale);
  return canvas.toDataURL('image/png');
}

function documentAsSvg({ top, height }: Part): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  body.setAttribute('xmlns', 'http://www.w3.org/1999/xhtml');
  copyFieldValues(document.body, body);
  for (const other of body.querySelectorAll(`script, [${SIGN}]`)) other.remove();
  const css = [...document.querySelectorAll('style')].map((style) => style.textContent).join('\n');
  const style = document.createElement('style');
  // What moves is drawn as it will be when it rests.
  style.textContent = `${typefaceRule()}${css}\n*,*::before,*::after{animation-duration:0s!important;transition:none!important}`;
  body.prepend(style);
  body.style.marginTop = `${-top}px`;
  const html = new XMLSerializer().serializeToString(body);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="${document.documentElement.className}" width="${innerWidth}" height="${height}">` +
    `<foreignObject width="100%" height="${height + top}">${html}</foreignObject></svg>`
  );
}

/** What was typed is a property of a field, and only attributes are cloned. */
function copyFieldValues(from: Element, to: Element): void {
  const fields = 'input, textarea, select';
  const copies = to.querySelectorAll(fields);
  from.querySelectorAll(fields).forEach((field, i) => {
    const copy = copies[i];
    if (field instanceof HTMLInputElement) {
      copy?.setAttribute('value', field.value);
      copy?.toggleAttribute('checked', field.checked);
    } else if (field instanceof HTMLTextAreaElement && copy) {
      copy.textContent = field.value;
    } else if (field instanceof HTMLSelectElement) {
      copy?.querySelectorAll('option').forEach((option, at) => option.toggleAttribute('selected', at === field.selectedIndex));
    }
  });
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error('The picture could not be drawn.')));
    setTimeout(() => reject(new Error('The picture took too long.')), PICTURE_TIMEOUT_MS);
    image.src = url;
  });
}
