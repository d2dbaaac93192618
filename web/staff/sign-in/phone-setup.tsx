import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './link-words.ts'

type SetupProps = { picture: string; secretKey: string; error?: string | undefined }

/** The picture for the phone, the key to type instead, and the field for the first code. */
export function PhoneSetup({ picture, secretKey, error }: SetupProps) {
  const say = useWords(words)
  return (
    <>
      <p>{say.phoneAbout}</p>
      <img className="door-picture" src={picture} alt={say.picture} width={180} height={180} />
      <p>{say.key}</p>
      <code className="door-key">{secretKey.match(/.{1,4}/g)?.join(' ')}</code>
      <div className="door-code">
        <TextField
          label={say.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          error={error}
        />
      </div>
    </>
  )
}
