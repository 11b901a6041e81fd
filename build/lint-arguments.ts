/** The one way Biome is called for checking; a warning counts like an error. */
export const lintArguments: readonly string[] = ['ci', '--error-on-warnings', '--max-diagnostics=none', '.'];
