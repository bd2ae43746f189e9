/** What LDN Lens finds on a page, for a terminal: a table, and pictures of the page, an open card and the popup. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PageSummary } from '../../src/messages.ts';
import { compileDatabase } from '../../src/publish/compile-database.ts';
import { verdictStyles } from '../../src/ui/verdict-style.ts';
import type { Page, View } from '../extension/browsers.ts';
import { cardText, eventually, highlights, placeOf } from '../extension/reading.ts';
import { tableOf } from './table.ts';

/** How long a page may take to show its first highlight, and the card to open, in milliseconds. */
const patience = 10_000;
/** Longer than the card takes to fade in, in milliseconds. */
const fading = 600;

/** Prints the claims on a page and saves the pictures into `folder`. */
export async function showFindings(page: Page, folder: string): Promise<void> {
  const painted = await eventually(async () => orNothing(await highlights(page)), patience);
  const popup = await page.openPopup();
  const frames = await popup.evaluate(askScanners);
  console.log(frames.length ? report(frames) : '\nThis page does not speak of LDN.');

  mkdirSync(folder, { recursive: true });
  const save = async (view: View, name: string, what: string) => {
    const path = join(folder, name);
    await view.screenshot(path);
    console.log(`${what}: ${relative('.', path)}`);
  };
  await save(popup, 'popup.png', 'The popup');
  await popup.close();
  const words = painted?.[0]?.text;
  const place = words === undefined ? undefined : await placeOf(page, words);
  await save(page, 'page.png', 'The page');
  if (!place) return;
  await page.click(place);
  if (!(await eventually(() => cardText(page), patience))) return;
  await pause(fading);
  await save(page, 'card.png', 'An open card');
}

function orNothing<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length ? list : undefined;
}

/** Asks what the popup asks, in each frame where a scanner runs; none does where the gate stayed shut. */
async function askScanners(): Promise<PageSummary[]> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id ?? -1;
  const frames = (await chrome.runtime.sendMessage({ ldnLens: 'getFrames', args: [tabId] })) as number[];
  const question = { ldnLens: 'getPage', args: [] };
  const answers = await Promise.allSettled(
    frames.map((frameId) => chrome.tabs.sendMessage(tabId, question, { frameId })),
  );
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value as PageSummary] : []));
}

function report(frames: readonly PageSummary[]): string {
  const mentions = frames.flatMap((frame) => frame.mentions);
  const unassessed = frames.reduce((sum, frame) => sum + frame.unassessed, 0);
  const statements = new Map(compileDatabase().claims.map(({ id, statement }) => [id, statement]));
  const width = Math.max(60, Math.min(process.stdout.columns ?? 110, 140) - 36);
  const columns = [
    { title: '#', width: 3 },
    { title: 'Verdict', width: 27 },
    { title: 'Words on the page', width: Math.floor(width / 2) },
    { title: 'Claim', width: Math.ceil(width / 2) },
  ];
  const rows = mentions.map(({ verdict, quote, claims }, i) => [
    String(i + 1),
    verdictStyles[verdict].words,
    `“${quote.replace(/\s+/g, ' ')}”`,
    claims.map(({ id }) => statements.get(id) ?? id).join('\n'),
  ]);
  const table = rows.length ? `\n${tableOf(columns, rows)}\n` : '';
  const found = `${mentions.length} sentences with claims about LDN`;
  return `${table}\n${found}; ${unassessed} more speak of it and were not assessed.\n`;
}
