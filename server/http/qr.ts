import { create } from 'qrcode'

/** The dark modules of a QR code as one SVG path, in a square of `size` modules. */
export type QrCode = { size: number; path: string }

/** A text as a QR code: each row's dark modules as runs. */
export function qrOf(text: string): QrCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, y) => data.subarray(y * size, (y + 1) * size))
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return { size, path: path.join('') }
}

function runsOf(row: Uint8Array): [number, number][] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}
