import { CallLink } from './icon.tsx'
import type { Task } from './task.ts'
import type { PatientWords } from './words.ts'

/** Whom to call at once, for somebody who cannot wait. */
export const CallNow = ({ task, say }: { task: Task; say: PatientWords }) => (
  <div className="note">
    <h2>{say.callNow}</h2>
    <p>{say.callNowAbout}</p>
    <p>
      <CallLink phone={task.urgentPhone} big>
        {task.urgentPhone}
      </CallLink>
    </p>
    <p className="call">
      {say.lifeAtRisk}
      <CallLink phone="112">{say.call('112')}</CallLink>
    </p>
  </div>
)
