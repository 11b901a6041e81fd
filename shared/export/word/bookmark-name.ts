/** Characters that Word allows in the name of a bookmark. */
const longestBookmark = 40;

/** The name of the bookmark at the heading of a field (`f`) or a section (`s`): what the importer finds it by. */
export const bookmarkName = (of: 'f' | 's', id: string): string => `${of}_${id}`.slice(0, longestBookmark);
