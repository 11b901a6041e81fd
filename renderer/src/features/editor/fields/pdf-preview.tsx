import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { openPdf, type PdfFile, type PdfRefusal } from '#renderer/pdf/pdf-file.ts';

type PdfPreviewProps = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** The pages of an attached PDF, one at a time. */
export const PdfPreview = ({ name, bytes }: PdfPreviewProps) => {
  const { formatMessage } = useIntl();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [file, setFile] = useState<PdfFile | PdfRefusal | null>(null);
  const [page, setPage] = useState(1);
  const drawing = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    const opening = openPdf(bytes);
    let isShown = true;
    void opening.then((opened) => {
      if (isShown) setFile(opened);
    });
    return () => {
      isShown = false;
      void opening.then((opened) => (typeof opened === 'string' ? undefined : opened.close()));
    };
  }, [bytes]);

  useEffect(() => {
    const sheet = canvas.current;
    if (file === null || typeof file === 'string' || sheet === null) return;
    const turned = new AbortController();
    const width = sheet.parentElement?.clientWidth ?? 600;
    // A page that is turned while it is drawn gives the canvas free first.
    drawing.current = drawing.current
      .then(() => (turned.signal.aborted ? undefined : file.draw(page, sheet, width, turned.signal)))
      .catch(() => {
        if (!turned.signal.aborted) setFile('broken');
      });
    return () => turned.abort();
  }, [file, page]);

  if (typeof file === 'string') {
    return (
      <p className="field-notice" role="alert">
        <FormattedMessage id={`fields.pdf.${file}`} />
      </p>
    );
  }
  const count = file?.pageCount ?? 0;
  return (
    <div className="file-pdf" aria-busy={file === null}>
      <canvas
        ref={canvas}
        className="file-picture"
        role="img"
        aria-label={formatMessage({ id: 'fields.pdf.label' }, { name, page, count })}
      />
      {count > 1 && (
        <p className="file-pages">
          <IconButton
            label={formatMessage({ id: 'fields.pdf.previous' })}
            icon={ChevronLeft}
            mirrors
            onPress={() => setPage(Math.max(1, page - 1))}
          />
          <span role="status">
            <FormattedMessage id="fields.pdf.page" values={{ page, count }} />
          </span>
          <IconButton
            label={formatMessage({ id: 'fields.pdf.next' })}
            icon={ChevronRight}
            mirrors
            onPress={() => setPage(Math.min(count, page + 1))}
          />
        </p>
      )}
    </div>
  );
};
