import type { FormWords } from '../words.ts'

export const tr: FormWords = {
  languageName: 'Türkçe',
  language: 'Dil',
  unchecked:
    'Bu çeviri henüz bir kişi tarafından kontrol edilmedi. Anlaşılmayan bir şey mi var? Ekibinize sorun.',

  questions: 'Randevunuzdan önce sorular',
  begin: 'Başla',
  beginAbout:
    'Bakım ekibi sizin ya da adına cevap verdiğiniz kişinin nasıl olduğunu soruyor. Şifreye ihtiyacınız yok.',
  notLive: 'Şu anda kimse sizi canlı olarak izlemiyor.',
  cannotWait: 'Bekleyemeyecek bir şey mi var?',
  call: (phone) => `Arayın: ${phone}`,
  demo: 'Bu bir örnektir. Bu kişiler gerçek değildir.',

  textSize: 'Yazı',
  textSizeNow: (size) => (size === 3 ? 'Yazı yine normal' : 'Yazı daha büyük'),

  hello: (name) => `Merhaba ${name}`,
  lead: (clinician, team, isVisit) =>
    clinician
      ? `${clinician} şimdi nasıl olduğunuzu bilmek istiyor. ${isVisit ? 'Cevaplarınız görüşmeye yardımcı olur.' : 'Bakım ekibiniz cevaplarınızı okur.'}`
      : `Bakım ekibiniz (${team}) şimdi nasıl olduğunuzu bilmek istiyor.`,
  leadForAnother: (patient, clinician, team, isVisit) =>
    clinician
      ? `${clinician}, adına cevap verdiğiniz kişinin (${patient}) şimdi nasıl olduğunu bilmek istiyor. ${isVisit ? 'Cevaplarınız görüşmeye yardımcı olur.' : 'Bakım ekibi cevaplarınızı okur.'}`
      : `Bakım ekibi (${team}), adına cevap verdiğiniz kişinin (${patient}) şimdi nasıl olduğunu bilmek istiyor.`,
  appointment: (clinician) => (clinician ? `Randevunuz: ${clinician}` : 'Randevunuz'),
  appointmentOf: (patient, clinician) =>
    clinician ? `Randevu (${patient}): ${clinician}` : `Randevu (${patient})`,
  needed: 'Gereken süre',
  minutes: (count) => `Yaklaşık ${count} dakika.`,
  pause: 'Ara verebilirsiniz.',
  kept: 'Daha önce doldurduklarınız kaydedildi.',
  whoReads: 'Cevaplarınızı kim okuyor',
  readers: (teams) => `Bakım ekibiniz: ${teams}.`,
  moreAboutData: 'Verileriniz hakkında daha fazla bilgi',
  aboutData: [
    'Cevaplarınız dosyanıza eklenir. Onları adınızla birlikte yalnızca bakım ekibiniz görür.',
    'Ekip birçok kişinin cevaplarına birlikte de bakar. Orada sizin kim olduğunuz anlaşılmaz. Bunu istemediğinizi söylediyseniz cevaplarınız sayılmaz.',
    'Cevaplarınıza kimin baktığını kaydederiz. Bunu sorabilirsiniz.',
  ],
  start: 'Sorulara başlayın',
  goOn: 'Sorulara devam edin',
  proxyUntil: (name, patient, last) => `${name}, ${patient} adına cevap verebilir; son gün: ${last}.`,
  respondentNow: {
    patient: '',
    proxy: 'Başka biri için cevap veriyorsunuz.',
    together: 'Birlikte cevap veriyorsunuz.',
  },
  forSomebodyElse: 'Başka biri için cevap veriyorum',
  family: (name) => `${name} için sorulara git`,
  familyAbout: 'Önce doğum tarihini sorarız.',
  whoAnswers: 'Soruları kim cevaplıyor?',
  respondents: {
    patient: (name) => `${name} kendisi`,
    together: (name) => `${name} ve ben birlikte`,
    proxy: (name) => `Ben, ${name} adına`,
  },
  keep: 'Kaydet',
  remindMe: { tonight: 'Bana bu akşam hatırlatın', tomorrow: 'Bana yarın hatırlatın' },
  remindedAt: (when) => `Mesaj ile: ${when}`,
  reminded: (when) => `Bir mesaj alacaksınız: ${when}. Bu ekranı kapatabilirsiniz.`,
  ratherNot: 'İstemiyorum',
  noMoreMessages: 'Artık mesaj istemiyorum',
  declineTitle: 'Bu soruları cevaplamak istemiyor musunuz?',
  declineAbout: ['Sorun değil. Tedaviniz değişmez. Bu sorular hakkında size artık mesaj göndermeyiz.'],
  declineWhy:
    'Nedenini öğrenebilir miyiz? Bir şey seçmek zorunda değilsiniz. Bakım ekibiniz bunu okuyabilir.',
  declineReasons: {
    'too-much': 'Çok fazla soru var',
    'too-ill': 'Kendimi çok hasta ya da çok yorgun hissediyorum',
    'no-use': 'Bana ne faydası olacağını bilmiyorum',
    'rather-talk': 'Görüşmede anlatmayı tercih ederim',
    private: 'Bunu paylaşmak istemiyorum',
  },
  decline: 'Bu soruları cevaplamak istemiyorum',
  declined: 'Tamam',
  declinedAbout: [
    'Bu sorular hakkında artık mesaj almayacaksınız. Bakım ekibiniz cevap vermek istemediğinizi görür.',
    'Fikrinizi değiştirdiniz mi? E-postanızdaki veya SMS’inizdeki bağlantıyı yeniden açın.',
  ],
  declinedBefore:
    'Bu soruları cevaplamak istememiştiniz. Fikrinizi değiştirdiniz mi? Şimdi hâlâ cevaplayabilirsiniz.',
  stopTitle: 'Artık mesaj almak istemiyor musunuz?',
  stopAbout: [
    'Bundan sonra bizden e-posta ve SMS almazsınız. Tedaviniz değişmez.',
    'Daha önce gönderdikleriniz dosyanızda kalır.',
    'Fikrinizi değiştirdiniz mi? Bakım ekibinize söyleyin.',
  ],
  stopWhich: 'Neyle ilgili artık mesaj istemiyorsunuz?',
  stopScopes: {
    care: 'Bu sorularla ilgili',
    organisation: 'Bu bakım kurumundan',
    everywhere: 'Benimle ilgili, bu programı kullanan bütün kurumlardan',
  },
  stoppedScope: {
    care: 'Bu sorularla ilgili artık e-posta veya SMS almayacaksınız',
    organisation: 'Artık e-posta veya SMS almayacaksınız',
    everywhere: 'Bu programdan hiçbir kurumun e-postasını veya SMS’ini artık almayacaksınız',
  },
  stop: 'Bana artık mesaj göndermeyin',
  backToQuestions: 'Sorulara geri dön',
  stopped: 'Artık e-posta veya SMS almayacaksınız',
  stoppedAbout: 'Tamam. Fikrinizi değiştirdiniz mi? Bakım ekibinize söyleyin.',
  stoppedOthers:
    'Bu yalnızca sizin için geçerlidir. Bu adrese başka birine de e-posta geliyor mu ya da bir yerde başka bir adla ya da başka bir e-posta adresiyle mi kayıtlısınız? O e-postalar, o e-postanın içindeki bağlantıyla durdurulur.',
  unknownTitle: 'Bu bağlantı çalışmıyor',
  unknownAbout: [
    'Bağlantı çok eski olabilir ya da tam kopyalanmamış olabilir.',
    'Artık soru almak istemiyor musunuz? Son mesajınızdaki bağlantıyı kullanın ya da bakım ekibinizi arayın.',
  ],

  birthTitle: 'Doğum tarihiniz nedir?',
  birthWhose: 'Hastanın doğum tarihi. Böylece bu soruların doğru kişiye ulaştığını biliriz.',
  birthLabel: 'Doğum tarihi',
  birthHint: 'Gün, ay ve yıl. Örneğin 31.3.1957.',
  birthNotADate: 'Bu bir tarih değil. Gün, ay ve yıl yazın, örneğin 31.3.1957.',
  birthWrong: (left) => `Bu tarih doğru değil. Lütfen kontrol edin. ${left} kez daha deneyebilirsiniz.`,
  goFurther: 'Devam',
  birthLocked: 'Bu bağlantı kilitlendi',
  birthLockedAbout:
    'Doğum tarihi çok kez yanlış girildi. Aşağıdan yeni bir bağlantı isteyin. Olmuyor mu? Bakım ekibinizi arayın.',
  codeTitle: 'Mektubunuzdaki kodu yazın',
  codeAbout:
    'Bakım ekibi sizin ya da adına cevap verdiğiniz kişinin nasıl olduğunu soruyor. Mektuptaki kod sorularınızı açar.',
  codeLabel: 'Kod',
  codeHint: 'On üç harf ve rakam, örneğin ABCD-EFGH-JKMN-P. Çizgiler gerekmez.',
  codeSlip: 'Bu kod henüz doğru değil. Her karaktere bakın.',
  codeUnknown: 'Bu kod çalışmıyor veya artık çalışmıyor. Mektubunuzdaki numarayı arayın.',
  codeWait:
    'Çok fazla kod denendi. Her karakteri yeniden kontrol edin ya da kamerayı mektuptaki kareye tutun.',
  birthLockedToday: 'Bugün artık olmuyor',
  birthLockedTodayAbout: [
    'Doğum tarihi çok kez yanlış girildi. Şimdi yeni bir bağlantı da işe yaramaz.',
    '24 saat sonra yeniden deneyebilirsiniz. Beklemek istemiyor musunuz? Bakım ekibinizi arayın.',
  ],

  giveBack: 'Bitir ve tableti geri ver',
  givenBack: 'Teşekkür ederiz',
  givenBackAbout: [
    'Lütfen tableti şimdi geri verin.',
    'Tablette size ait hiçbir şey kalmadı. Doldurduklarınız bakım ekibinizde saklanıyor.',
  ],

  oldTitle: 'Bu bağlantı artık kullanılmıyor',
  oldAbout:
    'Sorun değil. Sorular belki cevaplandı ya da size daha yeni bir e-posta geldi. E-posta size ait değil mi? O zaman silin.',
  whatNow: 'Şimdi ne yapabilirsiniz',
  newLink: 'Bana yeni bir bağlantı gönderin',
  newLinkAbout: 'Bağlantı, hastanede kayıtlı olan e-posta adresinize gider.',
  newLinkSent: 'E-postalarınıza bakın',
  newLinkSentAbout: [
    'Sizin için sorular varsa, birkaç dakika içinde yeni bağlantıyı içeren bir e-posta alırsınız.',
    'E-posta, hastanede kayıtlı olan adresinize gider.',
    'E-posta gelmedi mi? Bakım ekibinizi arayın.',
  ],
  results: 'Sonuçlarıma ve kararlarımıza bak',
  resultsAbout: 'Bunun için giriş yaparsınız.',
  openAgain: 'E-postanızdaki veya SMS’inizdeki bağlantıyı açın',
  openAgainAbout: [
    'Şu anda kim olduğunuzu bilmiyoruz. Bu bağlantıyı yeniden açın.',
    'Daha önce doldurduklarınız kaydedildi.',
  ],
  doneTitle: 'Sizin için soru yok',
  doneAbout: 'Yeni bir şey olursa mesaj alırsınız.',
  pathStopped:
    'Durdurulan bir bakım yolu hakkında artık soru almayacaksınız. Sormak ya da anlatmak istediğiniz bir şey varsa ekibinizi arayın.',
  received: 'Cevaplarınız bize ulaştı',
  receivedAt: (when) => `Gönderildi: ${when}.`,
  readAgain: 'Şimdi ne olacağını okuyun',
  tooMany: 'Lütfen biraz bekleyin',
  tooManyAbout: 'Buradan çok fazla bağlantı denendi. Bir dakika sonra yeniden deneyin.',
  failed: 'Bu olmadı',
  failedAbout: 'Hiçbir şey değişmedi. Geri dönün ve yeniden deneyin.',
}
