import { checkTemplate } from '#shared/domain/check-template.ts';
import type { TemplateRemark } from '#shared/domain/template-check/template-remark.ts';
import { readArguments } from '../arguments.ts';
import { type Command, printJson } from '../command.ts';
import { readJson } from '../input.ts';
import { templateSentence } from '../template-sentence.ts';

const lineFor = (remark: TemplateRemark): string => {
  const place = remark.place.length === 0 ? 'the form' : remark.place.join(', ');
  return `${remark.severity === 'error' ? 'Mend' : 'Look at'} ${place}: ${templateSentence(remark)}\n`;
};

/** Texts that lack the same languages are told in one line: a form in two of six has a hundred of them. */
const lackingLines = (remarks: readonly TemplateRemark[]): readonly string[] => {
  const byLanguages = Map.groupBy(remarks, ({ params }) => params.languages ?? '');
  return [...byLanguages].flatMap(([lacking, those]) => {
    const [first, ...others] = those;
    if (first === undefined || others.length === 0) return those.map(lineFor);
    const where = first.place.length > 0 ? first.place.join(', ') : 'the form';
    return `Look at ${those.length} texts that are missing in ${lacking}; English stands in. The first: "${first.params.what ?? ''}" of ${where}.\n`;
  });
};

/** What is wrong with a form that somebody wrote; see docs/templates.md. */
export const validateTemplateCommand: Command = {
  name: 'validate-template',
  usage: 'FILE',
  help: 'Checks a form (docs/templates.md) and says in words what must be mended and what is worth a look. Ends with 1 where something must be mended.',
  run: async (args, io) => {
    const { files } = readArguments(args, {}, 1);
    const remarks = checkTemplate(await readJson(io, files[0] ?? ''));
    const lacking = remarks.filter(({ code }) => code === 'missing-languages');
    for (const remark of remarks) if (!lacking.includes(remark)) io.say(lineFor(remark));
    for (const line of lackingLines(lacking)) io.say(line);
    if (remarks.length === 0) io.say('Nothing to remark: the app takes this form.\n');
    printJson(io, remarks);
    return remarks.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
