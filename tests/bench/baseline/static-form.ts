import type { FormQuestion } from '../../../core/form/form.ts'

type Choices = Extract<FormQuestion, { type: 'radiogroup' }>

const STYLE =
  'body{font:18px/1.5 system-ui;max-width:600px;margin:0 auto;padding:20px}fieldset{border:0;margin:0 0 32px;padding:0}legend{font-weight:700}label{display:block;min-height:48px;padding:10px 0}button{font:inherit;min-height:56px;width:100%}'

/** The least that can be sent: a plain form with every question, a style of one line, no script. At most 3 kB compressed. */
export const staticForm = (questions: readonly Choices[]): string => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Vragen</title><style>${STYLE}</style></head>
<body><main><h1>Vragen</h1><form method="post">
${questions.map(fieldset).join('\n')}
<button>Verstuur</button></form></main></body></html>`

const fieldset = ({ name, title, choices }: Choices) =>
  `<fieldset><legend>${title.nl}</legend>${choices
    .map(
      ({ value, text }) => `<label><input type="radio" name="${name}" value="${value}"> ${text.nl}</label>`,
    )
    .join('')}</fieldset>`
