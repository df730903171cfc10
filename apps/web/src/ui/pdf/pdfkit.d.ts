/** The part of pdfkit 0.20 that we draw with. Lengths in points. */
declare module 'pdfkit' {
  export interface TextOptions { width?: number; height?: number; align?: 'left' | 'center' | 'right'; lineBreak?: boolean; ellipsis?: boolean | string; lineGap?: number; features?: string[] }
  export default class PDFDocument {
    constructor(options?: { size?: 'A4'; layout?: 'portrait' | 'landscape'; margin?: number; autoFirstPage?: boolean; compress?: boolean; font?: string | null; lang?: string; info?: { Title?: string; Creator?: string; CreationDate?: Date } });
    readonly page: { width: number; height: number };
    registerFont(name: string, source: Uint8Array): this;
    addPage(): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    widthOfString(text: string, options?: TextOptions): number;
    heightOfString(text: string, options?: TextOptions): number;
    save(): this;
    restore(): this;
    clip(rule?: 'even-odd'): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    dash(length: number, options?: { space: number }): this;
    undash(): this;
    opacity(value: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    fill(color?: string): this;
    stroke(color?: string): this;
    end(): void;
    on(event: 'data' | 'end' | 'error', listener: (value: Uint8Array) => void): this;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';
  export function toBlob(document: PDFDocument): Promise<Blob>;
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
