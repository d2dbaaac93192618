type TickProps = {
  isOn: boolean
  turn: (isOn: boolean) => void
  hint?: string | undefined
  children: React.ReactNode
}

export function Tick({ isOn, turn, hint, children }: TickProps) {
  return (
    <label className="design-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => turn(target.checked)} />
      <span>
        {children}
        {hint ? <span className="table-about">{hint}</span> : null}
      </span>
    </label>
  )
}
