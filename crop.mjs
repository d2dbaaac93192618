import { chromium } from 'playwright-core'
const [,,file,y,h,w,out]=process.argv
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--allow-file-access-from-files']})
const p=await b.newPage({viewport:{width:+w,height:+h}})
await p.setContent(`<body style="margin:0;overflow:hidden"><img src="data:image/png;base64,${(await import('fs')).readFileSync(file).toString('base64')}" style="position:absolute;top:-${y}px;left:0"></body>`)
await p.waitForTimeout(300); await p.screenshot({path:out}); await b.close()
