import type { PatientLanguage, Words } from '../../../core/words.ts'

type OptionWords = {
  title: string
  row: string
  lead: string
  chosen(title: string): string
  isChosen: string
  ask: string
  questions: readonly string[]
  matters: string
  others: string
  noFigures: string
  who(people: number, from: number, until: number): string
  ofHundred(outcome: string, parts: string): string
  parts: readonly [better: string, same: string, worse: string, together: string]
  part(count: number, name: string): string
  likely(low: number, high: number): string
  fewFigures(outcome: string): string
  differed: string
  share: string
  pdf: string
  madeOn(date: string): string
}

/** What there is to choose, as a sheet for the kitchen table. It recommends nothing. */
export const optionWords = {
  nl: {
    title: 'Wat kunt u kiezen?',
    row: 'Wat u kunt kiezen, om mee te nemen',
    lead: 'Dit zijn de mogelijkheden. Neem dit blad mee naar huis en praat erover met wie u wilt. U kiest samen met uw team.',
    chosen: (title) => `U koos samen met uw team: ${title}.`,
    isChosen: 'Dit koos u',
    ask: 'Vragen die u kunt stellen',
    questions: [
      'Wat vraagt dit van mij, en hoelang?',
      'Wat kan het mij opleveren, en wat kan er misgaan?',
      'Wat gebeurt er als ik nog even wacht?',
      'Wat past bij wat ik belangrijk vind?',
    ],
    matters: 'Dit vindt u belangrijk',
    others: 'Hoe het anderen ging',
    noFigures: 'Er zijn te weinig mensen zoals u om te laten zien hoe het hun ging.',
    who: (people, from, until) =>
      `Dit gaat over ${people} mensen van ${from} tot en met ${until} jaar die bij het begin ongeveer evenveel klachten hadden als u.`,
    ofHundred: (outcome, parts) => `${outcome}, van 100 mensen die dit kozen: ${parts}.`,
    parts: ['duidelijk beter', 'geen duidelijke verandering', 'duidelijk slechter', 'niet apart te tonen'],
    part: (count, name) => `${count} ${name}`,
    likely: (low, high) =>
      `Het echte aantal dat duidelijk beter wordt, ligt waarschijnlijk tussen ${low} en ${high}.`,
    fewFigures: (outcome) => `${outcome}: te weinig mensen om iets te tonen.`,
    differed:
      'Dit is geen voorspelling voor u en geen advies. Mensen kozen zelf; er is niet geloot. Wie niet antwoordde, telt niet mee.',
    share: 'Meenemen of delen',
    pdf: 'Bewaar dit blad als PDF',
    madeOn: (date) => `Gemaakt op ${date}`,
  },
  en: {
    title: 'What can you choose?',
    row: 'What you can choose, to take home',
    lead: 'These are the options. Take this sheet home and talk about it with whomever you like. You choose together with your team.',
    chosen: (title) => `Together with your team you chose: ${title}.`,
    isChosen: 'You chose this',
    ask: 'Questions you can ask',
    questions: [
      'What does this ask of me, and for how long?',
      'What can it bring me, and what can go wrong?',
      'What happens if I wait a while?',
      'What suits what I find important?',
    ],
    matters: 'What you find important',
    others: 'How others fared',
    noFigures: 'There are too few people like you to show how they fared.',
    who: (people, from, until) =>
      `This is about ${people} people aged ${from} to ${until} who had about as many complaints as you at the start.`,
    ofHundred: (outcome, parts) => `${outcome}, of 100 people who chose this: ${parts}.`,
    parts: ['clearly better', 'no clear change', 'clearly worse', 'cannot be shown apart'],
    part: (count, name) => `${count} ${name}`,
    likely: (low, high) => `The true number who get clearly better probably lies between ${low} and ${high}.`,
    fewFigures: (outcome) => `${outcome}: too few people to show anything.`,
    differed:
      'This is no prediction for you and no advice. People chose for themselves; no lots were drawn. Who did not answer is not counted.',
    share: 'Take home or share',
    pdf: 'Keep this sheet as a PDF',
    madeOn: (date) => `Made on ${date}`,
  },
  de: {
    title: 'Was können Sie wählen?',
    row: 'Was Sie wählen können, zum Mitnehmen',
    lead: 'Das sind die Möglichkeiten. Nehmen Sie dieses Blatt mit nach Hause und sprechen Sie darüber, mit wem Sie möchten. Sie wählen zusammen mit Ihrem Team.',
    chosen: (title) => `Zusammen mit Ihrem Team haben Sie gewählt: ${title}.`,
    isChosen: 'Das haben Sie gewählt',
    ask: 'Fragen, die Sie stellen können',
    questions: [
      'Was verlangt das von mir, und wie lange?',
      'Was kann es mir bringen, und was kann schiefgehen?',
      'Was passiert, wenn ich noch warte?',
      'Was passt zu dem, was mir wichtig ist?',
    ],
    matters: 'Das ist Ihnen wichtig',
    others: 'Wie es anderen ging',
    noFigures: 'Es gibt zu wenige Menschen wie Sie, um zu zeigen, wie es ihnen ging.',
    who: (people, from, until) =>
      `Es geht um ${people} Menschen von ${from} bis ${until} Jahren, die am Anfang etwa gleich viele Beschwerden hatten wie Sie.`,
    ofHundred: (outcome, parts) => `${outcome}, von 100 Menschen, die das wählten: ${parts}.`,
    parts: [
      'deutlich besser',
      'keine deutliche Veränderung',
      'deutlich schlechter',
      'nicht einzeln zu zeigen',
    ],
    part: (count, name) => `${count} ${name}`,
    likely: (low, high) =>
      `Die wirkliche Zahl der Menschen, denen es deutlich besser geht, liegt wahrscheinlich zwischen ${low} und ${high}.`,
    fewFigures: (outcome) => `${outcome}: zu wenige Menschen, um etwas zu zeigen.`,
    differed:
      'Das ist keine Vorhersage für Sie und kein Rat. Die Menschen wurden nicht ausgelost, sie haben selbst gewählt. Wer nicht antwortete, zählt nicht mit.',
    share: 'Mitnehmen oder teilen',
    pdf: 'Dieses Blatt als PDF speichern',
    madeOn: (date) => `Erstellt am ${date}`,
  },
  tr: {
    title: 'Neyi seçebilirsiniz?',
    row: 'Seçebilecekleriniz, yanınıza almanız için',
    lead: 'Seçenekler bunlar. Bu kâğıdı eve götürün ve istediğiniz kişiyle konuşun. Seçimi ekibinizle birlikte yaparsınız.',
    chosen: (title) => `Ekibinizle birlikte şunu seçtiniz: ${title}.`,
    isChosen: 'Bunu seçtiniz',
    ask: 'Sorabileceğiniz sorular',
    questions: [
      'Bu benden ne bekler, ne kadar sürer?',
      'Bana ne kazandırabilir, ne ters gidebilir?',
      'Biraz daha beklersem ne olur?',
      'Benim için önemli olana hangisi uyar?',
    ],
    matters: 'Sizin için önemli olan',
    others: 'Başkalarında nasıl gitti',
    noFigures: 'Sizin gibi çok az kişi olduğu için onlarda nasıl gittiğini gösteremiyoruz.',
    who: (people, from, until) =>
      `Bu, ${from}–${until} yaşlarında olan ve başlangıçta sizin kadar şikâyeti olan ${people} kişi hakkındadır.`,
    ofHundred: (outcome, parts) => `${outcome}, bunu seçen 100 kişiden: ${parts}.`,
    parts: ['belirgin daha iyi', 'belirgin değişiklik yok', 'belirgin daha kötü', 'ayrı gösterilemiyor'],
    part: (count, name) => `${count} kişi ${name}`,
    likely: (low, high) =>
      `Belirgin iyileşenlerin gerçek sayısı büyük olasılıkla ${low} ile ${high} arasındadır.`,
    fewFigures: (outcome) => `${outcome}: göstermek için çok az kişi var.`,
    differed:
      'Bu sizin için bir tahmin ya da öneri değildir. Kura çekilmedi, insanlar kendileri seçti. Cevap vermeyenler sayılmadı.',
    share: 'Yanınıza alın ya da paylaşın',
    pdf: 'Bu kâğıdı PDF olarak saklayın',
    madeOn: (date) => `Hazırlandığı tarih: ${date}`,
  },
  ar: {
    title: 'ماذا يمكنك أن تختار؟',
    row: 'ما يمكنك اختياره، لتأخذه معك',
    lead: 'هذه هي الخيارات. خذ هذه الورقة إلى البيت وتحدث عنها مع من تريد. أنت تختار مع فريقك.',
    chosen: (title) => `اخترت مع فريقك: ${title}.`,
    isChosen: 'اخترت هذا',
    ask: 'أسئلة يمكنك طرحها',
    questions: [
      'ماذا يتطلب هذا مني، ولأي مدة؟',
      'ماذا يمكن أن أستفيد، وما الذي قد يسوء؟',
      'ماذا يحدث إن انتظرت قليلًا؟',
      'ما الذي يناسب ما هو مهم بالنسبة لي؟',
    ],
    matters: 'ما هو مهم بالنسبة لك',
    others: 'كيف كان حال الآخرين',
    noFigures: 'عدد الأشخاص المشابهين لك قليل جدًا، فلا يمكن أن نعرض كيف كان حالهم.',
    who: (people, from, until) =>
      `هذا عن أشخاص عددهم ${people}، أعمارهم من ${from} إلى ${until} سنة، وكانت أعراضهم في البداية قريبة من أعراضك.`,
    ofHundred: (outcome, parts) => `${outcome}، من كل 100 شخص اختاروا هذا: ${parts}.`,
    parts: ['أفضل بوضوح', 'دون تغيّر واضح', 'أسوأ بوضوح', 'لا يمكن عرضهم منفصلين'],
    part: (count, name) => `${count} ${name}`,
    likely: (low, high) => `العدد الحقيقي لمن يتحسنون بوضوح يقع غالبًا بين ${low} و${high}.`,
    fewFigures: (outcome) => `${outcome}: العدد قليل جدًا لعرض أي شيء.`,
    differed: 'هذا ليس توقعًا لحالتك وليس نصيحة. لم يختر الناس بالقرعة، ومن لم يُجب لم يُحسب.',
    share: 'خذها معك أو شاركها',
    pdf: 'احفظ هذه الورقة كملف PDF',
    madeOn: (date) => `أُعدّت في ${date}`,
  },
} satisfies Words<OptionWords, PatientLanguage>
