/** The import statements of a TypeScript file. */

export interface Import {
  readonly from: string;
  /** gone at run time */
  readonly isType: boolean;
}

const statement =
  /^(?:import|export)\s+(type\s+)?(?:(?:\*(?:\s+as\s+\w+)?|[\w$]+|\{[^}]*\})(?:\s*,\s*)?)*\s*(?:from\s*)?['"]([^'"]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

export function importsIn(code: string): Import[] {
  const fixed = [...code.matchAll(statement)].map(([text, type, from = '']) => ({
    from,
    isType: type !== undefined || namesOnlyTypes(text),
  }));
  const late = [...code.matchAll(dynamic)].map(([, from = '']) => ({ from, isType: false }));
  return [...fixed, ...late];
}

/** `import { type A, type B } from` */
function namesOnlyTypes(text: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}
