/** The story in Vue, compiled by Vue from its template: for the browser, and for the server that writes it first. */
import { reactive } from 'vue';
import type { Scene } from './story.ts';

/** The component, and the scene that it shows. */
export function createStory(first: Scene) {
  const scene = reactive({ ...first });
  return { scene, story: { setup: () => ({ scene }), template } };
}

const template = `
  <section v-if="scene.view === 'about'"><h2>About</h2><p>Who we are.</p></section>
  <article v-else :class="scene.look" :title="scene.look">
    <p>{{ scene.lead }}</p>
    <p>Low-dose naltrexone {{ scene.verb }} fibromyalgia.</p>
    <p>They say so. <template v-if="scene.note">{{ scene.note }}</template>And so on.</p>
    <p v-if="scene.aside">{{ scene.aside }}</p>
    <ul><li v-for="item in scene.items" :key="item.id">{{ item.text }}</li></ul>
    <p><template v-for="part in scene.parts">{{ part }}</template></p>
  </article>`;
