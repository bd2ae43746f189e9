/** The evidence card in Firefox: WebDriver BiDi may look into closed shadow roots, a page's scripts may not. */
import type { Page } from 'puppeteer-core';
import type { BidiConnection } from 'puppeteer-core/internal/bidi/Connection.js';

/** A node as BiDi describes it, as far as we read it. */
interface RemoteNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly mode?: string;
    readonly children?: readonly RemoteNode[];
    readonly shadowRoot?: RemoteNode | null;
  };
}

/** Evaluates an expression in the page in which `card` is the card's shadow root; `undefined` where none is open. */
export async function callInCard(
  connection: BidiConnection,
  page: Page,
  expression: string,
): Promise<unknown> {
  const target = { context: contextOf(page) };
  const { result: found } = await connection.send('script.evaluate', {
    // Pages may name an element after the property
    expression: `Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document)`,
    target,
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const html: RemoteNode = found.type === 'success' && found.result.type === 'node' ? found.result : {};
  const roots = (html.value?.children ?? []).flatMap((child) => child.value?.shadowRoot ?? []);
  const sharedId = roots.find((root) => root.value?.mode === 'closed')?.sharedId;
  if (!sharedId) return undefined;
  const { result: answer } = await connection.send('script.callFunction', {
    functionDeclaration: `async (card) => JSON.stringify(await ${expression})`,
    arguments: [{ sharedId }],
    target,
    awaitPromise: true,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.type === 'string' ? JSON.parse(answer.result.value) : undefined;
}

/** Puppeteer knows a frame by BiDi's name for it, but does not say so in its types. */
function contextOf(page: Page): string {
  const id: unknown = Reflect.get(page.mainFrame(), '_id');
  if (typeof id !== 'string') throw new Error('puppeteer does not name the frame');
  return id;
}
