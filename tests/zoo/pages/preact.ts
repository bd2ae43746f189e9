/** Preact. */
import { h, render } from 'preact';
import { type Scene, tell } from '../story.ts';

function Story({ view, lead, verb, note, aside, items, parts, look }: Scene) {
  if (view === 'about') return h('section', null, h('h2', null, 'About'), h('p', null, 'Who we are.'));
  return h(
    'article',
    { class: look, title: look },
    h('p', null, lead),
    h('p', null, 'Low-dose naltrexone ', verb, ' fibromyalgia.'),
    h('p', null, 'They say so. ', note && note, 'And so on.'),
    aside && h('p', null, aside),
    h(
      'ul',
      null,
      items.map(({ id, text }) => h('li', { key: id }, text)),
    ),
    h('p', null, parts),
  );
}

tell((place, first) => {
  const show = (scene: Scene) => render(h(Story, scene), place);
  show(first);
  return show;
});
