import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { vitrine } from './vitrine/plugin.ts';

export default defineConfig({
  plugins: [vitrine(), react(), tailwindcss()],
  // Found by the plugin above, where Vite doesn't look for what is to be made ready.
  optimizeDeps: { entries: ['index.html', 'src/ambient.ts', 'src/bindings.ts'] },
  resolve: { alias: { '@': path.resolve(import.meta.dirname, 'src') } },
});
