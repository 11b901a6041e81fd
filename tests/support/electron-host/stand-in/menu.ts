export type MenuItem = { id?: string; label?: string; click?: () => void; submenu?: MenuItem[] };

const itemById = (items: readonly MenuItem[], id: string): MenuItem | null => {
  for (const item of items) {
    if (item.id === id) return item;
    const inside = itemById(item.submenu ?? [], id);
    if (inside !== null) return inside;
  }
  return null;
};

type BuiltMenu = { items: readonly MenuItem[]; getMenuItemById(id: string): MenuItem | null };
let applicationMenu: BuiltMenu | null = null;

export const Menu = {
  buildFromTemplate: (items: readonly MenuItem[]): BuiltMenu => ({
    items,
    getMenuItemById: (id) => itemById(items, id),
  }),
  setApplicationMenu: (menu: BuiltMenu | null): void => {
    applicationMenu = menu;
  },
  getApplicationMenu: (): BuiltMenu | null => applicationMenu,
};
