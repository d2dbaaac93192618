import { chromium } from 'playwright-core'
const B='http://localhost:4707', OUT='/tmp/shots-consult/'
const browser = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox'] })
const who = process.argv[2]||'Evert'
const combos = [['nl',1440,'light'],['en',1440,'light'],['nl',390,'light'],['en',390,'dark'],['nl',1440,'dark']]
for (const [lang,width,scheme] of combos.slice(0, Number(process.argv[3]||5))) {
  const ctx = await browser.newContext({ viewport:{width,height:width>1000?900:844}, locale: lang==='nl'?'nl-NL':'en-GB', colorScheme:scheme })
  const page = await ctx.newPage()
  const tag=`${lang}-${width}-${scheme}`
  const shot = async (n)=>{ await page.waitForTimeout(700); await page.screenshot({path:`${OUT}${n}-${tag}.png`, fullPage:true}) }
  try {
    await page.goto(B+'/staff'); await page.waitForTimeout(800)
    await page.getByText(who).first().click(); await page.waitForTimeout(2500)
    if (process.argv[4]) await page.screenshot({path:`${OUT}in-${tag}.png`})
    await page.goto(B+'/staff/meetings'); await shot('meetings')
    const hrefs = await page.locator('a[href^="/staff/meetings/mee"]').evaluateAll(as=>as.map(a=>[a.textContent,a.getAttribute('href')]))
    if (scheme==='light'&&lang==='nl'&&width===1440) console.log(hrefs)
    const mdo = hrefs.find(([t])=>/MDO/.test(t)), done=hrefs.filter(([t])=>/MDO/.test(t)).at(-1)
    await page.goto(B+mdo[1]); await shot('meeting')
    await page.goto(B+done[1]); await shot('minutes')
    await page.goto(B+mdo[1]+'/room'); await page.waitForTimeout(1200)
    const sim = page.locator('details.similar summary'); if (await sim.count()) await sim.first().click(); await page.waitForTimeout(900); await shot('room')
  } catch (e) { console.log(tag, e.message.slice(0,300)); await page.screenshot({path:`${OUT}error-${tag}.png`}) }
  await ctx.close()
}
await browser.close()
