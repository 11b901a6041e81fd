import { registerHooks } from 'node:module';

/** Loaded before the built main bundle: its `import … from 'electron'` then gets the stand-in. */
const standIn = new URL('./stand-in/electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
