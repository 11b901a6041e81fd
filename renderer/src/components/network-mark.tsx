import './network-mark.css';
import type { ReactNode } from 'react';

/** Says beside the name of a room that what is done here is not for real. */
export const NetworkMark = ({ children }: { readonly children: ReactNode }) => (
  <span className="network-mark">{children}</span>
);
