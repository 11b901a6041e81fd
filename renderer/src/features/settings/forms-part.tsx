import { FormattedMessage } from 'react-intl';
import { Note } from '#renderer/components/note.tsx';
import { useForms } from '#renderer/hooks/use-forms.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { docKinds } from '#shared/domain/document.ts';
import { isOfKind, versionOf } from '#shared/domain/template-versions.ts';

/** The forms that new documents begin with, and those of the Network that are not used, with the reason. */
export const FormsPart = () => {
  const read = useLocalized();
  const { resources, fromNetwork, refused } = useForms();
  const newest = docKinds.map((kind) => resources.newest(kind));
  return (
    <>
      <ul className="settings-forms">
        {newest.map((form) => (
          <li key={form.kind}>
            <FormattedMessage
              id={fromNetwork.includes(form) ? 'settings.forms.network' : 'settings.forms.built-in'}
              values={{ name: read(form.name), version: form.version }}
            />
          </li>
        ))}
      </ul>
      {refused.map(({ ref, why }) => {
        const used = newest.find(({ kind }) => isOfKind(ref, kind));
        return (
          used && (
            <Note key={ref} tone="plain">
              <FormattedMessage
                id={`settings.forms.${why}`}
                values={{ name: read(used.name), version: versionOf(ref), used: used.version }}
              />
            </Note>
          )
        );
      })}
    </>
  );
};
