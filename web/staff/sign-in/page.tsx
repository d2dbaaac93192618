import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../kit/words.tsx'
import { homeOf } from '../shell/rail.tsx'
import { CodeStep } from './code-step.tsx'
import { DemoList } from './demo-list.tsx'
import { Door, FormProblem } from './door.tsx'
import { PasswordStep } from './password-step.tsx'
import { begin } from './requests.ts'
import { words } from './words.ts'

/** Without somebody who vouches for them patients read nothing here. */
const patientsSignIn = () =>
  document.querySelector<HTMLMetaElement>('meta[name=patients]')?.content === 'sign-in'

/** Signing in: password, then code, then where one was going. */
export function SignInPage() {
  const say = useWords(words)
  const navigate = useNavigate()
  const { to } = useSearch({ from: '/staff' })
  const [step, setStep] = useState<'password' | 'code' | 'no-role'>('password')
  const go = () =>
    begin().then(
      ({ permissions }) => navigate({ to: to ?? homeOf(permissions) }),
      () => setStep('no-role'),
    )
  if (step === 'code')
    return (
      <Door title={say.codeTitle}>
        <CodeStep done={() => void go()} again={() => setStep('password')} />
      </Door>
    )
  return (
    <Door title={say.title}>
      <p>{say.about}</p>
      <FormProblem>{step === 'no-role' ? say.noRole : null}</FormProblem>
      <PasswordStep done={() => setStep('code')} />
      <div className="door-more">
        <Link to="/staff/forgot">{say.forgot}</Link>
      </div>
      <section className="door-more" aria-labelledby="patient-title">
        <h2 id="patient-title">{say.patient}</h2>
        <p>{say.patientMail}</p>
        <a href="/code">{say.patientCode}</a>
        {patientsSignIn() ? <a href="/mijn">{say.patientResults}</a> : null}
      </section>
      <DemoList done={() => void go()} />
    </Door>
  )
}
