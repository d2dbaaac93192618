import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { typedCode } from '../../core/mail/typed-code.ts'
import { codeKeyOf } from '../links/token.ts'
import { codeTries } from './code-tries.ts'
import { giveSession } from './cookies.ts'
import { type Desk, field, type PatientEnv } from './desk.ts'
import { frame, type Html, icon, languageTool, type Voice } from './frame.ts'
import { isAlive, openLink, readTypedLink } from './open-link.ts'

type Problem = 'codeSlip' | 'codeUnknown' | 'codeWait'

/** What is printed on a letter as the address to type: the code on the letter opens the questions, with the birth date. */
export function codeRoutes({ deps, show, voice, address, request }: Desk) {
  const { config, db, now, secret } = deps
  const tries = codeTries(now)
  const refuse = (c: Context<PatientEnv>, problem: Problem, status: 410 | 422 | 429) =>
    show(c, codePage(voice(c, null), problem), status)
  return new Hono<PatientEnv>()
    .get('/code', (c) => show(c, codePage(voice(c, null), null)))
    .post('/code', async (c) => {
      const code = typedCode(await field(c, 'code'))
      if (!code) return refuse(c, 'codeSlip', 422)
      const link = await readTypedLink(db, codeKeyOf(secret, code))
      if (!link && !tries.guessed(address(c))) return refuse(c, 'codeWait', 429)
      if (!link || !isAlive(link, now())) return refuse(c, 'codeUnknown', 410)
      await openLink(deps, link, giveSession(c, config), request(c))
      return c.redirect('/v', 303)
    })
}

function codePage(voice: Voice, problem: Problem | null): Html {
  const { words } = voice
  return frame(
    voice,
    words.codeTitle,
    html`<header class="top"><p class="who"></p><div class="tools">${languageTool(voice, '/code')}</div></header>
<main>
<h1 class="first">${words.codeTitle}</h1>
<p class="lead">${words.codeAbout}</p>
<form class="after" method="post" action="/code">
<div class="field">
<label for="code">${words.codeLabel}</label>
<p class="hint" id="hint">${words.codeHint}</p>
<input id="code" name="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" required aria-describedby="hint${problem ? ' said' : ''}"${problem ? html` aria-invalid="true" autofocus` : ''}>
${problem ? html`<p class="error" id="said" role="alert">${icon('warning')}${words[problem]}</p>` : ''}
</div>
<p class="after"><button class="go">${words.goFurther}</button></p>
</form>
<div class="note"><p>${words.notLive}</p></div>
</main>`,
  )
}
