import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './lib/store/schema/index.ts', out: './lib/store/migrations' });
