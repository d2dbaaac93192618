import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    title: 'Inloggen',
    about: 'Voor medewerkers. Bent u patiënt? Gebruik dan de link uit uw mail.',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    next: 'Verder',
    forgot: 'Wachtwoord vergeten',
    codeTitle: 'Code van uw telefoon',
    codeAbout: 'Open de app met codes op uw telefoon en typ de zes cijfers bij Uitkomst over.',
    code: 'Code van zes cijfers',
    signIn: 'Inloggen',
    backupInstead: 'Geen telefoon bij de hand? Gebruik een reservecode',
    backup: 'Reservecode',
    backupHint: 'Een van de codes die u bewaarde, zoals k3f9a-02mxq. Elke code werkt één keer.',
    codeInstead: 'Toch de code van uw telefoon gebruiken',
    again: 'Opnieuw beginnen',
    noRole: 'U bent ingelogd, maar hebt vandaag geen rol. Vraag uw beheerder om u een rol te geven.',
    lost: 'Telefoon en reservecodes kwijt? Uw beheerder kan u een nieuwe link geven.',
    otherLanguage: 'English',
    forgotTitle: 'Nieuw wachtwoord',
    forgotAbout:
      'Vul uw e-mailadres in. Is het bij ons bekend, dan krijgt u een mail met een link die een uur werkt.',
    forgotDone:
      'Is dit adres bij ons bekend, dan is er nu een mail onderweg. Niets ontvangen? Kijk bij ongewenste mail, of vraag uw beheerder.',
    forgotNoMail:
      'Hier is nog geen mail ingesteld. Vraag uw beheerder om een link voor een nieuw wachtwoord.',
    send: 'Link sturen',
    back: 'Terug naar inloggen',
    demoTitle: 'Doe alsof u iemand anders bent',
    demoAbout:
      'Dit is een demo: alle mensen en patiënten hieronder zijn verzonnen. Kies iemand; u bent meteen binnen.',
    demoAs: (name: string) => `Inloggen als ${name}`,
    demoCode: (code: string) => `code ${code}`,
    problems: {
      wrong_credentials:
        'Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.',
      wrong_code:
        'Deze code klopt niet. Typ de code die nu op uw telefoon staat; elke 30 seconden komt er een nieuwe.',
      used_code: 'Deze code is al gebruikt. Wacht tot uw telefoon een nieuwe toont en typ die.',
      challenge_over: 'Dit duurde te lang, of er waren te veel pogingen. Begin opnieuw met uw wachtwoord.',
      too_many_tries:
        'Er zijn te veel pogingen gedaan. Wacht even. Elke poging maakt het wachten langer, tot een kwartier.',
      too_many: 'Er zijn te veel pogingen gedaan. Wacht een minuut en probeer het dan opnieuw.',
      invalid: 'Vul beide velden in; het e-mailadres moet een @ hebben.',
      invalid_email: 'Vul een e-mailadres in, zoals naam@ziekenhuis.nl.',
      invalid_code: 'Een code heeft zes cijfers, een reservecode tien letters en cijfers.',
    } as Record<string, string>,
  },
  en: {
    title: 'Sign in',
    about: 'For staff. Are you a patient? Then use the link in your mail.',
    email: 'E-mail address',
    password: 'Password',
    next: 'Continue',
    forgot: 'Forgot your password',
    codeTitle: 'Code on your phone',
    codeAbout: 'Open the app with codes on your phone and type the six digits for Uitkomst.',
    code: 'Six-digit code',
    signIn: 'Sign in',
    backupInstead: 'No phone at hand? Use a backup code',
    backup: 'Backup code',
    backupHint: 'One of the codes you kept, such as k3f9a-02mxq. Each works once.',
    codeInstead: 'Use the code on your phone after all',
    again: 'Start again',
    noRole: 'You are signed in, but have no role today. Ask your administrator to give you one.',
    lost: 'Lost your phone and your backup codes? Your administrator can give you a new link.',
    otherLanguage: 'Nederlands',
    forgotTitle: 'New password',
    forgotAbout:
      'Enter your e-mail address. If we know it, you get a mail with a link that works for an hour.',
    forgotDone:
      'If we know this address, a mail is on its way. Nothing received? Look among unwanted mail, or ask your administrator.',
    forgotNoMail:
      'Mail has not been set up here yet. Ask your administrator for a link to set a new password.',
    send: 'Send the link',
    back: 'Back to signing in',
    demoTitle: 'Pretend to be somebody else',
    demoAbout: 'This is a demo: all people and patients below are invented. Choose somebody and you are in.',
    demoAs: (name: string) => `Sign in as ${name}`,
    demoCode: (code: string) => `code ${code}`,
    problems: {
      wrong_credentials: 'This e-mail address and password do not belong together. Check both and try again.',
      wrong_code:
        'This code is not right. Type the code that is on your phone now; a new one comes every 30 seconds.',
      used_code: 'This code was used already. Wait until your phone shows a new one and type that.',
      challenge_over: 'This took too long, or there were too many tries. Start again with your password.',
      too_many_tries:
        'There were too many tries. Wait a moment. Each try makes the wait longer, up to a quarter of an hour.',
      too_many: 'There were too many tries. Wait a minute and try again.',
      invalid: 'Fill in both fields; the e-mail address needs an @.',
      invalid_email: 'Enter an e-mail address, such as name@hospital.org.',
      invalid_code: 'A code has six digits, a backup code ten letters and digits.',
    } as Record<string, string>,
  },
} satisfies Words<unknown>
