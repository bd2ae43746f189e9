/** In frames that speak of LDN: finds and shows the claims. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from '../src/browser.ts';
import { createMatcher } from '../src/matching/find-mentions.ts';
import { answer, ask, type PageMessages } from '../src/messages.ts';
import { startSession } from '../src/page/session.ts';
import { summaryOf } from '../src/page/summary.ts';
import { takeOver } from '../src/page/take-over.ts';
import type { Settings } from '../src/settings.ts';
import { openCard } from '../src/ui/card.ts';

export default defineUnlistedScript(() => {
  const ended = takeOver('scanner');
  // Rejects when the extension was updated or removed under the page: then it is left as it is
  start(ended).catch(() => ended.abort());
});

async function start(ended: AbortController): Promise<void> {
  const [database, first] = await Promise.all([ask('getDatabase'), ask('getSettings')]);
  let version = database.version;
  let settings = first;
  if (ended.signal.aborted) return;
  const tell = (told: Promise<unknown>) => void told.catch(() => undefined);
  const session = startSession(
    {
      window,
      createMatcher,
      openCard: (at, content, known, actions) =>
        openCard(at, content, known, { ...actions, status: () => ask('getDatabaseStatus') }),
      database,
      choices: settings,
      isAlive: () => browser.runtime?.id !== undefined,
      counted: (count) => tell(ask('reportCount', count).then(keepUp)),
      left: () => tell(ask('leave')),
      returned: () => tell(askAgain()),
      openLibrary: (at) => tell(ask('openLibrary', at)),
      mute: (id) => tell(ask('muteClaim', id)),
      report: (text) => tell(ask('openReport', text)),
    },
    ended,
  );
  const stopAnswering = answer<PageMessages>({
    isReading: () => true,
    getPage: async () => {
      await session.ready;
      return summaryOf(session.state());
    },
    showMention: (_sender, index) => session.show(index),
    stepMention: (_sender, by) => session.step(by),
    toggleCard: () => session.toggleCard(),
    useDatabase: () => useDatabase(),
    useSettings: (_sender, next) => use(next),
    stop: () => ended.abort(),
  });
  ended.signal.addEventListener('abort', stopAnswering);

  async function useDatabase(): Promise<void> {
    const next = await ask('getDatabase');
    version = next.version;
    session.useDatabase(next);
  }

  function use(next: Settings): void {
    if (JSON.stringify(next) === JSON.stringify(settings)) return;
    settings = next;
    session.choose(next);
  }

  /** While the page was put by, nobody could tell it of new choices. */
  async function askAgain(): Promise<void> {
    if (!(await ask('startScanner'))) ended.abort();
    else use(await ask('getSettings'));
  }

  /** A database that came while this page was being opened, or was put by, is not missed. */
  async function keepUp(wanted: number): Promise<void> {
    if (wanted !== version) await useDatabase();
  }
}
