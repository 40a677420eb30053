"""Reports by several hands on five invented events: first texts, newer versions, translations, and others' own words."""

MENU = "Home | News | Solidarity | About us | Donate\nPublished by the Workers' Wire, 4 June 2015. Share: Mail Print\n\n"
FOOT = "\n\nRead also: Ten things to know about strikes. Subscribe to our letter. All rights reserved. Contact the editors."

DOCKS = """Riga: nine dockers beaten at the port gate
On 3 May 2015 police beat nine dockers and their lawyer Lina Marwede at the gate of the port of Riga. The dockers had been on strike since 20 April over unpaid shifts. Marwede was taken to the Brivibas Street station and charged under article 231 with disturbing trade; she faces two to four years. Her colleague Andris Ozolins was let go after 36 hours. The union asks everybody to write to the prosecutor Janis Bergmanis and to demand that the charge be dropped."""
DOCKS_NEWER = """Riga: eleven dockers beaten at the port gate (corrected)
On 3 May 2015 police beat eleven dockers and their lawyer Lina Marwede at the gate of the port of Riga. The dockers had been on strike since 20 April over unpaid shifts. Marwede was taken to the Brivibas Street station and charged under article 231 with disturbing trade; she faces two to four years. On 9 May a court sent her home under a ban on leaving the city. Andris Ozolins is still in hospital. The union asks everybody to write to the court and to demand that the charge be dropped."""
DOCKS_RU = """Рига: у ворот порта избиты девять докеров
3 мая 2015 года у ворот порта Риги полиция избила девять докеров и их юриста Лину Марведе. Докеры бастовали с 20 апреля из-за неоплаченных смен. Марведе доставили в участок на улице Бривибас и обвинили по статье 231 в нарушении торговли; ей грозит от двух до четырёх лет. Её коллегу Андриса Озолиньша отпустили через 36 часов. Профсоюз просит всех писать прокурору Янису Бергманису и требовать снять обвинение."""
DOCKS_DE = """Riga: neun Docker am Hafentor verprügelt
Am 3. Mai 2015 verprügelte die Polizei am Tor des Hafens von Riga neun Docker und ihre Anwältin Lina Marwede. Die Docker streikten seit dem 20. April wegen unbezahlter Schichten. Marwede wurde auf die Wache in der Brivibas-Straße gebracht und nach Artikel 231 wegen Störung des Handels angeklagt; ihr drohen zwei bis vier Jahre. Ihr Kollege Andris Ozolins kam nach 36 Stunden frei. Die Gewerkschaft bittet alle, an den Staatsanwalt Janis Bergmanis zu schreiben und zu verlangen, dass die Anklage fallen gelassen wird."""
DOCKS_OTHERS = """Tension at Latvian harbour as strike enters third week
Witnesses told the Baltic Courier that officers used batons early on Sunday when strikers tried to stop a lorry. Hospital staff counted seven injured. The port authority says that no force was used. A woman who gave legal advice to the strikers, Lina Marwede, was led away; police confirmed one arrest on 3 May 2015. Shipping lines have diverted four vessels to Ventspils, and the ministry of transport calls for talks."""
DOCKS_OTHERS_RU = """В рижском порту продолжается забастовка
По словам очевидцев, в воскресенье утром полицейские применили дубинки, когда бастующие пытались остановить грузовик. В больнице насчитали семерых пострадавших. Управление порта отрицает применение силы. Полиция подтвердила одно задержание 3 мая 2015 года: по данным газеты, речь идёт о Лине Марведе, которая консультировала бастующих. Четыре судна ушли в Вентспилс, министерство транспорта призывает к переговорам."""

BAKERS = """Puebla: bakers' spokesman taken from his home
At 5 a.m. on 12 March 2014 men in plain clothes took Ernesto Villagrán Ortuño, spokesman of the bakers of the La Espiga works in Puebla, from his home in the Xonaca quarter. His wife Rosalba Quintanar followed the white van with the plate TXM-4471 as far as the highway to Atlixco. The prosecutor's office says that it knows of no order. La Espiga dismissed 62 bakers on 1 March after they had asked for masks against flour dust. We call on governor Tomás Arizmendi to say at once where Villagrán is held."""
BAKERS_NEWER = """Puebla: bakers' spokesman found in prison
At 5 a.m. on 12 March 2014 men in plain clothes took Ernesto Villagrán Ortuño, spokesman of the bakers of the La Espiga works in Puebla, from his home in the Xonaca quarter. His wife Rosalba Quintanar followed the white van with the plate TXM-4471 as far as the highway to Atlixco. On 14 March he was found in the prison of San Miguel, with two broken ribs. La Espiga dismissed 62 bakers on 1 March after they had asked for masks against flour dust. We call on governor Tomás Arizmendi to have him examined by a doctor of his own choice."""
BAKERS_ES = """Puebla: se llevan de su casa al portavoz de los panaderos
A las 5 de la mañana del 12 de marzo de 2014, hombres vestidos de civil se llevaron a Ernesto Villagrán Ortuño, portavoz de los panaderos de la planta La Espiga en Puebla, de su casa en el barrio de Xonaca. Su esposa Rosalba Quintanar siguió la furgoneta blanca con placas TXM-4471 hasta la carretera a Atlixco. La fiscalía dice que no conoce ninguna orden. La Espiga despidió a 62 panaderos el 1 de marzo después de que pidieran mascarillas contra el polvo de harina. Llamamos al gobernador Tomás Arizmendi a que diga de inmediato dónde está Villagrán."""
BAKERS_OTHERS = """Bread firm denies role in disappearance
A manager of La Espiga said on Thursday that the company had nothing to do with the disappearance of a former employee, Ernesto Villagrán. He added that the dismissals of early March followed a fall in orders. Neighbours in Puebla have hung sheets with his picture from their windows. The state human rights commission opened a file, number 312 of 2014, and sent two visitors to the local prisons. No answer had come when this page was printed."""
BAKERS_OTHERS_ES = """Vecinos marchan en Puebla por el panadero desaparecido
Unas doscientas personas marcharon el sábado por el centro de Puebla con velas y retratos de Ernesto Villagrán. La empresa La Espiga negó cualquier responsabilidad. La comisión estatal de derechos humanos abrió el expediente 312 y visitó dos cárceles sin encontrarlo. Su hermana Maribel, maestra jubilada, pidió no olvidar a otros desaparecidos del oficio, entre ellos Gabino Luna."""

TEACHERS = """Kryvyi Rih: teacher on trial for a letter
Olena Hryhorivna Savchuk, who teaches physics at school number 48 of Kryvyi Rih, stands trial from 17 October 2013 because she wrote to the ministry that 140 teachers had not been paid since July. The charge is slander under article 151. The director Valentyn Pototskyi had her lessons taken over by a colleague and her flat in Kosmonavtiv Street searched. Judge Myroslava Tkach allows no observers. The free union of education asks for letters to the regional council and for observers on the day."""
TEACHERS_NEWER = """Kryvyi Rih: teacher on trial for a letter. The hearing was put off
Olena Hryhorivna Savchuk, who teaches physics at school number 48 of Kryvyi Rih, stands trial because she wrote to the ministry that 140 teachers had not been paid since July. The charge is slander under article 151. The hearing of 17 October 2013 was put off to 5 November, as the witness for the prosecution fell ill. The director Valentyn Pototskyi had her lessons taken over by a colleague and her flat in Kosmonavtiv Street searched. Judge Myroslava Tkach allows no observers. The free union of education asks for letters to the regional council and for observers on the day."""
TEACHERS_UK = """Кривий Ріг: учительку судять за лист
Олену Григорівну Савчук, яка викладає фізику в школі № 48 Кривого Рогу, судять із 17 жовтня 2013 року за те, що вона написала міністерству, що 140 учителям не платять від липня. Їй закидають наклеп за статтею 151. Директор Валентин Потоцький віддав її уроки колезі, а її квартиру на вулиці Космонавтів обшукали. Суддя Мирослава Ткач не допускає спостерігачів. Вільна профспілка освіти просить писати до обласної ради та приїхати спостерігачами в день суду."""
TEACHERS_OTHERS = """Wage arrears in Ukrainian schools pass last year's mark
Figures of the statistics office show that schools in four regions owe their staff 31 million hryvnias. In Kryvyi Rih, parents collected wood and money for two gymnasiums. A physics teacher, Olena Savchuk, is before the court after a complaint by her director. Her union calls the case an attempt to frighten others. Deputies of the city council have promised an audit before the heating season."""
TEACHERS_OTHERS_UK = """Борги з зарплати в школах перевищили торішні
За даними управління статистики, школи чотирьох областей заборгували працівникам 31 мільйон гривень. У Кривому Розі батьки збирали дрова й гроші для двох гімназій. Учителька фізики Олена Савчук постала перед судом після скарги директора. Депутати міської ради обіцяють перевірку до початку опалювального сезону, а профспілка готує пікет біля управління освіти."""

DRIVERS = """Izmir: 27 bus drivers arrested after a slow drive
On 8 September 2016 the police of Izmir arrested 27 drivers of the line company Ege Hat who had driven through Konak at ten kilometres an hour for 55 minutes. Nineteen were released before midnight. Eight are held in Buca, among them the shop steward Hüseyin Kıraç and the driver Şengül Akdoğan, who needs insulin. The company's manager Orhan Telli has named them to the governor as ringleaders. Write to the ministry of justice and ask for their release and for Akdoğan's medicine."""
DRIVERS_NEWER = """Izmir: six of 27 arrested bus drivers are still held
On 8 September 2016 the police of Izmir arrested 27 drivers of the line company Ege Hat who had driven through Konak at ten kilometres an hour for 55 minutes. Nineteen were released before midnight, two more on 10 September. Six are held in Buca, among them the shop steward Hüseyin Kıraç. The driver Şengül Akdoğan has received insulin and is at home. The company's manager Orhan Telli has named them to the governor as ringleaders. Write to the ministry of justice and ask for the release of all."""
DRIVERS_TR = """İzmir: yavaş sürüş eyleminden sonra 27 otobüs şoförü gözaltında
8 Eylül 2016'da İzmir polisi, Konak'tan 55 dakika boyunca saatte on kilometreyle geçen Ege Hat şirketinin 27 şoförünü gözaltına aldı. On dokuzu gece yarısından önce bırakıldı. Sekizi Buca'da tutuluyor; aralarında işyeri temsilcisi Hüseyin Kıraç ve insüline ihtiyacı olan şoför Şengül Akdoğan var. Şirketin müdürü Orhan Telli onları valiye elebaşı olarak bildirdi. Adalet Bakanlığına yazın, serbest bırakılmalarını ve Akdoğan'ın ilacını isteyin."""
DRIVERS_OTHERS = """Commuters stranded as drivers protest in Izmir
Thousands walked to work on Thursday when buses crawled through the centre. The municipality spoke of an illegal act, while passengers clapped at some stops. A lawyer of the drivers said that eight clients were still in Buca prison and that one of them, Şengül Akdoğan, was ill. The chamber of commerce put the loss at 3 million lira. Fares rose twice this year, and a third rise is planned for the new year."""
DRIVERS_OTHERS_TR = """Şoförlerin eylemi İzmir'de ulaşımı durdurdu
Perşembe günü merkezde otobüsler yürüyüş hızında ilerleyince binlerce kişi işe yürüdü. Belediye yasadışı eylemden söz etti, bazı duraklarda yolcular alkışladı. Avukat Nermin Sayın sekiz müvekkilinin hâlâ Buca'da olduğunu, Şengül Akdoğan'ın hastalandığını söyledi. Ticaret odası zararı 3 milyon lira olarak açıkladı. Ücretlere bu yıl iki kez zam yapılmıştı."""

CLEANERS = """Graz: hospital cleaners locked out
The firm Blankwerk locked 34 cleaners out of the Graz state hospital on 22 January 2018, two days after they had elected a works council. The chair Mirsada Hodžić and her deputy Ferenc Balog were told by telephone that their badges had been blocked. Blankwerk's head Dietmar Oswald offers a month's pay to whoever signs that there was no election. The labour court sits on 6 February at 9.30 in room 14. Come, and write to the hospital's owner, the state of Styria."""
CLEANERS_NEWER = """Graz: hospital cleaners locked out, court gives them their badges back
The firm Blankwerk locked 34 cleaners out of the Graz state hospital on 22 January 2018, two days after they had elected a works council. The chair Mirsada Hodžić and her deputy Ferenc Balog were told by telephone that their badges had been blocked. Blankwerk's head Dietmar Oswald offers a month's pay to whoever signs that there was no election. On 6 February the labour court ordered that the badges be given back; the firm has appealed. Write to the hospital's owner, the state of Styria."""
CLEANERS_DE = """Graz: Reinigungskräfte aus dem Spital ausgesperrt
Die Firma Blankwerk sperrte am 22. Jänner 2018 im Landeskrankenhaus Graz 34 Reinigungskräfte aus, zwei Tage nachdem diese einen Betriebsrat gewählt hatten. Der Vorsitzenden Mirsada Hodžić und ihrem Stellvertreter Ferenc Balog wurde am Telefon gesagt, dass ihre Ausweise gesperrt seien. Der Chef von Blankwerk, Dietmar Oswald, bietet allen einen Monatslohn, die unterschreiben, dass es keine Wahl gab. Das Arbeitsgericht tagt am 6. Februar um 9.30 Uhr in Saal 14. Kommt, und schreibt dem Eigentümer des Spitals, dem Land Steiermark."""
CLEANERS_OTHERS = """Styria to review cleaning contracts
The state parliament will look at all outsourced services in hospitals, the health councillor said on Friday. Opposition members had asked why a contractor could keep staff from entering the building. Union secretary Petra Wallner spoke of a scandal in the middle of Graz. The company Blankwerk answered that its badges had been renewed for reasons of hygiene. The contract is worth 2.6 million euros a year and runs until 2020."""

# (earlier, later, what the later is to the earlier; "" where both have words of their own)
PAIRS = [
    (DOCKS, MENU + DOCKS + FOOT, "copy"),
    (BAKERS, "Fwd: please spread\n\n" + BAKERS + "\n-- \nsent from my phone", "copy"),
    (TEACHERS, MENU + TEACHERS, "copy"),
    (DRIVERS, DRIVERS.replace(". ", ".\n\n") + FOOT, "copy"),
    (CLEANERS, "CLEANERS LOCKED OUT!!! " + CLEANERS.upper(), "copy"),
    (DOCKS_RU, "Главная | Новости | Контакты\n" + DOCKS_RU + "\nПоделиться: VK, Telegram", "copy"),
    (DOCKS, DOCKS_NEWER, "version"),
    (BAKERS, BAKERS_NEWER, "version"),
    (TEACHERS, TEACHERS_NEWER, "version"),
    (DRIVERS, DRIVERS_NEWER, "version"),
    (CLEANERS, CLEANERS_NEWER, "version"),
    (DOCKS, DOCKS_RU, "translation"),
    (DOCKS, DOCKS_DE, "translation"),
    (DOCKS_RU, DOCKS_DE, "translation"),
    (BAKERS, BAKERS_ES, "translation"),
    (TEACHERS, TEACHERS_UK, "translation"),
    (DRIVERS, DRIVERS_TR, "translation"),
    (CLEANERS, CLEANERS_DE, "translation"),
    (DOCKS, DOCKS_OTHERS, ""),
    (DOCKS, DOCKS_OTHERS_RU, ""),
    (DOCKS_RU, DOCKS_OTHERS_RU, ""),
    (BAKERS, BAKERS_OTHERS, ""),
    (BAKERS, BAKERS_OTHERS_ES, ""),
    (BAKERS_ES, BAKERS_OTHERS_ES, ""),
    (TEACHERS, TEACHERS_OTHERS, ""),
    (TEACHERS, TEACHERS_OTHERS_UK, ""),
    (TEACHERS_UK, TEACHERS_OTHERS_UK, ""),
    (DRIVERS, DRIVERS_OTHERS, ""),
    (DRIVERS, DRIVERS_OTHERS_TR, ""),
    (CLEANERS, CLEANERS_OTHERS, ""),
    (MENU + DOCKS + FOOT, MENU + BAKERS + FOOT, ""),
    (MENU + TEACHERS + FOOT, MENU + DRIVERS + FOOT, ""),
]  # fmt: skip
