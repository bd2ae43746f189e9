/** Alpine.js: behaviour in the attributes of what is there. */
import Alpine from 'alpinejs';
import { tell } from '../story.ts';

const page = `<div x-data>
  <template x-if="$store.scene.view === 'about'"><section><h2>About</h2><p>Who we are.</p></section></template>
  <template x-if="$store.scene.view === 'article'">
    <article :class="$store.scene.look" :title="$store.scene.look">
      <p x-text="$store.scene.lead"></p>
      <p>Low-dose naltrexone <span x-text="$store.scene.verb"></span> fibromyalgia.</p>
      <p>They say so. <span x-show="$store.scene.note" x-text="$store.scene.note"></span>And so on.</p>
      <template x-if="$store.scene.aside"><p x-text="$store.scene.aside"></p></template>
      <ul><template x-for="item in $store.scene.items" :key="item.id"><li x-text="item.text"></li></template></ul>
      <p><template x-for="(part, at) in $store.scene.parts" :key="at"><span x-text="part"></span></template></p>
    </article>
  </template>
</div>`;

tell(async (place, first) => {
  Alpine.store('scene', { ...first });
  place.innerHTML = page;
  Alpine.start();
  await Alpine.nextTick();
  return async (next) => {
    Object.assign(Alpine.store('scene') as object, next);
    await Alpine.nextTick();
  };
});
