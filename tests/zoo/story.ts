/** One page, told by many frameworks: what it shows, and how that changes. */
import { live, type Step } from './live.ts';
import { claims } from './words.ts';

export interface Item {
  readonly id: number;
  readonly text: string;
}

/** What the page shows. */
export interface Scene {
  readonly view: 'article' | 'about';
  /** all the text of a paragraph */
  readonly lead: string;
  /** stands between "Low-dose naltrexone " and " fibromyalgia." */
  readonly verb: string;
  /** stands in a paragraph with other text, or not at all */
  readonly note: string;
  /** a paragraph, or none */
  readonly aside: string;
  readonly items: readonly Item[];
  /** pieces of text side by side in one paragraph */
  readonly parts: readonly string[];
  /** class of the whole */
  readonly look: string;
}

/** Shows another scene. */
export type Show = (scene: Scene) => void | Promise<void>;
/** Shows the first scene, in the element that a framework is given, or at what a server has put there. */
export type Mount = (place: HTMLElement, scene: Scene) => Show | Promise<Show>;

const pain = { id: 1, text: `${claims.pain}.` };
const sleep = { id: 2, text: `${claims.sleep}.` };
const lupus = { id: 3, text: `${claims.lupus}.` };

/** The first scene. */
export const opening: Scene = {
  view: 'article',
  lead: `${claims.cure}.`,
  verb: 'reduces pain in',
  note: '',
  aside: `${claims.defence}.`,
  items: [pain, lupus],
  parts: [`${claims.weight}.`],
  look: 'plain',
};

/** What changes from scene to scene. */
const changes: Readonly<Record<string, Partial<Scene>>> = {
  'marked text is rewritten': { lead: `${claims.cancer}.` },
  'a word of marked text is rewritten': { verb: 'cures' },
  'text comes between text': { note: `${claims.hope}. ` },
  'that text is rewritten': { note: `${claims.sleep}. ` },
  'that text goes': { note: '' },
  'an element goes': { aside: '' },
  'an element comes': { aside: `${claims.nerves}.` },
  'an item is put in': { items: [pain, sleep, lupus] },
  'items are put in another order': { items: [lupus, pain, sleep] },
  'an item is taken out': { items: [lupus, sleep] },
  'attributes change': { look: 'fancy' },
  'text is split': { parts: ['Low-dose naltrexone ', 'causes weight loss', '. So they say.'] },
  'text is joined': { parts: [`${claims.weight}.`] },
  'another view': { view: 'about' },
  'back again': { view: 'article' },
};

/** Tells the story; `isServed` where the first scene came from a server and the framework takes it over later. */
export function tell(mount: Mount, isServed = false): void {
  let scene = opening;
  let show: Show = () => undefined;
  const begin = async () => {
    const place = document.querySelector<HTMLElement>('#app');
    if (place) show = await mount(place, scene);
  };
  const later = Object.entries(changes).map(([name, change]): [string, Step] => [
    name,
    () => {
      scene = { ...scene, ...change };
      return show(scene);
    },
  ]);
  live({
    ...(isServed ? { 'as served': () => undefined, 'taken over': begin } : { 'first scene': begin }),
    ...Object.fromEntries(later),
  });
}
