/** Vue 3. */
import { createApp, nextTick } from 'vue';
import { tell } from '../story.ts';
import { createStory } from '../vue-story.ts';

tell((place, first) => {
  const { scene, story } = createStory(first);
  createApp(story).mount(place);
  return (next) => {
    Object.assign(scene, next);
    return nextTick();
  };
});
