import './share-bars.css';
import { type ReactNode, useState } from 'react';

export type ShareBar = {
  readonly key: string;
  readonly name: string;
  /** In basis points of the whole. */
  readonly basisPoints: number;
  readonly share: string;
  readonly amount: string;
};

type ShareBarsProps = {
  readonly title: ReactNode;
  readonly bars: readonly ShareBar[];
  /** What stands where there is nothing to draw. */
  readonly empty: ReactNode;
  readonly words: {
    readonly table: string;
    readonly bars: string;
    readonly name: string;
    readonly amount: string;
    readonly share: string;
  };
};

/** Horizontal bars with the number at the end of each, and the table behind them. */
export const ShareBars = ({ title, bars, empty, words }: ShareBarsProps) => {
  const [isTable, setTable] = useState(false);
  const longest = Math.max(1, ...bars.map(({ basisPoints }) => basisPoints));
  return (
    <figure className="share-bars">
      <figcaption>
        <span>{title}</span>
        {bars.length > 0 && (
          <button type="button" className="text-button" onClick={() => setTable(!isTable)}>
            {isTable ? words.bars : words.table}
          </button>
        )}
      </figcaption>
      {bars.length === 0 && <p className="share-bars-empty">{empty}</p>}
      {bars.length > 0 && isTable && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.amount}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.key}>
                <th scope="row" dir="auto">
                  {bar.name}
                </th>
                <td>
                  <bdi dir="ltr">{bar.amount}</bdi>
                </td>
                <td>
                  <bdi dir="ltr">{bar.share}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bars.length > 0 && !isTable && (
        <ul>
          {bars.map((bar) => (
            <li key={bar.key}>
              <span className="share-bars-name" dir="auto">
                {bar.name}
              </span>
              <span className="share-bars-track">
                <span
                  className="share-bars-bar"
                  style={{ inlineSize: `${(bar.basisPoints / longest) * 100}%` }}
                />
              </span>
              <bdi className="share-bars-number" dir="ltr">
                {bar.share}
              </bdi>
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
};
