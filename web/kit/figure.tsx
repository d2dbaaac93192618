import { useFormats } from './format.ts'

/** One of the two figures of our soul: a share, what it counts, and the people behind it. */
export function Figure({
  share,
  label,
  about,
}: {
  /** 0–1; null when there is nobody to count yet. */
  share: number | null
  label: string
  /** Always with the numbers: "27 of 44 invited in Nov · Oct 54 %". */
  about: string
}) {
  const format = useFormats()
  return (
    <div className="figure">
      <span className="figure-number">
        {share === null ? '–' : format.percent(share)}
        {share === null ? null : <i>&#8201;%</i>}
      </span>
      <span className="figure-label">{label}</span>
      <span className="figure-about">{about}</span>
    </div>
  )
}
