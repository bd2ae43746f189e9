/** Vue 3, written by a server and taken over after LDN Lens has marked it. */
import { createSSRApp, nextTick } from 'vue';
import { tell } from '../story.ts';
import { createStory } from '../vue-story.ts';

tell((place, first) => {
  const { scene, story } = createStory(first);
  createSSRApp(story).mount(place);
  return (next) => {
    Object.assign(scene, next);
    return nextTick();
  };
}, true);
