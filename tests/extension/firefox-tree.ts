/** Firefox's accessibility tree, as its own window passes it on to the system's screen reader. */
import { type AccessNode, treeText } from './access-tree.ts';
import type { InWindow } from './firefox-window.ts';

/** The tree of the document that a browser element shows, as text. */
export async function firefoxTree(inWindow: InWindow, browserSelector: string): Promise<string> {
  return treeText(await inWindow(readTree, browserSelector));
}

/** Hears what is said to screen readers without an element to say it in. */
export async function hearFirefox(inWindow: InWindow): Promise<() => Promise<readonly string[]>> {
  await inWindow(startHearing);
  return () => inWindow(whatWasHeard);
}

interface Accessible {
  readonly name: string | null;
  readonly description: string | null;
  readonly role: number;
  readonly computedARIARole: string;
  readonly attributes: { getStringProperty(name: string): string; has?(name: string): boolean } | null;
  readonly childCount: number;
  getChildAt(index: number): Accessible;
  getState(state: object, extra: object): void;
}

interface AccessWindow {
  heard?: string[];
  readonly Services: {
    readonly obs: { addObserver(observer: (event: object) => void, topic: string): void };
  };
  readonly Cc: Record<
    string,
    {
      getService(type: unknown): {
        getAccessibleFor(node: unknown): Accessible | null;
        getStringRole(role: number): string;
      };
    }
  >;
  readonly Ci: {
    readonly nsIAccessibilityService: unknown;
    readonly nsIAccessibleAnnouncementEvent: new () => { readonly announcement: string };
    readonly nsIAccessibleStates: Record<string, number>;
  };
}

/** Travels into the browser's window. */
async function readTree(selector: string): Promise<AccessNode[]> {
  const { Cc, Ci } = window as unknown as AccessWindow;
  const service = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci.nsIAccessibilityService);
  const states = Ci.nsIAccessibleStates;
  const has = (bits: number, name: string) => (bits & (states[`STATE_${name}`] ?? 0)) !== 0;
  // Firefox names some boxes by their contents, for itself
  const named = /^(?!listitem$|paragraph$|definition$)/;
  const either = (isOn: boolean, name: string) => [isOn ? name : `not ${name}`];
  const read = (one: Accessible): AccessNode => {
    const plain: { value?: number } = {};
    one.getState(plain, {});
    const bits = plain.value ?? 0;
    const attribute = (name: string) => {
      try {
        return one.attributes?.getStringProperty(name) ?? '';
      } catch {
        return '';
      }
    };
    const own = service?.getStringRole(one.role) ?? '';
    const role = /text leaf|statictext/.test(own) ? 'StaticText' : one.computedARIARole || own;
    const level = attribute('level');
    const live = attribute('live');
    const children = Array.from({ length: one.childCount }, (_, at) => read(one.getChildAt(at)));
    return {
      role,
      name: named.test(role) ? (one.name ?? '') : '',
      description: one.description ?? '',
      states: [
        ...(has(bits, 'EXPANDED') ? ['expanded'] : has(bits, 'COLLAPSED') ? ['not expanded'] : []),
        ...(attribute('checkable') === 'true' || /^(switch|checkbox|radio)$/.test(role)
          ? either(has(bits, 'CHECKED'), 'checked')
          : []),
        ...(role === 'tab' ? either(has(bits, 'SELECTED'), 'selected') : []),
        ...(own === 'toggle button' ? either(has(bits, 'PRESSED'), 'pressed') : []),
        ...(has(bits, 'UNAVAILABLE') ? ['disabled'] : []),
        ...(has(bits, 'BUSY') ? ['busy'] : []),
        ...(role === 'heading' && level ? [`level ${level}`] : []),
        ...(live && live !== 'off' ? [`live ${live}`] : []),
      ],
      children,
    };
  };
  // The tree is made when it is first asked for, and some time after
  for (let tries = 0; tries < 60; tries++) {
    const shown = document.querySelector(selector);
    const outer = shown && service?.getAccessibleFor(shown);
    const tree = outer ? Array.from({ length: outer.childCount }, (_, at) => read(outer.getChildAt(at))) : [];
    if (JSON.stringify(tree).length > 300) return tree;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}

function startHearing(): void {
  const browserWindow = window as unknown as AccessWindow;
  const { Services, Cc, Ci } = browserWindow;
  Cc['@mozilla.org/accessibilityService;1']?.getService(Ci.nsIAccessibilityService);
  const heard: string[] = [];
  browserWindow.heard = heard;
  Services.obs.addObserver((event) => {
    if (event instanceof Ci.nsIAccessibleAnnouncementEvent) heard.push(event.announcement);
  }, 'accessible-event');
}

function whatWasHeard(): readonly string[] {
  return (window as unknown as AccessWindow).heard ?? [];
}
