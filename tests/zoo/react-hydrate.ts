/** React takes over what a server has written. */
import { createElement } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { Story } from './react-story.ts';
import type { Scene, Show } from './story.ts';

export async function hydrate(place: HTMLElement, first: Scene): Promise<Show> {
  let root: Root | undefined;
  const show = (scene: Scene) =>
    new Promise<void>((shown) => {
      const story = createElement(Story, { scene, shown });
      if (root) root.render(story);
      else root = hydrateRoot(place, story);
    });
  await show(first);
  return show;
}
