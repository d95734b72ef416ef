/**
 * Names of the language and the browser that a program means when it writes them. They are never parts still to come.
 * Names that are more likely a component than what the browser has under them (Option, Text, Comment, Range, Selection,
 * Image) are missing on purpose.
 */
const LANGUAGE =
  'undefined NaN Infinity globalThis arguments this eval Math JSON Object Array String Number Boolean Symbol BigInt Date RegExp ' +
  'Map Set WeakMap WeakSet WeakRef Promise Proxy Reflect Intl Atomics Iterator Function ' +
  'Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError ' +
  'parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape ' +
  'ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array ' +
  'Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array';
const BROWSER =
  'window self document console navigator location history screen performance crypto localStorage sessionStorage ' +
  'setTimeout clearTimeout setInterval clearInterval requestAnimationFrame cancelAnimationFrame requestIdleCallback ' +
  'cancelIdleCallback queueMicrotask structuredClone matchMedia getComputedStyle alert confirm prompt fetch atob btoa ' +
  'innerWidth innerHeight devicePixelRatio scrollX scrollY scrollTo addEventListener removeEventListener dispatchEvent ' +
  'URL URLSearchParams FormData Headers Request Response Blob File FileReader FileList AbortController AbortSignal ' +
  'Event CustomEvent KeyboardEvent MouseEvent PointerEvent TouchEvent WheelEvent FocusEvent InputEvent DragEvent EventTarget ' +
  'Node Element HTMLElement HTMLInputElement HTMLTextAreaElement HTMLSelectElement HTMLButtonElement HTMLDivElement ' +
  'HTMLFormElement HTMLCanvasElement HTMLImageElement HTMLAnchorElement SVGElement SVGSVGElement DOMRect DOMParser ' +
  'IntersectionObserver ResizeObserver MutationObserver TextEncoder TextDecoder CSS Path2D OffscreenCanvas ImageData';

/** What the compiler itself hands in, and words that sucrase reports as names though they are none. */
const TAKEN = 'exports require $ enum implements interface package private protected public static yield let await async';

export const GLOBAL_NAMES: ReadonlySet<string> = new Set(`${LANGUAGE} ${BROWSER} ${TAKEN}`.split(' '));
