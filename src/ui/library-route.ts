/** The library's addresses: what stands after the "#". Pure. */
import type { Database } from '../database/schema.ts';

/** What the reader looks for in a list; '' stands for "any". */
export interface Wish {
  readonly words: string;
  readonly condition: string;
  readonly kind: string;
  readonly rating: string;
}

export type Route =
  | { readonly page: 'claims' | 'studies'; readonly wish: Wish }
  | { readonly page: 'claim' | 'study'; readonly id: string; readonly words: string }
  | { readonly page: 'method' | 'report' | 'missing' };

export const noWish: Wish = { words: '', condition: '', kind: '', rating: '' };

/** Reads an address; a claim's or study's bare id leads to it, as cards and popup name it. */
export function routeOf(hash: string, database: Database): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?');
  const search = new URLSearchParams(query);
  const get = (name: string) => search.get(name) ?? '';
  const [first = '', ...rest] = path.split('/').map(decoded);
  const id = rest.length ? rest.join('/') : first;
  const isClaim = first !== 'study' && database.claims.some((claim) => claim.id === id);
  const isStudy = first !== 'claim' && database.studies.some((study) => study.id === id);
  if (first === 'method' || first === 'report') return { page: first };
  if (first === '' || first === 'claims' || first === 'studies') {
    const wish = { words: get('q'), condition: get('condition'), kind: get('kind'), rating: get('rating') };
    return { page: first === 'studies' ? 'studies' : 'claims', wish };
  }
  if (isClaim) return { page: 'claim', id, words: get('q') };
  return isStudy ? { page: 'study', id, words: get('q') } : { page: 'missing' };
}

/** The address of a list as wished for. */
export function listAddress(page: 'claims' | 'studies', { words, ...filters }: Wish): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: words, ...filters })) if (value) search.set(name, value);
  return search.size ? `#${page}?${search}` : `#${page}`;
}

/** The address of a claim or study; with the words that led there, to mark them. */
export function entryAddress(page: 'claim' | 'study', id: string, words = ''): string {
  return `#${page}/${encodeURIComponent(id)}${words ? `?${new URLSearchParams({ q: words })}` : ''}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // a stray "%" stands for itself
    return part;
  }
}
