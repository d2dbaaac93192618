type TickProps = { isOn: boolean; turn: (isOn: boolean) => void; children: React.ReactNode }

export function Tick({ isOn, turn, children }: TickProps) {
  return (
    <label className="design-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => turn(target.checked)} />
      <span>{children}</span>
    </label>
  )
}
