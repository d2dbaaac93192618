import 'survey-core/i18n/turkish'
import type { PatientWords } from '../words.ts'

export const tr: PatientWords = {
  loading: 'Sorular geliyor.',
  title: 'Randevunuzdan önce sorular',
  back: 'Geri',
  next: 'Devam',
  skip: 'Bu soruyu atla',
  minutesLeft: (minutes) => (minutes <= 1 ? '1 dakika kaldı' : `Yaklaşık ${minutes} dakika kaldı`),
  saved: 'Cevabınız kaydedildi',
  offline: 'Henüz gönderilmedi. Devam edebilirsiniz: yeniden deniyoruz. Bu ekranı henüz kapatmayın.',
  merged: 'Başka bir ekranda da cevap verdiniz. O cevaplar şimdi burada da görünüyor.',
  answerFirst: 'Lütfen önce bu soruyu cevaplayın.',
  answerOrSkip: 'Bir cevap seçin. Ya da aşağıdan seçin: Bu soruyu atla.',
  onlyIn: {
    nl: 'Bu soru henüz Türkçe değil. Burada Hollandaca yazıyor.',
    en: 'Bu soru henüz Türkçe değil. Burada İngilizce yazıyor.',
  },
  unchecked:
    'Bu çeviri henüz bir kişi tarafından kontrol edilmedi. Anlaşılmayan bir şey mi var? Ekibinize sorun.',
  side: { left: 'Sol taraf', right: 'Sağ taraf', both: 'İki taraf', '': '' },
  call: (phone) => `Arayın: ${phone}`,
  nothing: 'Sizin için soru yok',
  nothingAbout: 'Şimdi bir şey yapmanız gerekmiyor.',
  asleep: 'E-postanızdaki veya SMS’inizdeki bağlantıyı yeniden açın',
  asleepAbout:
    'Bir süre ara verdiniz. Doldurduklarınız kaydedildi. Devam etmek için bağlantıyı yeniden açın.',
  gone: 'Bu sorular gönderilmiş ya da kapatılmış',
  goneAbout: 'Belki bunu başka bir ekranda yaptınız. Şimdi bir şey yapmanız gerekmiyor.',
  failed: 'Sorular alınamadı',
  failedAbout: 'İnternetinizi kontrol edin ve yeniden deneyin. Doldurduklarınız kaydedildi.',
  again: 'Yeniden dene',
  demo: 'Bu bir örnektir. Bu kişiler gerçek değildir.',
}
