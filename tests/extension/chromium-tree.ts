/** Chromium's accessibility tree, by DevTools protocol. */
import type { CDPSession } from '@playwright/test';
import { type AccessNode, treeText } from './access-tree.ts';

type Answer = Awaited<ReturnType<typeof ask>>;
type Node = Answer['nodes'][number];

/** The tree of a document as text. */
export async function chromiumTree(send: CDPSession['send']): Promise<string> {
  const { nodes } = await ask(send);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find(({ parentId }) => parentId === undefined);
  return root ? treeText([accessNode(root, byId)]) : '';
}

function ask(send: CDPSession['send']) {
  return send('Accessibility.getFullAXTree', {});
}

function accessNode(node: Node, byId: ReadonlyMap<string, Node>): AccessNode {
  const states = (node.properties ?? []).flatMap(({ name, value }) => {
    const given: unknown = value.value;
    if (/^(expanded|pressed|checked|selected)$/.test(name))
      return [String(given) === 'true' ? name : `not ${name}`];
    if (/^(disabled|busy)$/.test(name)) return given === true ? [name] : [];
    if (name === 'level' && node.role?.value === 'heading') return [`level ${String(given)}`];
    return name === 'live' && given !== 'off' ? [`live ${String(given)}`] : [];
  });
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  return {
    role: node.ignored ? 'none' : roleOf(node),
    name: String(node.name?.value ?? ''),
    description: String(node.description?.value ?? ''),
    states,
    children: children.map((child) => accessNode(child, byId)),
  };
}

function roleOf({ role }: Node): string {
  const name = String(role?.value ?? '');
  const names: Readonly<Record<string, string>> = {
    DisclosureTriangle: 'summary',
    DescriptionList: 'definitionlist',
  };
  return names[name] ?? name;
}
