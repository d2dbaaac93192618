// The package brings no types; this is the one function we use.
declare module 'qrcode' {
  /** The text as a picture, in a `data:image/png` address. */
  export function toDataURL(text: string, options?: { margin?: number; scale?: number }): Promise<string>
}
