import { defineConfig } from '@playwright/test';
import type { Options } from './extension/fixtures.ts';

/** `*.spec.ts`: what needs a browser; each runs in both. */
export default defineConfig<Options>({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/browsers',
  projects: [
    { name: 'chromium', use: { lensIn: 'chromium' } },
    { name: 'firefox', use: { lensIn: 'firefox' } },
  ],
  // what is held as a snapshot is the same in both browsers
  snapshotPathTemplate: '{testFileDir}/snapshots/{arg}{ext}',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: true,
  retries: 0,
});
