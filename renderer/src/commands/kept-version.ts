/** A version that the person asked for. `isNew` is false where the newest version holds the same already. */
export type KeptVersion = { readonly seq: number; readonly name: string | null; readonly isNew: boolean };
