import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    loading: 'Even kijken waar deze link voor is',
    overTitle: 'Deze link werkt niet meer',
    over: 'Hij is al gebruikt of is te oud. Dit kunt u nu doen:',
    overSignIn: 'Inloggen, als u al een account hebt',
    overForgot: 'Een nieuwe link voor uw wachtwoord vragen',
    overAsk: 'Of vraag uw beheerder om een nieuwe uitnodiging.',
    overFirst: 'Stond deze link op het scherm van de server? Start die opnieuw: dan komt er een nieuwe.',
    firstTitle: 'Uitkomst in gebruik nemen',
    firstAbout:
      'U wordt de eerste beheerder. Daarna wijst Uitkomst u stap voor stap de weg naar de eerste uitnodiging.',
    organisation: 'Naam van uw organisatie',
    organisationHint: 'Zoals patiënten die kennen.',
    zone: 'Tijdzone',
    name: 'Uw naam',
    email: 'Uw e-mailadres',
    emailHint: 'Hiermee logt u in.',
    invitedTitle: (name: string) => `Welkom, ${name}`,
    invitedAbout: (organisation: string, email: string) =>
      `U bent uitgenodigd om met Uitkomst te werken bij ${organisation}. U logt voortaan in met ${email}.`,
    passwordTitle: 'Nieuw wachtwoord kiezen',
    passwordAbout: (email: string) =>
      `Voor ${email}. Bij het inloggen vragen we daarna weer de code van uw telefoon.`,
    factorTitle: 'Nieuwe telefoon koppelen',
    factorAbout: (email: string) =>
      `Voor ${email}. Uw oude telefoon en oude reservecodes werken daarna niet meer.`,
    stepPassword: 'Wachtwoord',
    stepPhone: 'Uw telefoon',
    password: 'Kies een wachtwoord',
    passwordHint: 'Minstens 12 tekens. Een zin van vier gewone woorden is sterk en goed te onthouden.',
    currentPassword: 'Uw wachtwoord',
    phoneAbout:
      'Scan dit met een app voor codes, zoals Aegis, Google Authenticator, Microsoft Authenticator of 1Password.',
    picture: 'QR-code voor de app met codes',
    key: 'Lukt scannen niet? Typ dan deze sleutel in de app:',
    code: 'Code van zes cijfers uit de app',
    finish: 'Account maken',
    save: 'Wachtwoord bewaren',
    pair: 'Telefoon koppelen',
    changedTitle: 'Uw wachtwoord is veranderd',
    changed: 'U kunt nu inloggen. Overal waar u was ingelogd, bent u uitgelogd.',
    toSignIn: 'Naar inloggen',
    codesTitle: 'Bewaar uw reservecodes',
    codesAbout:
      'Raakt u uw telefoon kwijt, dan komt u met een van deze codes binnen. Elke code werkt één keer. Ze zijn hierna niet meer te zien.',
    print: 'Afdrukken',
    kept: 'Ik heb ze bewaard, verder',
    problems: {
      password_too_short: 'Dit wachtwoord is te kort. Neem er minstens 12 tekens voor.',
      password_too_long: 'Dit wachtwoord is te lang. Neem er hoogstens 128 tekens voor.',
      password_common:
        'Dit wachtwoord wordt veel gebruikt en is snel te raden. Kies een zin van vier gewone woorden.',
      password_personal:
        'Dit wachtwoord bestaat vooral uit uw naam of adres. Kies iets dat niemand van u weet.',
      wrong_code:
        'Deze code klopt niet. Typ de code die nu in de app staat; loopt de klok van uw telefoon gelijk?',
      used_code: 'Deze code is al gebruikt. Wacht tot de app een nieuwe toont.',
      wrong_credentials:
        'Dit is niet uw wachtwoord. Weet u het niet meer? Vraag dan eerst een nieuw wachtwoord.',
      too_many_tries:
        'Er zijn te veel pogingen gedaan. Wacht even. Elke poging maakt het wachten langer, tot een kwartier.',
      link_over: 'Deze link is intussen gebruikt of te oud. Vraag om een nieuwe.',
      invalid: 'Vul alle velden in. De code heeft zes cijfers, het e-mailadres een @.',
      too_many: 'Er zijn te veel pogingen gedaan. Wacht een minuut en probeer het dan opnieuw.',
    } as Record<string, string>,
  },
  en: {
    loading: 'Seeing what this link is for',
    overTitle: 'This link no longer works',
    over: 'It was used or is too old. This is what you can do now:',
    overSignIn: 'Sign in, if you have an account already',
    overForgot: 'Ask for a new link for your password',
    overAsk: 'Or ask your administrator for a new invitation.',
    overFirst: 'Was this link on the screen of the server? Start it again: that makes a new one.',
    firstTitle: 'Begin with Uitkomst',
    firstAbout:
      'You become the first administrator. After that Uitkomst shows you the way to the first invitation, step by step.',
    organisation: 'Name of your organisation',
    organisationHint: 'As patients know it.',
    zone: 'Time zone',
    name: 'Your name',
    email: 'Your e-mail address',
    emailHint: 'You sign in with it.',
    invitedTitle: (name: string) => `Welcome, ${name}`,
    invitedAbout: (organisation: string, email: string) =>
      `You are invited to work with Uitkomst at ${organisation}. From now on you sign in with ${email}.`,
    passwordTitle: 'Choose a new password',
    passwordAbout: (email: string) =>
      `For ${email}. When you sign in we ask for the code on your phone again.`,
    factorTitle: 'Pair a new phone',
    factorAbout: (email: string) => `For ${email}. Your old phone and old backup codes stop working.`,
    stepPassword: 'Password',
    stepPhone: 'Your phone',
    password: 'Choose a password',
    passwordHint: 'At least 12 characters. A sentence of four plain words is strong and easy to remember.',
    currentPassword: 'Your password',
    phoneAbout:
      'Scan this with an app for codes, such as Aegis, Google Authenticator, Microsoft Authenticator or 1Password.',
    picture: 'QR code for the app with codes',
    key: 'Cannot scan? Then type this key into the app:',
    code: 'Six-digit code from the app',
    finish: 'Make the account',
    save: 'Save the password',
    pair: 'Pair the phone',
    changedTitle: 'Your password has changed',
    changed: 'You can sign in now. Wherever you were signed in, you are signed out.',
    toSignIn: 'To signing in',
    codesTitle: 'Keep your backup codes',
    codesAbout:
      'Should you lose your phone, one of these codes lets you in. Each works once. They cannot be seen again after this.',
    print: 'Print',
    kept: 'I have kept them, continue',
    problems: {
      password_too_short: 'This password is too short. Use at least 12 characters.',
      password_too_long: 'This password is too long. Use at most 128 characters.',
      password_common:
        'Many people use this password and it is soon guessed. Choose a sentence of four plain words.',
      password_personal:
        'This password is mostly your name or address. Choose something nobody knows of you.',
      wrong_code:
        'This code is not right. Type the code that is in the app now; is the clock of your phone right?',
      used_code: 'This code was used already. Wait until the app shows a new one.',
      wrong_credentials:
        'This is not your password. Do you no longer know it? Then ask for a new password first.',
      too_many_tries:
        'There were too many tries. Wait a moment. Each try makes the wait longer, up to a quarter of an hour.',
      link_over: 'This link has been used in the meantime, or is too old. Ask for a new one.',
      invalid: 'Fill in all fields. The code has six digits, the e-mail address an @.',
      too_many: 'There were too many tries. Wait a minute and try again.',
    } as Record<string, string>,
  },
} satisfies Words<unknown>
