/** How pixels look to people who see colours differently, and how far two of them stand apart. */

export type Pixel = readonly [red: number, green: number, blue: number];
export type Vision = 'full colour' | 'greyscale' | 'protanopia' | 'deuteranopia' | 'tritanopia';

type Matrix = readonly [Pixel, Pixel, Pixel];

/** On linear RGB. The three colour blindnesses: Machado, Oliveira and Fernandes 2009, severity 1; grey: luminance. */
const matrices: Readonly<Record<Vision, Matrix>> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  greyscale: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const visions = Object.keys(matrices) as readonly Vision[];

/** A pixel of a picture as linear light, as seen by such eyes. */
export function seen(pixel: Pixel, vision: Vision): Pixel {
  const [red, green, blue] = pixel.map((part) => linear(part / 255));
  const row = ([r, g, b]: Pixel) =>
    Math.max(0, Math.min(1, r * (red ?? 0) + g * (green ?? 0) + b * (blue ?? 0)));
  const [first, second, third] = matrices[vision];
  return [row(first), row(second), row(third)];
}

/** WCAG's contrast ratio of two pixels in linear light. */
export function contrast(one: Pixel, other: Pixel): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

export function luminance([red, green, blue]: Pixel): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
