/** Builds the zoo: each page from its framework's own code, by that framework's own compiler; and serves it. */
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { transformAsync } from '@babel/core';
import solid from 'babel-preset-solid';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { type PageServer, servePages } from '../extension/serve-pages.ts';
import { fetched, servedPages } from './served.ts';
import { prose } from './words.ts';

const code = globSync('pages/*.{ts,tsx}', { cwd: import.meta.dirname }).sort();
const nameOf = (path: string) => basename(path).replace(/\..*/, '');

/** All pages by name; their addresses end in `.html`. */
export const pageNames: readonly string[] = code.map(nameOf);

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { filename: basename(id) }).js : undefined,
};

/** Solid's JSX; what is TypeScript in the page is taken out later, as everywhere. */
const solidJsx: Plugin = {
  name: 'solid',
  enforce: 'pre',
  transform: async (code, filename) => {
    if (!filename.endsWith('.tsx')) return undefined;
    const result = await transformAsync(code, {
      filename,
      presets: [solid],
      parserOpts: { plugins: ['jsx', 'typescript'] },
      babelrc: false,
      configFile: false,
    });
    return result?.code ?? undefined;
  },
};

/** Builds all pages and serves them. */
export async function openZoo(): Promise<PageServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zoo-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    plugins: [svelte, solidJsx],
    // Vue with its compiler
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    build: {
      outDir: folder,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(code.map((path) => [nameOf(path), join(import.meta.dirname, path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const served = Object.entries(await servedPages()).map(([name, body]) => [
    `${name}.html`,
    page(name, body),
  ]);
  for (const [name = '', html = ''] of [...served, ...Object.entries(fetched)]) {
    writeFileSync(join(folder, name), html);
  }
  const server = await servePages(folder);
  return {
    ...server,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Chance is the same each time, so that two runs of a page can be compared. */
const noChance = 'let seed = 1; Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;';

function page(name: string, body: string): string {
  // Turbo's pages are one application
  const [script = name] = name.split('-other');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title>
<script>${noChance}</script><script type="module" src="${script}.js"></script></head>
<body><h1>Notes</h1><p>${prose}</p><main>${body}</main></body></html>`;
}
