/** Modules of ours as one script that a page can run. */
import { build } from 'vite';

/** The script: afterwards the module's exports are properties of the global `name`. */
export async function bundle(path: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { lib: { entry: path, formats: ['iife'], name }, write: false, minify: false },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${path} gave no script`);
  // A bundle's own variable would be local to the function that runs it
  return `${chunk.code}\nglobalThis.${name} = ${name};`;
}
