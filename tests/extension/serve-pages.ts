/** A small web server on this machine only: the files of a folder, and pages made up in a test. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export interface PageServer {
  /** The address of a file of the folder. */
  urlOf(name: string): string;
  /** Serves a page made up by the caller, as HTML unless another type is named, and gives its address. */
  add(page: string | Uint8Array, type?: string): string;
  close(): void;
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
};

/** Starts serving; `folder` is where files come from. */
export async function servePages(folder: string): Promise<PageServer> {
  const added = new Map<string, { page: string | Uint8Array; type: string }>();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    // `normalize` of an absolute path cannot climb above its root, so nothing outside the folder is served.
    const own = added.get(path);
    const body = own?.page ?? (await readFile(join(folder, normalize(path))).catch(() => undefined));
    const type = own?.type ?? types[extname(path)] ?? 'text/html';
    // Browsers ask for an icon by themselves; "none" keeps that out of their consoles.
    const status = body !== undefined ? 200 : path === '/favicon.ico' ? 204 : 404;
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const urlOf = (path: string) => `http://127.0.0.1:${port}${path}`;
  return {
    urlOf: (name) => urlOf(`/${encodeURIComponent(name)}`),
    add: (page, type = 'text/html; charset=utf-8') => {
      const path = `/added/${added.size + 1}`;
      added.set(path, { page, type });
      return urlOf(path);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
