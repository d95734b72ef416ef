import type { Built } from './built';

/** Tests only, in place of what a build makes: the page's script and sheets. Nothing looks at them. */
export const built = (): Built => ({
  assets: { framePath: '/frame/f.html', workerPath: '/w.js', sharePath: '/_vitrine/share.js', latePaths: { calendar: '', charts: '', icons: '', typeface: '' }, scriptHashes: [] },
  texts: { theme: '', preflight: '', utilities: '', look: '' },
  kit: [],
  page: 'body{}',
});
