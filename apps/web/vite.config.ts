import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the web application into dist/web, from where the API serves it. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  resolve: {
    alias: {
      '#contract': here('../../libs/contract/index.ts'),
      '#domain': here('../../libs/domain/index.ts'),
    },
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The policy for content allows no inlined scripts or styles, and small files may be inlined otherwise.
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: {
        // The libraries only declare: what the screens do not name stays out of the bundle.
        moduleSideEffects: [{ test: /\/libs\/(contract|domain)\//, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
