import './not-here.css';
import { FormattedMessage } from 'react-intl';
import { LinkButton } from './link-button.tsx';
import { hrefOf } from './route.ts';

/** An address behind which there is nothing on this laptop, and the way back. */
export const NotHere = () => (
  <section className="not-here">
    <h1 className="room-title" tabIndex={-1}>
      <FormattedMessage id="frame.not-here.title" />
    </h1>
    <p>
      <FormattedMessage id="frame.not-here.text" />
    </p>
    <LinkButton variant="secondary" href={hrefOf({ room: 'desk' })}>
      <FormattedMessage id="frame.not-here.desk" />
    </LinkButton>
  </section>
);
