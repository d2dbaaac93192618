import type { MailWords } from '../words.ts'

export const tr: MailWords = {
  dear: (name) => `${name},`,
  dearNobody: 'İyi günler,',
  visitSubject: (organisation) => `Randevunuzdan önce sorular: ${organisation}`,
  askSubject: (organisation) => `Size sorular var: ${organisation}`,
  reminderSubject: (organisation) => `Hatırlatma: sizin için hâlâ sorular var (${organisation})`,
  newLinkSubject: (organisation) => `Yeni bağlantınız: ${organisation}`,
  agreementSubject: (organisation) => `Sizin için bir şey hazır: ${organisation}`,
  ask: (organisation) => `${organisation} nasıl olduğunuzu bilmek istiyor. Sizin için sorular hazır.`,
  askForAnother: (organisation) =>
    `${organisation}, adına cevap verdiğiniz kişinin nasıl olduğunu bilmek istiyor. Sizin için sorular hazır.`,
  remind: (organisation) =>
    `${organisation} size sorular gönderdi. Cevaplarınız henüz gelmedi. Şimdi hâlâ cevap verebilirsiniz.`,
  wanted: 'Size hatırlatmamızı istediniz. Sorular sizin için hazır.',
  newLink: 'Yeni bir bağlantı istediniz. İşte burada.',
  newAddress: (organisation) =>
    `${organisation} artık size bu e-posta adresinden ulaşıyor. Önceki bir e-postadaki bağlantı artık çalışmayabilir. İşte yeni bağlantınız.`,
  visit: (day, time) => `Randevunuz: ${day}, saat ${time}. Ekibiniz cevaplarınızla görüşmeye hazırlanır.`,
  fromHome: 'Bu randevu uzaktan yapılır. Bunun için gelmeniz gerekmez.',
  prepare: 'Giriş yaptıktan sonra randevuya nasıl hazırlanacağınızı okursunuz.',
  minutes: (minutes) => `Yaklaşık ${minutes} dakika sürer. Ara verip sonra devam edebilirsiniz.`,
  toQuestions: 'Sorulara git',
  until: (day) => `Cevap vermek için son gün: ${day}.`,
  untilTime: (day, time) => `Cevap vermek için son zaman: ${day}, saat ${time}.`,
  whoReads: (organisation) =>
    `Cevaplarınız ekibinize gider (${organisation}). Ekip onları okur ve sizinle konuşur. Siz istemiyorum demediyseniz ekip bunlardan, adınız görünmeden, bir şeyler de öğrenir.`,
  thanksSubject: (organisation) => `Teşekkür ederiz (${organisation})`,
  thanks: (organisation) =>
    `Cevaplarınız ekibinize ulaştı (${organisation}). Ekip onları okur ve sizinle konuşur. Başka bir şey yapmanız gerekmez.`,
  elsewhereSubject: (organisation) => `Cevabınız okunmadı (${organisation})`,
  elsewhere: (organisation) =>
    `Bir e-postaya cevap gönderdiniz (${organisation}). Oraya yazdıklarınızı kimse okumuyor. Biz de saklamadık.`,
  free: 'Katılıp katılmamaya siz karar verirsiniz. Katılsanız da katılmasanız da size aynı şekilde yardım edilir.',
  freeForAnother:
    'Katılıp katılmamaya siz karar verirsiniz. Katılsanız da katılmasanız da adına cevap verdiğiniz kişiye aynı şekilde yardım edilir.',
  agreement: (organisation) =>
    `Okumanız için bir şey hazır (${organisation}). Giriş yaptıktan sonra okuyabilirsiniz.`,
  toReading: 'Giriş yap ve oku',
  urgent: (phone) => `Şu anda kimse sizi izlemiyor. Bekleyemeyecek bir şey mi var? Arayın: ${phone}.`,
  noReply: (phone) =>
    `Bu e-posta adresine soru göndermeyin: orada kimse okumuyor. Bir sorunuz mu var? Arayın: ${phone}.`,
  forAnother:
    'Bu e-postayı, başka biri için cevap verdiğiniz için alıyorsunuz. Burada isim yok. Bağlantıdan sonra o kişinin doğum tarihini soruyoruz.',
  shared:
    'Bu e-posta adresini birden fazla kişi kullanıyor. Bu yüzden burada isim yok. Bağlantıdan sonra bir doğum tarihi soruyoruz.',
  noMore: 'Bizden artık e-posta istemiyor musunuz?',
  optOut: 'Artık e-posta istemiyorum',
  unchecked: 'Bu çeviri henüz bir kişi tarafından kontrol edilmedi.',
}
