import type { QuestionWords } from '../words.ts'

export const tr: QuestionWords = {
  title: 'Randevunuzdan önce sorular',
  back: 'Geri',
  next: 'Devam',
  skip: 'Bu soruyu atla',
  minutesLeft: (minutes) => (minutes <= 1 ? '1 dakika kaldı' : `Yaklaşık ${minutes} dakika kaldı`),
  lastQuestion: 'Son soru',
  saved: 'Cevabınız kaydedildi',
  unsent: 'Henüz gönderilmedi. Devam edebilirsiniz: yeniden deniyoruz.',
  merged: 'Başka bir ekranda da cevap verdiniz. O cevaplar şimdi burada da görünüyor.',
  side: { left: 'Sol taraf', right: 'Sağ taraf', both: 'İki taraf', '': '' },
  onlyIn: {
    nl: 'Bu soru henüz Türkçe değil. Burada Hollandaca yazıyor.',
    en: 'Bu soru henüz Türkçe değil. Burada İngilizce yazıyor.',
  },
  body: { front: 'Ön', back: 'Arka' },
  readAloud: 'Sesli oku',
  readNoMore: 'Okumayı durdur',

  answerFirst: 'Lütfen önce bu soruyu cevaplayın.',
  answerOrSkip: 'Bir cevap seçin. Ya da aşağıdan seçin: Bu soruyu atla.',
  chooseOne: 'Cevaplardan birini seçin.',
  numberBetween: (min, max) => `${min} ile ${max} arasında bir sayı yazın.`,
  wholeBetween: (min, max) => `${min} ile ${max} arasında bir tam sayı yazın.`,
  aDate: 'Bir tarih yazın: gün, ay ve yıl.',
  textWithin: (most) => `Bu çok uzun. En fazla ${most} karakter kullanın.`,

  topics: 'Ne hakkında konuşmak istersiniz?',
  topicsAbout: (clinician, isVisit) =>
    isVisit
      ? `1 veya 2 konu seçin. ${clinician ?? 'Bakım ekibiniz'} bunlarla başlar.`
      : '1 veya 2 konu seçin. Bakım ekibiniz seçtiklerinizi okur.',
  topicsChosen: (count) => `${count} konu seçildi`,
  topicsMany: 'En fazla 2 konu seçin. Önce bir işareti kaldırın.',
  topicText: 'Başka bir şey mi var? Buraya yazın.',

  urgent: 'Bekleyemeyecek bir şey var mı?',
  urgentUntil: (day) => `Randevunuza kadar (${day}) bekleyemeyecek bir şey var mı?`,
  urgentAbout: 'Örneğin ateş, nefes darlığı ya da hızla kötüleşen şikâyetler.',
  canWait: 'Hayır, bekleyebilir',
  cannotWait: 'Evet, daha erken yardım istiyorum',
  urgentChoose: 'Hayır ya da evet seçin.',
  callNow: 'Bizi şimdi arayın',
  callNowAbout: 'Cevaplarınızı hemen okumuyoruz. Bizim sizi aramamızı beklemeyin.',
  lifeAtRisk: 'Hayat tehlikede mi?',
  send: 'Cevaplarımı gönder',
  sending: 'Cevaplarınız gönderiliyor.',
  sendFailed:
    'Gönderme olmadı. Cevaplarınız hâlâ burada. İnternetinizi kontrol edin ve düğmeye bir kez daha basın.',
  changedElsewhere:
    'Başka bir ekranda cevaplar değişti. Şimdi burada da görünüyorlar. Kontrol edin ve yeniden gönderin.',

  sentTitle: 'Cevaplarınız gönderildi',
  thanks: (name) => `Teşekkür ederiz, ${name}.`,
  sentTo: (team) => `Bakım ekibinize gönderildi: ${team}.`,
  teamReads: 'Randevunuzdan önce',
  teamReadsAbout: 'Bakım ekibiniz cevaplarınızı okur.',
  teamReadsNoAppointment: 'Sonra',
  teamReadsSoon: 'Bakım ekibiniz cevaplarınızı okur. Gerekirse size haber verirler.',
  talk: (clinician) => (clinician ? `Görüşmeniz: ${clinician}.` : 'Randevunuz var.'),
  talkAbout: (topics) => `Önce şunlar konuşulur: ${topics.join(' ve ')}.`,
  afterwards: 'Görüşmeden sonra',
  afterwardsAbout: 'Birlikte neye karar verdiğinizi okuyabilirsiniz. Bunun için giriş yaparsınız.',
  meaning: 'Cevaplarınız ne anlama geliyor',
  firstTime: 'Bu ilk kez. Daha sonra neyin değiştiğini göreceksiniz.',
  changes: {
    better: 'Geçen seferden belirgin şekilde daha iyi.',
    worse: 'Geçen seferden daha az iyi.',
    'no-clear-change': 'Belirgin bir değişiklik yok.',
    unknown: 'Bunun gerçekten değişip değişmediğini söyleyemiyoruz.',
  },
  now: 'Şimdi:',
  nowScore: (value, max) => `Şimdi: ${max} üzerinden ${value}.`,
  normIs: (mean, value) => `Hollanda’da sizin gibi insanlar: ortalama ${mean}. Siz: ${value}.`,
  ownQuestions: 'Bu sorular bize aittir. Geçerliliği araştırılmış bir anket değildir.',
  notChecked: 'Cevaplarınızı karşılaştırdığımız sayıların hepsi henüz kontrol edilmedi.',
  worse: 'Kötüleşiyor mu?',
  results: 'Sonuçlarıma bak',
  moreQuestions: 'Sizin için başka sorular da var',

  asleep: 'E-postanızdaki veya SMS’inizdeki bağlantıyı yeniden açın',
  asleepAbout:
    'Bir süre ara verdiniz. Doldurduklarınız kaydedildi. Devam etmek için bağlantıyı yeniden açın.',
  gone: 'Bu sorular gönderilmiş ya da kapatılmış',
  goneAbout: 'Belki bunu başka bir ekranda yaptınız. Şimdi bir şey yapmanız gerekmiyor.',
}
