/** htmx: pieces of HTML from the server, put in by every kind of swap. */
import htmx from 'htmx.org';
import { live } from '../live.ts';

/** Fetches a piece of tests/zoo/served.ts and puts it in. */
const get = (piece: string, target: string, swap: string) => () =>
  htmx.ajax('GET', `${piece}.html`, { target, swap });

live({
  'as served': () => undefined,
  'marked text is rewritten': get('cancer', '#lead', 'innerHTML'),
  'as text': get('plain', '#lead', 'textContent'),
  'an element is exchanged': get('paragraph', '#aside', 'outerHTML'),
  'an item comes last': get('item', '#list', 'beforeend'),
  'an item comes first': get('item', '#list', 'afterbegin'),
  'something comes before the list': get('paragraph', '#list', 'beforebegin'),
  'something comes after the list': get('paragraph', '#list', 'afterend'),
  'the list is morphed': get('list', '#list', 'outerMorph'),
  'its inside is morphed': get('items', '#list', 'innerMorph'),
  'an element goes': get('paragraph', '#lead', 'delete'),
  'a piece goes elsewhere': get('elsewhere', '#list', 'beforeend'),
  'all is exchanged': get('whole', '#app', 'innerHTML'),
});
