import './word-marks.css';

/** A stretch of a text beside an earlier one. */
type Mark = { readonly text: string; readonly mark: 'same' | 'added' | 'removed' };

/** Characters that are left on either side of a change where the text is shortened. */
const around = 60;

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  if (text.length <= 2 * around) return text;
  const start = isFirst ? '' : text.slice(0, around);
  const end = isLast ? '' : text.slice(-around);
  return `${start} … ${end}`.toWellFormed();
};

/** The words of a change; the space after them is nobody's change. */
const Changed = ({ text, as: Tag }: { readonly text: string; readonly as: 'ins' | 'del' }) => {
  const words = text.trimEnd() || text;
  return (
    <>
      <Tag>{words}</Tag>
      {text.slice(words.length)}
    </>
  );
};

/** A text with what changed marked by a line and a tint. `shortens`: what did not change is left out where it is long. */
export const WordMarks = ({
  marks,
  shortens = false,
}: {
  readonly marks: readonly Mark[];
  readonly shortens?: boolean;
}) =>
  marks.map(({ text, mark }, index) => {
    const key = `${index}${mark}`;
    if (mark === 'added') return <Changed key={key} text={text} as="ins" />;
    if (mark === 'removed') return <Changed key={key} text={text} as="del" />;
    return (
      <span key={key}>{shortens ? shortened(text, index === 0, index === marks.length - 1) : text}</span>
    );
  });
