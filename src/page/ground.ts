/** Does a text stand on light or on dark ground? Underlines must be seen on either. */
import type { Dom } from './dom.ts';

export type Ground = 'light' | 'dark';

/** Text darker than this stands on light ground, lighter than that on dark: or nobody could read it. */
const darkText = 0.35;
const lightText = 0.75;

/** The ground under an element's text. Told by the text's own colour; where that is in between, by the backgrounds. */
export function groundUnder(window: Window & typeof globalThis, element: Element, dom: Dom): Ground {
  const text = lightnessOf(window.getComputedStyle(element).color);
  if (text < darkText) return 'light';
  if (text > lightText) return 'dark';
  for (let at: Node | null = element; at; at = dom.drawnIn(at)) {
    if (!dom.isElement(at)) continue;
    const color = window.getComputedStyle(at).backgroundColor;
    if (!isClear(color)) return lightnessOf(color) > text ? 'light' : 'dark';
  }
  return 'light';
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
