import { validate } from '#shared/domain/validate.ts';
import { readArguments } from '../arguments.ts';
import { type Command, printJson } from '../command.ts';
import { formOf, vocabulary } from '../forms.ts';
import { readDocument } from '../input.ts';

/** What the checks of the app and of the server say of a document file. */
export const validateCommand: Command = {
  name: 'validate',
  usage: 'FILE',
  help: 'Checks a document file by the rules of its form and prints the findings. Ends with 1 where one of them stops a submission.',
  run: async (args, io) => {
    const { files } = readArguments(args, {}, 1);
    const document = await readDocument(io, files[0] ?? '');
    const findings = validate(formOf(document.template), document.fields, vocabulary());
    printJson(io, findings);
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
