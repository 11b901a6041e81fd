import type common from '#shared/messages/en/common.json';
import type desk from '#shared/messages/en/desk.json';
import type editor from '#shared/messages/en/editor.json';
import type failure from '#shared/messages/en/failure.json';
import type fields from '#shared/messages/en/fields.json';
import type finding from '#shared/messages/en/finding.json';
import type frame from '#shared/messages/en/frame.json';

/** Every message that the window has; the English files say which. */
export type MessageId =
  | keyof typeof common
  | keyof typeof desk
  | keyof typeof editor
  | keyof typeof failure
  | keyof typeof fields
  | keyof typeof finding
  | keyof typeof frame;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
