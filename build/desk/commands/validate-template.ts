import { checkTemplate, type TemplateRemark } from '#shared/domain/check-template.ts';
import { readArguments } from '../arguments.ts';
import { type Command, printJson } from '../command.ts';
import { readJson } from '../input.ts';

const sentence = ({ code, params }: TemplateRemark): string => {
  const { what = '', value = '', known = '' } = params;
  switch (code) {
    case 'not-an-object':
      return 'The file does not hold a form: it should begin with { and end with }.';
    case 'missing':
      return `"${what}" is missing.`;
    case 'unknown-kind':
      return `"${value}" is not a kind of field that the app knows. It knows: ${known}.`;
    case 'bad-id':
      return `"${value}" cannot be an id: use letters and digits, beginning with a small letter, without blanks.`;
    case 'repeated-id':
      return `The id "${value}" stands here twice; every field needs its own.`;
    case 'repeated-option':
      return `The option "${value}" stands here twice.`;
    case 'no-english':
      return `"${what}" has no English text ("en"). English stands in for every language that is missing.`;
    case 'missing-languages':
      return `"${what}" is missing in: ${params.languages ?? ''}. The English text stands in.`;
    case 'no-such-field':
      return `"${what}" names the field "${value}", which the form does not have.`;
    case 'no-such-option':
      return `"${what}" waits for the answer "${value}", which the field "${params.field ?? ''}" does not offer.`;
    case 'assumed-blocks':
      return `"${what}" is only assumed and must not stop a submission: make its severity "warning" or "hint", or its source "official" where the Network published it.`;
    case 'limits-cross':
      return `"${params.least ?? ''}" is more than "${params.most ?? ''}": no answer could be right.`;
    case 'unknown-limit':
      return `"${value}" is not a kind of limit. There are: ${known}.`;
    case 'unknown-file-type':
      return `"${value}" is not a type of file that the app knows. It knows: ${known}.`;
    case 'unknown-rule':
      return `The app has no such rule and would skip it. It has: ${known}.`;
    case 'does-not-fit':
      return `This does not fit the form of a template: ${what}.`;
  }
};

const lineFor = (remark: TemplateRemark): string => {
  const place = remark.place.length === 0 ? 'The form' : remark.place.join(', ');
  return `${remark.severity === 'error' ? 'Mend' : 'Look at'} ${place}: ${sentence(remark)}\n`;
};

/** Texts that lack the same languages are told in one line: a form in two of six has a hundred of them. */
const lackingLines = (remarks: readonly TemplateRemark[]): readonly string[] => {
  const byLanguages = Map.groupBy(remarks, ({ params }) => params.languages ?? '');
  return [...byLanguages].map(([lacking, those]) => {
    const [first] = those;
    const where = first && first.place.length > 0 ? first.place.join(', ') : 'the form';
    return `Look at ${those.length} texts that are missing in ${lacking}; English stands in. The first: "${first?.params.what ?? ''}" of ${where}.\n`;
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
