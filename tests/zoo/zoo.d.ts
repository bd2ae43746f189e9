/** Types of what has none of its own. */

declare module '*.svelte' {
  import type { Component } from 'svelte';
  import type { Scene } from './story.ts';

  const story: Component<{ first: Scene }, { show(scene: Scene): void }>;
  export default story;
}

declare module 'babel-preset-solid' {
  import type { PluginItem } from '@babel/core';

  const preset: PluginItem;
  export default preset;
}

declare module '@babel/core' {
  export type PluginItem = unknown;
  export function transformAsync(
    code: string,
    options: object,
  ): Promise<{ readonly code: string | null } | null>;
}

declare module '@hotwired/turbo' {
  export const cache: { clear(): void };
  export function renderStreamMessage(message: string): void;
  export function visit(address: string): void;
}
