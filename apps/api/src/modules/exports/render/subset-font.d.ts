declare module 'subset-font' {
  /** Cuts a font to the letters of `text`. */
  export default function subsetFont(font: Buffer, text: string, options: { targetFormat: 'truetype' }): Promise<Buffer>;
}
