import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/** A component whose code is fetched when it is first shown, or when somebody foresees it. */
export type OnDemand<Props> = {
  (props: Props): ReactNode;
  /** Begins to fetch; does nothing the second time. */
  foresee(): void;
};

/**
 * Instead of `lazy` and Suspense: React holds back what follows a fallback for 300 ms, so that every room
 * would be shown that much later than it is there. `waiting` is shown meanwhile; a fetch that fails reaches
 * the boundary around it.
 */
export const onDemand = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode,
): OnDemand<Props> => {
  let fetched: ComponentType<Props> | null = null;
  let fetching: Promise<void> | null = null;
  const fetchOnce = () => {
    fetching ??= load().then((component) => {
      fetched = component;
    });
    return fetching;
  };
  const Shown = (props: Props) => {
    const [Component, setComponent] = useState(() => fetched);
    useEffect(() => {
      if (Component !== null) return;
      fetchOnce().then(
        () => setComponent(() => fetched),
        (error: unknown) => {
          fetching = null;
          setComponent(() => {
            throw error;
          });
        },
      );
    }, [Component]);
    return Component === null ? waiting : <Component {...props} />;
  };
  return Object.assign(Shown, {
    foresee: () => {
      // Whoever shows it will hear of a failure.
      fetchOnce().catch(() => {
        fetching = null;
      });
    },
  });
};

/** Fetches what can be asked for from here as soon as what is on the screen has been painted. */
export const useForesight = ({ foresee }: { readonly foresee: () => void }): void => {
  useEffect(() => {
    void whenIdle().then(foresee);
  }, [foresee]);
};
