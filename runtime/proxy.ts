/**
 * The proxy frame's whole behaviour: it hands the one MessagePort from the app through to the guest inside and is silent
 * from then on. `frame-ancestors` sees to it that only the app can be its parent.
 */
const guest = document.querySelector('iframe')!;
let port: MessagePort | null = null;
let loaded = false;
let handed = false;

function handOver(): void {
  if (!port || !loaded || handed) return;
  handed = true;
  guest.contentWindow!.postMessage({ type: 'port' }, '*', [port]);
}

addEventListener('message', (event) => {
  if (event.source !== parent || port || !event.ports[0]) return;
  port = event.ports[0];
  handOver();
});
guest.addEventListener('load', () => {
  loaded = true;
  handOver();
});
// The guest may have been whole before this script ran; a second load event would be one of a navigation, which is refused.
addEventListener('load', () => {
  loaded = true;
  handOver();
});
