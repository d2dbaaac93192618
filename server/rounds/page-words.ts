import type { PatientLanguage, Words } from '../../core/words.ts'

export type PageWords = {
  about: (team: string) => string
  anonymous: string
  send: string
  /** A question that hangs on an answer is here now. */
  more: string
  empty: string
  /** Leads to the first answer that cannot be kept. */
  refused: string
  sent: string
  sentAbout: string
  over: string
  overAbout: string
}

export const pageWords: Words<PageWords, PatientLanguage> = {
  nl: {
    about: (team) => `Vragen aan wie werkt in of met ${team}. Het duurt een paar minuten.`,
    anonymous:
      'Zonder naam: wij bewaren niet wie antwoordt, en niet wanneer. Het team ziet de uitkomst pas als de ronde voorbij is, en alleen als minstens 5 mensen antwoordden. Gemiddelden zijn afgerond: dat maakt het ook voor anderen samen moeilijk om uw antwoorden uit te rekenen, maar bij weinig mensen niet altijd onmogelijk. Wat u in eigen woorden schrijft, staat er letterlijk. Wie u de link gaf, kan wel nagaan of hij gebruikt is. U mag vragen overslaan.',
    send: 'Versturen',
    more: 'Uw antwoord roept nog een vraag op. Die staat er nu bij. Beantwoord of sla hem over, en verstuur opnieuw.',
    empty: 'U hebt nog niets ingevuld. Beantwoord minstens één vraag.',
    refused: 'Nog niet verstuurd: één antwoord kan zo niet. Ga erheen.',
    sent: 'Bedankt',
    sentAbout: 'Uw antwoorden zijn verstuurd. Deze link werkt niet meer.',
    over: 'Deze link werkt niet (meer)',
    overAbout: 'De ronde is voorbij, of er is met deze link al geantwoord. Vraag het aan wie u de link gaf.',
  },
  en: {
    about: (team) => `Questions for who works in or with ${team}. It takes a few minutes.`,
    anonymous:
      'Without names: we do not keep who answers, nor when. The team sees the outcome only when the round is over, and only if at least 5 people answered. Means are rounded: that makes it hard, for others together too, to work out your answers, but with few people not always impossible. What you write in your own words is shown as it is. Whoever gave you the link can find out whether it was used. You may leave questions out.',
    send: 'Send',
    more: 'Your answer brings another question. It is here now. Answer it or leave it out, and send again.',
    empty: 'Nothing is filled in yet. Answer at least one question.',
    refused: 'Not sent yet: one answer cannot be kept like this. Go there.',
    sent: 'Thank you',
    sentAbout: 'Your answers were sent. This link no longer works.',
    over: 'This link does not work (any more)',
    overAbout: 'The round is over, or this link was used. Ask whoever gave it to you.',
  },
  de: {
    about: (team) => `Fragen an alle, die in oder mit ${team} arbeiten. Es dauert wenige Minuten.`,
    anonymous:
      'Ohne Namen: Wir speichern nicht, wer antwortet, und nicht, wann. Das Team sieht das Ergebnis erst nach dem Ende der Runde und nur, wenn mindestens 5 Personen geantwortet haben. Mittelwerte sind gerundet: Das macht es auch für andere gemeinsam schwer, Ihre Antworten auszurechnen, bei wenigen Personen aber nicht immer unmöglich. Was Sie in eigenen Worten schreiben, steht dort wörtlich. Wer Ihnen den Link gab, kann herausfinden, ob er benutzt wurde. Sie dürfen Fragen auslassen.',
    send: 'Senden',
    more: 'Ihre Antwort führt zu einer weiteren Frage. Sie steht jetzt dabei. Beantworten Sie sie oder lassen Sie sie aus, und senden Sie noch einmal.',
    empty: 'Es ist noch nichts ausgefüllt. Beantworten Sie mindestens eine Frage.',
    refused: 'Noch nicht gesendet: Eine Antwort geht so nicht. Dorthin gehen.',
    sent: 'Danke',
    sentAbout: 'Ihre Antworten sind gesendet. Dieser Link funktioniert nicht mehr.',
    over: 'Dieser Link funktioniert nicht (mehr)',
    overAbout: 'Die Runde ist vorbei, oder der Link wurde schon benutzt. Fragen Sie, wer Ihnen den Link gab.',
  },
  tr: {
    about: (team) => `${team} içinde ya da onunla çalışanlara sorular. Birkaç dakika sürer.`,
    anonymous:
      'İsimsiz: Kimin, ne zaman cevapladığını saklamıyoruz. Ekip sonucu ancak tur bittiğinde ve en az 5 kişi cevapladıysa görür. Ortalamalar yuvarlanır: Bu, başkaları birlikte uğraşsa bile cevaplarınızı hesaplamayı zorlaştırır; az kişi olduğunda ise her zaman imkânsız kılmaz. Kendi sözlerinizle yazdıklarınız olduğu gibi gösterilir. Bağlantıyı size veren, onun kullanılıp kullanılmadığını anlayabilir. Soruları atlayabilirsiniz.',
    send: 'Gönder',
    more: 'Cevabınız yeni bir soru getirdi. Şimdi aşağıda duruyor. Cevaplayın veya boş bırakın ve yeniden gönderin.',
    empty: 'Henüz bir şey doldurmadınız. En az bir soruyu cevaplayın.',
    refused: 'Henüz gönderilmedi: Bir cevap bu şekilde olmuyor. Oraya gidin.',
    sent: 'Teşekkürler',
    sentAbout: 'Cevaplarınız gönderildi. Bu bağlantı artık çalışmaz.',
    over: 'Bu bağlantı (artık) çalışmıyor',
    overAbout: 'Tur bitti ya da bu bağlantıyla cevap verildi. Bağlantıyı size verene sorun.',
  },
  ar: {
    about: (team) => `أسئلة لمن يعمل في ${team} أو معه. يستغرق ذلك بضع دقائق.`,
    anonymous:
      'بدون أسماء: لا نحفظ من أجاب ولا متى. يرى الفريق النتيجة بعد انتهاء الجولة فقط، وإذا أجاب 5 أشخاص على الأقل. المتوسطات مقرّبة: هذا يصعّب معرفة إجاباتك حتى على الآخرين معًا، لكنه لا يمنعه دائمًا عندما يكون العدد قليلًا. ما تكتبه بكلماتك يظهر كما هو. يستطيع من أعطاك الرابط أن يعرف هل استُخدم. يمكنك ترك أسئلة.',
    send: 'إرسال',
    more: 'إجابتك تؤدي إلى سؤال آخر، وهو موجود الآن في الصفحة. أجب عنه أو اتركه، ثم أرسل مرة أخرى.',
    empty: 'لم تملأ شيئًا بعد. أجب عن سؤال واحد على الأقل.',
    refused: 'لم تُرسل بعد: هناك إجابة لا يمكن حفظها هكذا. اذهب إليها.',
    sent: 'شكرًا',
    sentAbout: 'أُرسلت إجاباتك. لم يعد هذا الرابط يعمل.',
    over: 'هذا الرابط لا يعمل (بعد الآن)',
    overAbout: 'انتهت الجولة أو استُخدم الرابط. اسأل من أعطاك الرابط.',
  },
}
