/** Angular without zones, its templates compiled in the browser. */
import '@angular/compiler';
import { ApplicationRef, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { type Scene, tell } from '../story.ts';

const template = `
  @if (scene().view === 'about') {
    <section><h2>About</h2><p>Who we are.</p></section>
  } @else {
    <article [class]="scene().look" [title]="scene().look">
      <p>{{ scene().lead }}</p>
      <p>Low-dose naltrexone {{ scene().verb }} fibromyalgia.</p>
      <p>They say so. @if (scene().note) { {{ scene().note }} }And so on.</p>
      @if (scene().aside) {<p>{{ scene().aside }}</p>}
      <ul>@for (item of scene().items; track item.id) {<li>{{ item.text }}</li>}</ul>
      <p>@for (part of scene().parts; track $index) { {{ part }} }</p>
    </article>
  }`;

tell(async (_place, first) => {
  const scene = signal<Scene>(first);
  class Story {
    readonly scene = scene;
  }
  Component({ selector: '#app', template })(Story);
  const app = await bootstrapApplication(Story, { providers: [provideZonelessChangeDetection()] });
  return async (next) => {
    scene.set(next);
    await app.injector.get(ApplicationRef).whenStable();
  };
});
