import './progress-bar.css';
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';

type ProgressBarProps = {
  readonly label: string;
  readonly value: number;
  /** Above zero. */
  readonly max: number;
  /** Stands at the end: "3 of 7". */
  readonly numbers?: ReactNode;
  /** The label is for screen readers only. */
  readonly isBare?: boolean;
};

/** Moves only with real numbers. */
export const ProgressBar = ({ label, value, max, numbers, isBare = false }: ProgressBarProps) => (
  <AriaProgressBar className="progress" minValue={0} maxValue={Math.max(max, 1)} value={value}>
    {({ percentage }) => (
      <>
        <div className={isBare ? 'unseen' : 'progress-words'}>
          <Label>{label}</Label>
          {numbers !== undefined && <span className="progress-numbers">{numbers}</span>}
        </div>
        <div className="progress-track">
          <div className="progress-fill" style={{ inlineSize: `${percentage ?? 0}%` }} />
        </div>
      </>
    )}
  </AriaProgressBar>
);
