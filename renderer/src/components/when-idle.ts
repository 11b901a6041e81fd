/** After what is to be painted now has been painted; within a second in any case. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 1_000);
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve())));
  });
