/**
 * Ways out of a frame, as text that is evaluated in any engine: in our guest, and in a plain sandboxed frame that shows that
 * each of them does lead out. Its value is a function of the frame's surroundings.
 *
 * Numbers are those of the list that this follows; what has none was found later.
 *
 * @param {{ host(vector: string): string }} env names the host of a vector, with its port
 */
(env) => {
  const http = (vector, path = '/') => `http://${env.host(vector)}${path}`;
  const https = (vector, path = '/') => `https://${env.host(vector)}${path}`;
  const body = () => document.body ?? document.documentElement;
  const make = (tag, props = {}) => Object.assign(document.createElement(tag), props);
  const add = (tag, props) => body().appendChild(make(tag, props));
  const style = (css) => add('style', { textContent: css });
  const html = (text) => {
    const box = add('div');
    box.innerHTML = text;
    return box;
  };
  const stun = (url, more = {}) => (Connection) => {
    const connection = new Connection({ iceServers: [{ urls: url, ...more }] });
    connection.createDataChannel('x');
    connection.createOffer().then((offer) => connection.setLocalDescription(offer));
    globalThis.keep = (globalThis.keep ?? []).concat(connection);
  };
  const preconnect = (vector) => `<link rel="preconnect" href="${https(vector)}">`;
  /** A link that covers the frame for as long as a click takes. */
  const link = (vector, props = {}) => make('a', { href: http(vector), textContent: vector, ...props });

  return {
    /** Each is tried in one frame, one after the other. */
    network: {
      '01-fetch': (v) => fetch(http(v), { mode: 'no-cors' }),
      '02-xhr': (v) => {
        const request = new XMLHttpRequest();
        request.open('GET', http(v));
        request.send();
      },
      '03-beacon': (v) => navigator.sendBeacon(http(v), 'x'),
      '04-keepalive': (v) => fetch(http(v), { mode: 'no-cors', keepalive: true }),
      '05-fetch-later': (v) => fetchLater(https(v), { activateAfter: 0 }),
      '06-websocket': (v) => new WebSocket(`ws://${env.host(v)}/`),
      '07-eventsource': (v) => new EventSource(http(v)),
      '08-webtransport': (v) => new WebTransport(https(v)),
      '09-stun': (v) => stun(`stun:${env.host(v)}`)(RTCPeerConnection),
      '10-turn': (v) => stun(`turn:${env.host(v)}`, { username: 'secret', credential: 'x' })(RTCPeerConnection),
      '11-rtc-of-child': (v) => stun(`stun:${env.host(v)}`)(add('iframe', { srcdoc: '' }).contentWindow.RTCPeerConnection),
      '12-img': (v) => add('img', { src: http(v) }),
      '12-srcset': (v) => add('img', { srcset: `${http(v)} 1x` }),
      '12-image': (v) => (new Image().src = http(v)),
      '13-css-url': (v) => style(`body{background:url(${http(v)})}`),
      '13-css-attribute': (v) => (html('<input value="secret">'), style(`input[value^=s]{background:url(${http(v)})}`)),
      '14-import': (v) => style(`@import url(${http(v)});`),
      '15-fontface': (v) => new FontFace('x', `url(${http(v)})`).load(),
      '16-stylesheet': (v) => add('link', { rel: 'stylesheet', href: http(v) }),
      '16-preload': (v) => add('link', { rel: 'preload', as: 'image', href: http(v) }),
      '16-modulepreload': (v) => add('link', { rel: 'modulepreload', href: http(v) }),
      '17-prefetch': (v) => add('link', { rel: 'prefetch', href: http(v) }),
      '18-dns-prefetch': (v) => add('link', { rel: 'dns-prefetch', href: https(v) }),
      '18-anchor-prefetch': (v) => html(`<meta http-equiv="x-dns-prefetch-control" content="on"><a href="${http(v)}">.</a>`),
      '19-preconnect': (v) => add('link', { rel: 'preconnect', href: https(v) }),
      '20-preconnect-ns': (v) => {
        const element = document.createElementNS('http://www.w3.org/1999/xhtml', 'link');
        element.setAttribute('rel', 'preconnect');
        element.setAttribute('href', https(v));
        body().appendChild(element);
      },
      '20-preconnect-createdocument': (v) => {
        const element = document.adoptNode(document.implementation.createDocument('http://www.w3.org/1999/xhtml', 'link').documentElement);
        element.setAttribute('rel', 'preconnect');
        element.setAttribute('href', https(v));
        body().appendChild(element);
      },
      '21-preconnect-innerhtml': (v) => html(preconnect(v)),
      '21-preconnect-adjacent': (v) => body().insertAdjacentHTML('beforeend', preconnect(v)),
      '21-preconnect-fragment': (v) => body().appendChild(document.createRange().createContextualFragment(preconnect(v))),
      '21-preconnect-sethtml': (v) => add('div').setHTML(preconnect(v), { sanitizer: { elements: ['link'], attributes: ['rel', 'href'] } }),
      '21-preconnect-sethtmlunsafe': (v) => add('div').setHTMLUnsafe(preconnect(v)),
      '22-preconnect-domparser': (v) => body().appendChild(new DOMParser().parseFromString(preconnect(v), 'text/html').querySelector('link')),
      '22-preconnect-xml': (v) =>
        body().appendChild(document.adoptNode(new DOMParser().parseFromString(`<h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="preconnect" href="${https(v)}"/>`, 'text/xml').documentElement)),
      '22-preconnect-parsehtmlunsafe': (v) => body().appendChild(Document.parseHTMLUnsafe(preconnect(v)).querySelector('link')),
      '22-preconnect-parsehtml': (v) => body().appendChild(Document.parseHTML(preconnect(v), { sanitizer: { elements: ['html', 'head', 'body', 'link'], attributes: ['rel', 'href'] } }).querySelector('link')),
      '23-preconnect-template': (v) => {
        const template = make('template');
        template.innerHTML = preconnect(v);
        body().appendChild(template.content.cloneNode(true));
      },
      '23-preconnect-class': (v) => {
        class OwnLink extends HTMLLinkElement {}
        customElements.define(`own-link-${v}`, OwnLink, { extends: 'link' });
        body().appendChild(Object.assign(new OwnLink(), { rel: 'preconnect', href: https(v) }));
      },
      '24-preconnect-xslt': (v) => {
        const parse = (text) => new DOMParser().parseFromString(text, 'text/xml');
        const processor = new XSLTProcessor();
        processor.importStylesheet(parse(`<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:output method="html"/><x:template match="/"><x:element name="link"><x:attribute name="rel">preconnect</x:attribute><x:attribute name="href">${https(v)}</x:attribute></x:element></x:template></x:stylesheet>`));
        body().appendChild(processor.transformToFragment(parse('<a/>'), document));
      },
      '25-srcdoc': (v) => add('iframe', { srcdoc: `<img src="${http(v)}">` }),
      '26-speculationrules': (v) => add('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [https(v)] }] }) }),
      '27-script': (v) => add('script', { src: http(v) }),
      '27-import': (v) => import(http(v)),
      '28-worker': (v) => new Worker(`data:text/javascript,fetch(${JSON.stringify(http(v))},{mode:'no-cors'})`),
      '28-worker-blob': (v) => new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(http(v))},{mode:'no-cors'})`]))),
      '28-worklet': (v) => CSS.paintWorklet.addModule(http(v)),
      '29-iframe': (v) => add('iframe', { src: http(v) }),
      '29-iframe-data': (v) => add('iframe', { src: `data:text/html,<img src="${http(v)}">` }),
      '29-iframe-blob': (v) => add('iframe', { src: URL.createObjectURL(new Blob([`<img src="${http(v)}">`], { type: 'text/html' })) }),
      '30-child-location': (v) => (add('iframe', { srcdoc: '' }).contentWindow.location = http(v)),
      '31-object': (v) => add('object', { data: http(v) }),
      '31-embed': (v) => add('embed', { src: http(v) }),
      '32-video': (v) => add('video', { src: http(v), poster: http(v) }),
      '32-audio': (v) => new Audio(http(v)).load(),
      '32-track': (v) => {
        const video = add('video', { crossOrigin: 'anonymous' });
        const track = make('track', { src: http(v), default: true });
        video.appendChild(track);
        track.track.mode = 'hidden';
      },
      '33-svg-use': (v) => html(`<svg><use href="${http(v)}#x"/></svg>`),
      '33-svg-image': (v) => html(`<svg><image href="${http(v)}" width="9" height="9"/></svg>`),
      '33-svg-feimage': (v) => html(`<svg width="9" height="9"><filter id="f-${v}"><feImage href="${http(v)}"/></filter><rect width="9" height="9" filter="url(#f-${v})"/></svg>`),
      '34-filter': (v) => html(`<div style="filter:url(${http(v)}#x)">.</div>`),
      '34-mask': (v) => html(`<div style="-webkit-mask:url(${http(v)});mask:url(${http(v)})">.</div>`),
      '36-payment': (v) => new PaymentRequest([{ supportedMethods: https(v) }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment(),
      '36-fedcm': (v) => navigator.credentials.get({ identity: { providers: [{ configURL: https(v), clientId: 'x' }] } }),
      '38-base': (v) => (add('base', { href: http(v) }), add('img', { src: 'relative.png' })),
      '37-report-uri': (v) => html(`<meta http-equiv="content-security-policy" content="report-uri ${http(v)}">`),
      'input-image': (v) => add('input', { type: 'image', src: http(v) }),
      'css-image-set': (v) => style(`html{border-image:image-set(url(${http(v)}) 1x) 1}`),
      'xml-stylesheet': (v) => document.insertBefore(document.createProcessingInstruction('xml-stylesheet', `type="text/css" href="${http(v)}"`), document.documentElement),
    },

    /** These end the frame even where they are stopped, so each has one of its own. */
    location: {
      '39-location': (v) => (location.href = http(v)),
      '39-replace': (v) => location.replace(http(v)),
      '40-204': (v) => location.assign(http(v, '/204')),
      '45-data': (v) => (location.href = `data:text/html,<img src="${http(v)}">`),
      '46-blob': (v) => (location.href = URL.createObjectURL(new Blob([`<img src="${http(v)}">`], { type: 'text/html' }))),
      '57-mailto': (v) => (location.href = `mailto:someone@${env.host(v)}`),
    },

    /** Each would end the frame where it succeeds. */
    navigation: {
      '41-meta-refresh': (v) => html(`<meta http-equiv="refresh" content="0;url=${http(v)}">`),
      '41-own-meta-refresh': (v) => {
        const meta = document.querySelector('meta');
        meta.remove();
        Object.assign(meta, { httpEquiv: 'refresh', content: `0;url=${http(v)}` });
        document.head.appendChild(meta);
      },
      '42-anchor-click': (v) => body().appendChild(link(v)).click(),
      '42-anchor-detached': (v) => link(v).click(),
      '42-anchor-child-detached': (v) => link(v).appendChild(make('b')).click(),
      '42-anchor-other-document': (v) => {
        const other = document.implementation.createHTMLDocument('');
        other.body.appendChild(link(v)).click();
      },
      '42-anchor-stopped-event': (v) => {
        const event = new MouseEvent('click', { bubbles: true, cancelable: true });
        event.stopPropagation();
        body().appendChild(link(v)).dispatchEvent(event);
      },
      '42-anchor-unpreventable': (v) => body().appendChild(link(v)).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: false })),
      '42-anchor-lying-event': (v) => {
        const event = new MouseEvent('click', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'preventDefault', { value() {} });
        Object.defineProperty(event, 'composedPath', { value: () => [] });
        body().appendChild(link(v)).dispatchEvent(event);
      },
      '42-anchor-lying': (v) => {
        const anchor = body().appendChild(link(v));
        for (const name of ['localName', 'tagName', 'href', 'isConnected', 'parentNode', 'getAttribute', 'hasAttribute']) Object.defineProperty(anchor, name, { value: null });
        HTMLElement.prototype.click.call(anchor);
      },
      '42-anchor-shadow': (v) => {
        const root = add('div').attachShadow({ mode: 'closed' });
        root.appendChild(link(v)).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: false }));
      },
      '42-anchor-activate': (v) => body().appendChild(link(v)).dispatchEvent(new UIEvent('DOMActivate', { bubbles: true, cancelable: true, detail: 1 })),
      '42-anchor-enter': (v) => {
        const anchor = body().appendChild(link(v));
        anchor.focus();
        anchor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
      },
      '43-navigation-api': (v) => navigation.navigate(http(v)),
      '44-form': (v) => add('form', { action: http(v) }).submit(),
      '44-form-button': (v) => html(`<form action="${http(v)}"><button>.</button></form>`).querySelector('button').click(),
      '44-form-native': (v) => HTMLFormElement.prototype.submit.call(add('form', { action: http(v), method: 'post' })),
      '47-javascript': (v) => setTimeout(() => (location.href = `javascript:fetch(${JSON.stringify(http(v))})`)),
      '48-document-write': (v) => (document.open(), document.write(`<img src="${http(v)}">`), document.close()),
      '48-parent-location': (v) => (parent.location.href = http(v)),
      '50-open': (v) => open(http(v)),
      '50-open-noopener': (v) => open(http(v), '_blank', 'noopener'),
      '50-anchor-blank': (v) => body().appendChild(link(v, { target: '_blank' })).click(),
      '51-top-location': (v) => (top.location.href = http(v)),
      '54-download': (v) => body().appendChild(link(v, { download: 'x.exe' })).click(),
    },

    /** Links that a person clicks on. */
    links: {
      '42-anchor': (v) => body().appendChild(link(v)),
      '50-anchor-blank': (v) => body().appendChild(link(v, { target: '_blank' })),
      '35-anchor-ping': (v) => body().appendChild(link(v, { href: '#nowhere', ping: http(v) })),
      '42-anchor-svg-use': (v) => {
        const svg = body().appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
        const make = (tag, attributes, under) => {
          const element = under.appendChild(document.createElementNS('http://www.w3.org/2000/svg', tag));
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          return element;
        };
        const copied = make('a', { id: 'copied', href: http(v) }, make('defs', {}, svg));
        make('rect', { width: '160', height: '40' }, copied);
        make('use', { href: '#copied' }, svg);
        return svg;
      },
      '42-anchor-stopping': (v) => {
        const anchor = body().appendChild(link(v));
        addEventListener('click', (event) => event.stopImmediatePropagation(), true);
        return anchor;
      },
      '42-anchor-lying': (v) => {
        const anchor = body().appendChild(link(v));
        for (const name of ['localName', 'tagName', 'href', 'parentNode', 'getAttribute', 'hasAttribute', 'closest']) Object.defineProperty(anchor, name, { value: null });
        return anchor;
      },
      '42-anchor-svg-animated': (v) => html(`<svg width="160" height="40"><a><set attributeName="href" to="${http(v)}"/><rect width="160" height="40" fill="teal"/></a></svg>`).firstChild,
      '42-anchor-xlink': (v) => html(`<svg width="160" height="40" xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="${http(v)}"><rect width="160" height="40"/></a></svg>`).firstChild,
      '42-mathml': (v) => html(`<math href="${http(v)}"><mtext>${v}</mtext></math>`).firstChild,
      '42-area': (v) => {
        const image = html(`<img usemap="#m-${v}" width="160" height="40" alt="." src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="><map name="m-${v}"><area shape="rect" coords="0,0,160,40" href="${http(v)}"></map>`).firstChild;
        return image;
      },
      '44-submit': (v) => html(`<form action="${http(v)}" target="_blank"><button>${v}</button></form>`).querySelector('button'),
    },

    /** What only tells whether it is possible: true where it is. */
    possible: {
      '50-open': () => open('about:blank') !== null,
      '51-top-location': () => {
        const before = top.length;
        return top.location.href !== undefined && before >= 0;
      },
      // Whether it went anywhere is told by the host's address; the second would hold the page when its test leaves it.
      '52-history': () => (history.back(), history.go(-1), globalThis.navigation?.back?.(), false),
      '56-beforeunload': () => (addEventListener('beforeunload', (event) => (event.preventDefault(), (event.returnValue = 'stay'))), false),
      '53-modals': () => confirm('really?') === true || prompt('really?') !== null,
      '55-fullscreen': () => document.documentElement.requestFullscreen().then(() => true),
      '55-pointer-lock': () => Promise.resolve(document.documentElement.requestPointerLock()).then(() => true),
      '59-local-storage': () => (localStorage.setItem('a', 'b'), true),
      '59-session-storage': () => (sessionStorage.setItem('a', 'b'), true),
      '59-cookie': () => ((document.cookie = 'a=b'), document.cookie.includes('a=b')),
      '59-indexeddb': () => new Promise((resolve, reject) => Object.assign(indexedDB.open('x'), { onsuccess: () => resolve(true), onerror: reject })),
      '59-caches': () => caches.open('x').then(() => true),
      '59-storage-access': () => document.requestStorageAccess().then(() => true),
      '60-service-worker': () => navigator.serviceWorker.register('/x.js').then(() => true),
      '60-shared-worker': () => new SharedWorker('data:text/javascript,1') !== null,
      '61-camera': () => navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(() => true),
      '61-geolocation': () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(() => resolve(true), reject)),
      '61-clipboard-read': () => navigator.clipboard.readText().then(() => true),
      '61-copy-command': () => document.execCommand('copy'),
      '61-speech': () => (speechSynthesis.speak(new SpeechSynthesisUtterance('x')), true),
      '62-parent-dom': () => parent.document.title !== undefined,
      '62-top-dom': () => top.document.title !== undefined,
      '62-sibling-dom': () => Array.from({ length: top.length }, (_, at) => top.frames[at].frames[0]).some((other) => other !== window && other.document.title !== undefined),
      '71-onerror-in-a-row': () => (html('<img src="data:," onerror="globalThis.ran = true">'), new Promise((resolve) => setTimeout(() => resolve(globalThis.ran === true), 100))),
      'shared-memory': () => new SharedArrayBuffer(8).byteLength === 8,
      'clean-realm': () => add('iframe', { srcdoc: '' }).contentWindow.RTCPeerConnection !== undefined,
      'own-elements': () => document.querySelector('meta, script') !== null,
    },
  };
};
