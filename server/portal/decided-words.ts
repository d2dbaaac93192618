import type { VisitForm } from '../../core/consult/triage.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'
import type { ToldVisit } from './decided-visits.ts'

type Forms = (day: string) => Record<VisitForm, string>
type DecidedWords = {
  title: string
  /** Arranged, and still to come; `day` with its time. */
  comes: Forms
  /** Decided, but nobody has told the patient yet. */
  waits: (day: string) => Record<Exclude<VisitForm, 'visit'>, string>
  waitsUntil: string
  went: Forms
  wish: Record<VisitForm, string>
  by: (name: string, date: string) => string
  after: (date: string) => string
  how: Record<NonNullable<ToldVisit['after']>['how'], string>
  stillCome: string
}

/** What was decided about visits, in plain words. */
export const decidedWords = {
  nl: {
    title: 'Komen, bellen of overslaan',
    comes: (day) => ({
      visit: `U komt op ${day}, zoals gepland.`,
      phone: `U wordt gebeld op ${day}. U hoeft niet te komen.`,
      skip: `De afspraak van ${day} gaat niet door. U hoeft niet te komen.`,
    }),
    waits: (day) => ({
      phone: `Uw zorgverlener wil u op ${day} bellen, in plaats van dat u komt.`,
      skip: `Uw zorgverlener vindt dat u op ${day} niet hoeft te komen.`,
    }),
    waitsUntil: 'U hoort van ons of dat doorgaat. Tot dan blijft de afspraak staan.',
    went: (day) => ({
      visit: `De afspraak van ${day} bleef zoals gepland.`,
      phone: `Op ${day} werd u gebeld, in plaats van dat u kwam.`,
      skip: `Op ${day} hoefde u niet te komen.`,
    }),
    wish: {
      visit: 'U gaf aan dat u graag wilde komen.',
      phone: 'U gaf aan dat u liever gebeld werd.',
      skip: 'U gaf aan dat een afspraak nu niet nodig was.',
    },
    by: (name, date) => `Besloten door ${name}, op ${date}.`,
    after: (date) => `Op ${date} vulde u weer vragen in.`,
    how: {
      better: 'Toen ging het duidelijk beter.',
      worse: 'Toen ging iets duidelijk slechter.',
      same: 'Toen was er niets duidelijk veranderd.',
      unknown: '',
    },
    stillCome: 'Gaat het slechter, of wilt u toch komen? Bel uw team.',
  },
  en: {
    title: 'Coming, a call, or no visit',
    comes: (day) => ({
      visit: `You come on ${day}, as planned.`,
      phone: `You will be called on ${day}. You do not need to come.`,
      skip: `The appointment of ${day} does not take place. You do not need to come.`,
    }),
    waits: (day) => ({
      phone: `Your clinician would like to call you on ${day}, instead of you coming.`,
      skip: `Your clinician thinks that you do not need to come on ${day}.`,
    }),
    waitsUntil: 'We will tell you whether that is so. Until then the appointment stands.',
    went: (day) => ({
      visit: `The appointment of ${day} stayed as planned.`,
      phone: `On ${day} you were called, instead of coming.`,
      skip: `On ${day} you did not need to come.`,
    }),
    wish: {
      visit: 'You said that you would like to come.',
      phone: 'You said that you would rather be called.',
      skip: 'You said that an appointment was not needed now.',
    },
    by: (name, date) => `Decided by ${name}, on ${date}.`,
    after: (date) => `On ${date} you answered questions again.`,
    how: {
      better: 'You were clearly better then.',
      worse: 'Something was clearly worse then.',
      same: 'Nothing had clearly changed then.',
      unknown: '',
    },
    stillCome: 'Are you getting worse, or would you like to come anyway? Call your team.',
  },
  de: {
    title: 'Kommen, Anruf oder kein Termin',
    comes: (day) => ({
      visit: `Sie kommen am ${day}, wie geplant.`,
      phone: `Sie werden am ${day} angerufen. Sie müssen nicht kommen.`,
      skip: `Der Termin am ${day} findet nicht statt. Sie müssen nicht kommen.`,
    }),
    waits: (day) => ({
      phone: `Ihr Behandlungsteam möchte Sie am ${day} anrufen, statt dass Sie kommen.`,
      skip: `Ihr Behandlungsteam meint, dass Sie am ${day} nicht kommen müssen.`,
    }),
    waitsUntil: 'Sie hören von uns, ob es dabei bleibt. Bis dahin gilt der Termin.',
    went: (day) => ({
      visit: `Der Termin am ${day} blieb wie geplant.`,
      phone: `Am ${day} wurden Sie angerufen, statt zu kommen.`,
      skip: `Am ${day} mussten Sie nicht kommen.`,
    }),
    wish: {
      visit: 'Sie haben gesagt, dass Sie gern kommen möchten.',
      phone: 'Sie haben gesagt, dass Sie lieber angerufen werden.',
      skip: 'Sie haben gesagt, dass ein Termin gerade nicht nötig ist.',
    },
    by: (name, date) => `Entschieden von ${name}, am ${date}.`,
    after: (date) => `Am ${date} haben Sie wieder Fragen beantwortet.`,
    how: {
      better: 'Da ging es Ihnen deutlich besser.',
      worse: 'Da ging etwas deutlich schlechter.',
      same: 'Da hatte sich nichts deutlich verändert.',
      unknown: '',
    },
    stillCome: 'Geht es Ihnen schlechter, oder möchten Sie doch kommen? Rufen Sie Ihr Team an.',
  },
  tr: {
    title: 'Gelmek, telefonla görüşmek ya da gelmemek',
    comes: (day) => ({
      visit: `Randevunuz planlandığı gibi: ${day}.`,
      phone: `Sizi arayacağız: ${day}. Gelmeniz gerekmez.`,
      skip: `Bu randevu yapılmayacak: ${day}. Gelmeniz gerekmez.`,
    }),
    waits: (day) => ({
      phone: `Bakım ekibiniz, gelmeniz yerine sizi aramak istiyor: ${day}.`,
      skip: `Bakım ekibiniz bu randevuya gelmenizin gerekmediğini düşünüyor: ${day}.`,
    }),
    waitsUntil: 'Bunun kesin olup olmadığını size bildireceğiz. O zamana kadar randevunuz geçerlidir.',
    went: (day) => ({
      visit: `Randevu planlandığı gibi kaldı: ${day}.`,
      phone: `Gelmeniz yerine telefonla arandınız: ${day}.`,
      skip: `Gelmeniz gerekmedi: ${day}.`,
    }),
    wish: {
      visit: 'Gelmek istediğinizi söylediniz.',
      phone: 'Telefonla aranmayı tercih ettiğinizi söylediniz.',
      skip: 'Şu anda randevuya gerek olmadığını söylediniz.',
    },
    by: (name, date) => `Karar veren: ${name}, ${date}.`,
    after: (date) => `Soruları yeniden cevapladığınız tarih: ${date}.`,
    how: {
      better: 'O zaman durumunuz açıkça daha iyiydi.',
      worse: 'O zaman bir şey açıkça daha kötüydü.',
      same: 'O zaman açık bir değişiklik yoktu.',
      unknown: '',
    },
    stillCome: 'Kötüleşirseniz ya da yine de gelmek isterseniz ekibinizi arayın.',
  },
  ar: {
    title: 'حضور أو مكالمة أو بدون موعد',
    comes: (day) => ({
      visit: `تحضر كما هو مخطط: ${day}.`,
      phone: `سنتصل بك: ${day}. لا تحتاج إلى الحضور.`,
      skip: `لن يتم هذا الموعد: ${day}. لا تحتاج إلى الحضور.`,
    }),
    waits: (day) => ({
      phone: `يريد معالجك أن يتصل بك بدلًا من حضورك: ${day}.`,
      skip: `يرى معالجك أنك لا تحتاج إلى الحضور: ${day}.`,
    }),
    waitsUntil: 'سنخبرك إن كان ذلك مؤكدًا. حتى ذلك الحين يبقى الموعد قائمًا.',
    went: (day) => ({
      visit: `بقي الموعد كما هو مخطط: ${day}.`,
      phone: `اتصلنا بك بدلًا من حضورك: ${day}.`,
      skip: `لم تحتج إلى الحضور: ${day}.`,
    }),
    wish: {
      visit: 'قلت إنك تود الحضور.',
      phone: 'قلت إنك تفضل مكالمة هاتفية.',
      skip: 'قلت إن الموعد غير ضروري الآن.',
    },
    by: (name, date) => `قرّر ذلك ${name}، في ${date}.`,
    after: (date) => `في ${date} أجبت عن الأسئلة مرة أخرى.`,
    how: {
      better: 'كان حالك عندها أفضل بوضوح.',
      worse: 'كان شيء ما عندها أسوأ بوضوح.',
      same: 'لم يتغيّر شيء عندها بوضوح.',
      unknown: '',
    },
    stillCome: 'هل تسوء حالتك، أو تريد الحضور مع ذلك؟ اتصل بفريقك.',
  },
} satisfies Words<DecidedWords, PatientLanguage>
