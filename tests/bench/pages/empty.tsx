import { createRoot } from 'react-dom/client';

/** The least that a React page can be: the baseline of opening. */
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <>
      <h1>Empty</h1>
      <textarea rows={8} cols={60} />
    </>,
  );
