import type { Chance } from './random.ts'

// Common names in the Netherlands, combined by chance: nobody in particular.
const women =
  'Ans,Annie,Anja,Astrid,Bep,Carla,Corrie,Diny,Elly,Els,Emine,Fatma,Gerda,Greet,Hannie,Hennie,Ineke,Irma,Jacqueline,Janny,Jolanda,Joke,Karin,Khadija,Lia,Lies,Loes,Marga,Maria,Marijke,Marleen,Meryem,Mieke,Monique,Nel,Petra,Ria,Rosalie,Saskia,Sonja,Thea,Tineke,Toos,Truus,Wil,Willy,Yvonne,Zeynep'.split(
    ',',
  )
const men =
  'Ad,Ahmed,Ali,Arie,Bert,Cees,Dirk,Eddy,Frans,Gerard,Gerrit,Hans,Harry,Hassan,Henk,Herman,Jaap,Jan,Jan Willem,Johan,Joop,Jos,Karel,Kees,Klaas,Leo,Mehmet,Mohamed,Nico,Paul,Peter,Piet,Rein,Rob,Ruud,Sjaak,Theo,Tom,Ton,Wim,Yusuf'.split(
    ',',
  )
const families =
  'Amrani,Bakker,Bakkali,de Boer,Bos,van den Bosch,Brouwer,de Bruin,van Dam,Demir,Dijkgraaf,Dijkstra,van Dijk,Driessen,van Es,de Graaf,de Groot,Haverkort,Hendriks,van der Heijden,Hoekstra,van den Hoek,de Jong,Jansen,Janssen,Kaya,Kok,Koster,Kramer,Kuipers,van Leeuwen,van der Linden,van Loon,Maas,van der Meer,Meijer,Mol,Mulder,Oosterhof,Peters,van der Ploeg,Postma,Prins,Sanders,Schippers,Schouten,Smit,Smits,Timmer,Tas,van Veen,Verbeek,Vermeulen,Visser,de Vries,van Vliet,Vos,Wiersma,de Wit,Willems,Yıldız,Zijlstra'.split(
    ',',
  )

export type Person = { givenName: string; familyName: string; sex: 'female' | 'male' }

export function inventPerson(chance: Chance, shareOfWomen: number): Person {
  const sex = chance.happens(shareOfWomen) ? ('female' as const) : ('male' as const)
  return { sex, givenName: chance.pick(sex === 'female' ? women : men), familyName: chance.pick(families) }
}
