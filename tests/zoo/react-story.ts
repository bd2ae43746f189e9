/** The story in React: for the browser, and for the server that writes it first. */
import { createElement as h, useEffect } from 'react';
import type { Scene } from './story.ts';

interface Props {
  readonly scene: Scene;
  /** called when the scene is shown */
  readonly shown: () => void;
}

export function Story({ scene, shown }: Props) {
  useEffect(shown);
  if (scene.view === 'about') return h('section', null, h('h2', null, 'About'), h('p', null, 'Who we are.'));
  const { lead, verb, note, aside, items, parts, look } = scene;
  return h(
    'article',
    { className: look, title: look },
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
