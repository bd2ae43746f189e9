import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `*.test.ts`: what needs no browser. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    include: ['tests/**/*.test.ts'],
    // Some run whole programs, on a machine that may be busy.
    testTimeout: 60_000,
  },
});
