import type { DocumentModel } from '@tegerek/replica';
import { renderDocx } from '../render/docx.js';
import { renderHtml } from '../render/html.js';
import { renderMarkdown } from '../render/markdown.js';
import { renderPdf } from '../render/pdf/render-pdf.js';

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'html', 'md'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export const MEDIA: Record<DocumentFormat | 'json' | 'csv' | 'xlsx', string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf', html: 'text/html; charset=utf-8', md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A document in one format. `progress`: how far, 0…1. @throws what `signal` says once it is aborted */
export async function renderDocument(model: DocumentModel, format: DocumentFormat, progress?: (part: number) => void, signal?: AbortSignal): Promise<Uint8Array> {
  switch (format) {
    case 'docx': return renderDocx(model);
    case 'pdf': return renderPdf(model, (done, of) => progress?.(done / of), signal);
    case 'html': return new TextEncoder().encode(renderHtml(model));
    case 'md': return new TextEncoder().encode(renderMarkdown(model));
    default: return format satisfies never;
  }
}
