/** The app's own mark: a page with its margin rule and a tick. */
export const BrandMark = () => (
  <svg className="brand-mark" viewBox="0 0 18 20" aria-hidden="true">
    <rect
      x="1"
      y="1"
      width="16"
      height="18"
      rx="2.5"
      fill="var(--paper)"
      stroke="var(--ink)"
      strokeWidth="1.6"
    />
    <path d="M5.6 1.4v17.2" stroke="var(--un)" strokeWidth="1.8" />
    <path
      d="m8.4 10.2 2 2 3.6-4.2"
      fill="none"
      stroke="var(--ink)"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
