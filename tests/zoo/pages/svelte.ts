/** Svelte 5. */
import { flushSync, mount } from 'svelte';
import { tell } from '../story.ts';
import Story from '../svelte-story.svelte';

tell((target, first) => {
  const story = mount(Story, { target, props: { first } });
  return (scene) => flushSync(() => story.show(scene));
});
