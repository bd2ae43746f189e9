/** React 19, rendered in the browser. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Story } from '../react-story.ts';
import { type Scene, tell } from '../story.ts';

tell(async (place, first) => {
  const root = createRoot(place);
  const show = (scene: Scene) =>
    new Promise<void>((shown) => root.render(createElement(Story, { scene, shown })));
  await show(first);
  return show;
});
