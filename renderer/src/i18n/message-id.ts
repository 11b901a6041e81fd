import type bringIn from '#shared/messages/en/bring-in.json';
import type budget from '#shared/messages/en/budget.json';
import type bundle from '#shared/messages/en/bundle.json';
import type calendar from '#shared/messages/en/calendar.json';
import type common from '#shared/messages/en/common.json';
import type compare from '#shared/messages/en/compare.json';
import type desk from '#shared/messages/en/desk.json';
import type editor from '#shared/messages/en/editor.json';
import type exportRoom from '#shared/messages/en/export.json';
import type failure from '#shared/messages/en/failure.json';
import type fields from '#shared/messages/en/fields.json';
import type finding from '#shared/messages/en/finding.json';
import type frame from '#shared/messages/en/frame.json';
import type history from '#shared/messages/en/history.json';
import type items from '#shared/messages/en/items.json';
import type life from '#shared/messages/en/life.json';
import type outbox from '#shared/messages/en/outbox.json';
import type parties from '#shared/messages/en/parties.json';
import type people from '#shared/messages/en/people.json';
import type register from '#shared/messages/en/register.json';
import type review from '#shared/messages/en/review.json';
import type rules from '#shared/messages/en/rules.json';
import type settings from '#shared/messages/en/settings.json';
import type store from '#shared/messages/en/store.json';
import type submit from '#shared/messages/en/submit.json';
import type unlock from '#shared/messages/en/unlock.json';
import type welcome from '#shared/messages/en/welcome.json';

/** Every message that the window has; the English files say which. */
export type MessageId =
  | keyof typeof bringIn
  | keyof typeof calendar
  | keyof typeof budget
  | keyof typeof bundle
  | keyof typeof common
  | keyof typeof compare
  | keyof typeof desk
  | keyof typeof editor
  | keyof typeof exportRoom
  | keyof typeof failure
  | keyof typeof fields
  | keyof typeof finding
  | keyof typeof frame
  | keyof typeof items
  | keyof typeof history
  | keyof typeof life
  | keyof typeof outbox
  | keyof typeof parties
  | keyof typeof people
  | keyof typeof register
  | keyof typeof review
  | keyof typeof rules
  | keyof typeof settings
  | keyof typeof store
  | keyof typeof submit
  | keyof typeof unlock
  | keyof typeof welcome;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
