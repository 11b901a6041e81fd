import './loading.css';
import type { ReactNode } from 'react';

/** Says in words what is being fetched; shown only when that takes a moment, so that nothing flickers. */
export const Loading = ({ what }: { readonly what: ReactNode }) => (
  <p className="loading" role="status">
    {what}
  </p>
);
