import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code, worker threads and the checker's own process: these are loaded by Node as they are.
  serverExternalPackages: ['esbuild', '@duckdb/node-api', '@electric-sql/pglite', 'pg', 'better-auth', '@better-auth/core', 'nodemailer', 'typescript', 'read-excel-file', '@opentelemetry/sdk-trace-node', '@opentelemetry/exporter-trace-otlp-http', '@opentelemetry/resources'],
  typescript: { ignoreBuildErrors: true }, // `npm run check` is the one place that judges types.
  devIndicators: false,
  experimental: {
    // A first build would wait a sixth longer to make the next one quick, and most machines build once.
    turbopackFileSystemCacheForBuild: process.env.BUILT_BEFORE === '1',
    // Nothing reads them: they were two thirds of what a build writes.
    turbopackSourceMaps: false,
  },
};

export default config;
