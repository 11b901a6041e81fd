import './version-sides.css';
import type { ReactNode } from 'react';

type Side = {
  readonly key: string;
  readonly who: ReactNode;
  readonly text: ReactNode;
  /** What takes this version. */
  readonly act: ReactNode;
};

/** Versions of one text side by side, each with whose it is and the button that takes it. */
export const VersionSides = ({ sides }: { readonly sides: readonly Side[] }) => (
  <div className="version-sides">
    {sides.map(({ key, who, text, act }) => (
      <div className="version-side" key={key}>
        <h3 className="version-side-who">{who}</h3>
        <p className="version-side-text doc-text" dir="auto">
          {text}
        </p>
        <p className="version-side-act">{act}</p>
      </div>
    ))}
  </div>
);
