// The package brings no types; these are the functions we use.
declare module 'qrcode' {
  /** The text as a picture, in a `data:image/png` address. */
  export function toDataURL(text: string, options?: { margin?: number; scale?: number }): Promise<string>
  /** The text as modules, row after row: 1 is dark. */
  export function create(
    text: string,
    options?: { errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: { size: number; data: Uint8Array } }
}
