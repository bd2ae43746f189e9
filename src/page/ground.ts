/** What does a text stand on? Underlines must be seen on all of it. */
import type { Dom } from './dom.ts';

/** `other`: in between, where only the text's own colour is sure to be seen; pictures have no one colour. */
export type Ground = 'light' | 'dark' | 'other' | 'light picture' | 'dark picture';
type Tone = 'light' | 'dark';

/** Text darker than this stands on light ground, lighter than that on dark: or nobody could read it. */
const darkText = 0.35;
const lightText = 0.75;
/** The verdicts' colours stand out by 3:1 from grounds lighter than this, or darker than that. */
const lightGround = 0.77;
const darkGround = 0.49;

/** The ground under an element's text, by the text's own colour and what is painted behind it. */
export function groundUnder(window: Window & typeof globalThis, element: Element, dom: Dom): Ground {
  const text = lightnessOf(window.getComputedStyle(element).color);
  const { lightness, isPicture } = backgroundOf(window, element, dom);
  const tone = toneUnder(text, lightness);
  if (isPicture) return `${tone} picture`;
  if (lightness === undefined) return tone;
  return (tone === 'light' ? lightness >= lightGround : lightness <= darkGround) ? tone : 'other';
}

function toneUnder(text: number, ground: number | undefined): Tone {
  if (text < darkText) return 'light';
  if (text > lightText) return 'dark';
  return ground !== undefined && ground <= text ? 'dark' : 'light';
}

/** From the text outwards to what is painted first; no lightness where nothing is. */
function backgroundOf(
  window: Window & typeof globalThis,
  element: Element,
  dom: Dom,
): { readonly lightness: number | undefined; readonly isPicture: boolean } {
  for (let at: Node | null = element; at; at = dom.drawnIn(at)) {
    if (!dom.isElement(at)) continue;
    const style = window.getComputedStyle(at);
    const { backgroundColor, position } = style;
    const lightness = isClear(backgroundColor) ? undefined : lightnessOf(backgroundColor);
    const isPicture =
      isPictured(style) ||
      (lightness === undefined && position !== 'static' && hasPictureBehind(window, at, dom));
    if (isPicture || lightness !== undefined) return { lightness, isPicture };
  }
  return { lightness: undefined, isPicture: false };
}

/** A picture that fills its box. Icons and textures are none: what can be read on them can be seen on them. */
function isPictured({ backgroundImage, backgroundSize }: CSSStyleDeclaration): boolean {
  return /url\(|image-set\(/.test(backgroundImage) && /cover|100%/.test(backgroundSize);
}

/** Text laid over a picture: a sibling that comes before it and fills the same box. */
function hasPictureBehind(window: Window & typeof globalThis, element: Element, dom: Dom): boolean {
  const parent = dom.parentOf(element);
  for (const other of parent ? dom.childrenOf(parent) : []) {
    if (other === element) return false;
    if (!dom.isElement(other) || !/^(img|picture|video|canvas)$/.test(dom.nameOf(other))) continue;
    const picture = dom.nameOf(other) === 'picture' ? (dom.find(other, 'img') ?? other) : other;
    if (/absolute|fixed/.test(window.getComputedStyle(picture).position)) return true;
  }
  return false;
}

/** From 0 (black) to 1 (white), near enough to how light a colour looks. Computed colours come in few forms. */
export function lightnessOf(color: string): number {
  const [form = '', ...numbers] = color.split(/[\s(),/]+/).filter(Boolean);
  const [first = 0, second = 0, third = 0] = numbers.filter((one) => !/^[a-z]/.test(one)).map(toNumber);
  if (form === 'oklch' || form === 'oklab') return first;
  if (form === 'lch' || form === 'lab') return first / 100;
  const scale = form === 'color' ? 1 : 255;
  // Cube root of luminance: black 0, white 1, middle grey one half
  const linear =
    0.2126 * (first / scale) ** 2.2 + 0.7152 * (second / scale) ** 2.2 + 0.0722 * (third / scale) ** 2.2;
  return Math.cbrt(linear);
}

/** More air than colour. */
function isClear(color: string): boolean {
  const alpha = /(?:rgba\([^)]*,|\/)\s*([\d.]+%?)\s*\)$/.exec(color)?.[1];
  return color === 'transparent' || (alpha !== undefined && toNumber(alpha) < 0.5);
}

function toNumber(text: string): number {
  return text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text) || 0;
}
