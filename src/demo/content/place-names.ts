/**
 * Zaytara, a city that does not exist, laid out in open ocean far from any coast. One place a line:
 * id | English | Arabic | how people type it | kilometres east and north of the station | the area it lies in.
 */
export const areas = `
station-quarter | Station Quarter | حي المحطة | 7ay el ma7atta, Hay El Mahatta | 0.2 0.1
old-harbour | Old Harbour | الميناء القديم | el mina el 2adim, El Mina El Adim | -4.6 2.4
clay-hill | Clay Hill | تل الطين | tal el 6een, Tal El Teen, Tall at-Tin | 3.1 3.4
palm-quarter | Palm Quarter | النخيلات | el na5ilat, El Nakhilat | 1.8 -2.9
east-gate | East Gate | باب الشرق | bab el shar2, Bab El Shark | 5.2 0.4
weavers | Weavers’ Quarter | النسّاجين | el nasageen, El Nassagin | -1.9 -1.7
orchards | The Orchards | بساتين زيتارة | basateen zaytara, El Basatin | -3.4 -5.1
university-height | University Height | هضبة الجامعة | hadabet el gam3a, Hadabat El Gamaa | 5.6 -4.2
lighthouse-shore | Lighthouse Shore | شط الفنار | shat el fanar, 4a6 el fanar | -5.8 4.6
new-zaytara | New Zaytara | زيتارة الجديدة | zaytara el gedida, zitara el gdeeda | 5.4 4.9
`;

export const stops = `
central-station | Central Station | محطة زيتارة الكبرى | ma7atet zaytara, Zaytara Station | 0 0 | station-quarter
lantern-square | Lantern Square | ميدان القنديل | midan el 2andeel, El Andil, el kandil | 0.6 0.5 | station-quarter
post-office | Old Post Office | البوسطة القديمة | el bosta el 2adima, El Posta | -0.4 0.7 | station-quarter
footbridge | Blue Footbridge | الكوبري الأزرق | el kobri el azra2, El Kobry El Azrak | 0.9 -0.5 | station-quarter
fish-market | Fish Market | سوق السمك | sou2 el samak, Souk El Samak, so2 el samak | -4.3 2.2 | old-harbour
ferry-landing | Ferry Landing | مرسى المعدّية | marsa el me3adeya, El Meadeya | -5 2.7 | old-harbour
rope-street | Rope Street | شارع الحبّالين | share3 el 7abaleen, El Habbalin | -3.9 1.8 | old-harbour
customs | Customs House | الجمرك | el gomrok, El Gomrok | -4.8 1.9 | old-harbour
kiln | The Kiln | القمينة | el 2amina, El Amina, el kamina | 2.8 3.2 | clay-hill
seven-steps | Seven Steps | السبع سلالم | el sab3 salalem, El Saba Salalem | 3.4 3.7 | clay-hill
potters | Potters’ Lane | حارة الفخّارين | 7aret el fa5areen, Haret El Fakharin | 3 2.8 | clay-hill
water-tower | Water Tower | برج المياه | borg el mayya, Borg El Mayah | 3.9 3 | clay-hill
palm-end | Palm Terminus | آخر النخيلات | a5er el na5ilat, Akher El Nakhilat | 2.1 -3.4 | palm-quarter
date-yard | Date Yard | وكالة التمر | wekalet el tamr, Wekalat El Tamr | 1.5 -2.6 | palm-quarter
sycamore | The Sycamore | الجمّيزة | el gemmeza, El Gimmiza | 2.4 -2.3 | palm-quarter
east-gate-stop | East Gate Interchange | مجمّع باب الشرق | mogama3 bab el shar2, Mogamaa Bab El Shark | 5 0.2 | east-gate
quarry | Quarry Bend | ملف المحجر | malaf el ma7gar, Malaf El Mahgar | 5.9 1 | east-gate
granary | Granary | شونة القمح | shonet el 2am7, 4onet el kam7 | 4.6 -0.5 | east-gate
loom | Loom Street | شارع النول | share3 el nool, Sharia El Nol | -1.7 -1.5 | weavers
dye-works | Dye Works | المصبغة | el masbagha, el masba3'a | -2.3 -1.9 | weavers
needle-square | Needle Square | ميدان الإبرة | midan el ebra, El Ibra | -1.4 -2.2 | weavers
orchards-end | Orchards Terminus | موقف البساتين | maw2af el basateen, Mawqaf El Basatin | -3.7 -5.5 | orchards
well | The Well | الساقية | el sa2ya, El Sakia | -3 -4.6 | orchards
guava-road | Guava Road | سكة الجوافة | sekket el gawafa, Sikkat El Gawafa | -2.6 -3.9 | orchards
campus-gate | Campus Gate | بوابة الجامعة | bawabet el gam3a, Bawabat El Gamaa | 5.4 -4 | university-height
dormitories | Dormitories | المدينة الجامعية | el madina el gam3eya, El Madina El Gameya | 6 -4.7 | university-height
observatory | Observatory | المرصد | el marsad, el mar9ad | 5.1 -5.2 | university-height
lighthouse | Lighthouse | الفنار | el fanar, Al-Fanar | -6 4.9 | lighthouse-shore
corniche | Shore Road | كورنيش الشط | kornish el shat, Corniche El Shatt | -5.3 4.1 | lighthouse-shore
new-town-square | Dome Square | ميدان القبة | midan el 2obba, El Kobba, El Qubba | 5.2 4.7 | new-zaytara
blocks | Block Nine | عمارات تسعة | 3emarat tes3a, Emarat Tesa | 5.8 5.3 | new-zaytara
ring-road | Ring Road Stop | موقف الدائري | maw2af el da2ery, El Dayery | 4.5 4.2 | new-zaytara
`;

export const venues = `
zaytara-university | University of Zaytara | جامعة زيتارة | gam3et zaytara, Gamaet Zaytara | 5.6 -4.2 | university-height
silk-mall | Silk Mall | مول الحرير | mool el 7areer, El Harir Mall | 4.9 4.5 | new-zaytara
lighthouse-cinema | Lighthouse Cinema | سينما الفنار | sinema el fanar, Cinema El Fanar | -5.5 4.3 | lighthouse-shore
public-beach | Public Beach | البلاج العام | el plaj, El Balag El Am | -5.9 4.2 | lighthouse-shore
mercy-hospital | Hill Hospital | مستشفى التل | mostashfa el tal, Mustashfa El Tall | 3.3 3.3 | clay-hill
thread-mill | Thread Mill | مصنع الخيط | masna3 el 5eit, Masnaa El Kheit | -2.1 -2 | weavers
municipality | City Offices | ديوان المدينة | diwan el madina, Diwan El Madina | 0.4 0.8 | station-quarter
station-market | Station Arcade | ممر المحطة | mamar el ma7atta, Mamarr El Mahatta | 0.1 0.2 | station-quarter
library | People’s Library | مكتبة الناس | maktabet el nas, Maktabat An-Nas | 0.8 0.2 | station-quarter
girls-school | Sea Light School | مدرسة نور البحر | madraset noor el ba7r, Nour El Bahr | -4.2 2.8 | old-harbour
sports-ground | Palm Sports Ground | نادي النخيلات | nady el na5ilat, Nadi El Nakhilat | 2 -3.1 | palm-quarter
lower-garden | Lower Garden | الجنينة التحتانية | el genena el ta7taneya, El Geneina | -0.8 -0.9 | station-quarter
night-pharmacy | Lantern Pharmacy | صيدلية القنديل | saydaleyet el 2andeel, Saydaliyat El Andil | 0.7 0.6 | station-quarter
wholesale-market | Wholesale Market | سوق الجملة | sou2 el gomla, Souk El Gomla | 5.5 -0.2 | east-gate
boat-yard | Boat Yard | ورش المراكب | wera4 el marakeb, Werash El Marakib | -5.2 2 | old-harbour
call-centre | Block Nine Offices | مكاتب عمارات تسعة | makateb 3emarat tes3a | 5.9 5.2 | new-zaytara
training-centre | Training Centre | مركز التدريب | markaz el tadreeb, Markaz El Tadrib | -1.2 -1.3 | weavers
`;

/** id | English | Arabic | how people type it | one end | the other end. */
export const lines = `
tram-1 | Tram 1 | ترام 1 | tram 1, teram 1 | Old Harbour / الميناء القديم | East Gate / باب الشرق
tram-2 | Tram 2 | ترام 2 | tram 2, teram 2 | Lighthouse Shore / شط الفنار | Weavers’ Quarter / النسّاجين
bus-7 | Bus 7 | أتوبيس 7 | otobees 7, autobis 7 | Central Station / المحطة الكبرى | New Zaytara / زيتارة الجديدة
bus-12 | Bus 12 | أتوبيس 12 | otobees 12, autobis 12 | Central Station / المحطة الكبرى | University Height / هضبة الجامعة
bus-15 | Bus 15 | أتوبيس 15 | otobees 15, autobis 15 | Old Harbour / الميناء القديم | Palm Quarter / النخيلات
bus-31 | Night Bus 31 | أتوبيس الليل 31 | otobees el leil 31, autobis 31 | Lantern Square / ميدان القنديل | Clay Hill / تل الطين
microbus-clay | Microbus Clay Hill | ميكروباص تل الطين | micro tal el 6een, microbas tal el teen | Station / المحطة | Clay Hill / تل الطين
microbus-orchards | Microbus Orchards | ميكروباص البساتين | micro el basateen, microbas el basatin | Station / المحطة | The Orchards / البساتين
microbus-campus | Microbus Campus | ميكروباص الجامعة | micro el gam3a, microbas el gamaa | East Gate / باب الشرق | Campus Gate / بوابة الجامعة
ferry | Harbour Ferry | معدّية الميناء | me3adeyet el mina, Meadeyet El Mina | Lighthouse Shore / شط الفنار | Old Harbour / الميناء القديم
`;
