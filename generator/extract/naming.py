"""The words that names are made with: titles, ranks, organisations' nouns."""

from __future__ import annotations

import re

from generator.extract.lexicon import words

TITLES = words(
    """president vice-president premier chancellor minister secretary ambassador envoy
    governor mayor senator congressman congresswoman representative speaker chairman
    chairwoman chair chief leader head director director-general commander
    commissioner spokesman spokeswoman spokesperson general gen lt lieutenant colonel
    col major maj captain capt sergeant sgt admiral adm marshal brigadier king queen
    prince princess emperor pope cardinal archbishop bishop rabbi imam ayatollah
    sheikh sultan sir lord lady dame judge justice attorney prosecutor mr mrs ms miss
    dr doctor professor prof analyst economist scientist researcher historian expert
    engineer architect author writer singer actor actress coach striker captain driver
    pm cm ceo cfo mp mep deputy acting former late prime foreign defence defense
    interior finance external affairs state chairperson coordinator founder owner
    manager inspector constable detective superintendent sheriff trooper
    chief-of-staff rep sen gov pres adviser advisor officer official executive
    reverend rev conductor pianist biologist chemist physicist"""
)
"""Words that stand before a person's name and are not of it; lower case, no stop."""

FULL_TITLES = TITLES & words(
    """president vice-president premier chancellor minister secretary ambassador envoy
    governor mayor senator chairman chairwoman chief leader commander commissioner
    spokesman spokeswoman spokesperson gen lt colonel col maj captain capt sergeant sgt
    admiral adm marshal king queen prince princess emperor pope cardinal archbishop
    bishop sheikh sultan sir judge justice mr mrs ms dr professor prof analyst
    economist director engineer researcher coach farmer pilot pm cm ceo executive
    attorney officer inspector detective superintendent sheriff trooper constable
    conductor pianist biologist chemist physicist"""
)
"""Titles after which a capitalised run is surely a person."""

ORGANISATION_NOUNS = words(
    """Academy Administration Agency Alliance Armament Army Assembly Association
    Authority Bank Board Broadcasting Bureau Cabinet Center Centre Church Club
    Coalition College Command Commission Committee Company Conference Congress Corp
    Corporation Council Court Department Directorate Federation Force Forces Forum
    Foundation Front Fund Group Guard Hospital House Inc Industries Initiative
    Institute Institution Intelligence Laboratory League Ltd Ministry Mission Movement
    Museum Navy Network News Office Organisation Organization Orchestra Parliament
    Party Police Post Press Research Senate Service Society Staff Times Treasury
    Tribunal Trust Union University Airlines Airways Railways Motors Holdings Partners
    School Observatory Theatre Federation Chamber Union Council Committee Survey Watch
    Exchange Herald Journal Society Incorporated Co LLC LLP PLC plc AG SA GmbH Holding
    Constabulary Marshals Republicans Democrats Airline Bancorp Entertainment Pictures
    Studios Records Technologies Systems Software Electronics Pharmaceuticals Motor
    Aerospace Insurance Telecom Telekom Media Magazine Tribune Gazette Chronicle
    Guardian Reserve Marines Legislature Ministries Parliament Bundestag Duma Knesset
    Brigade Battalion Regiment Division Squadron Fleet Clinic Choir Band Ensemble
    Ballet Opera Gallery Library Archive Archives Zoo Cathedral Institutes Authority
    Organisations Organizations International Air Reporter Observer Telegraph Examiner
    Globe Courier Sentinel Inquirer Consortium Conglomerate Ventures Capital
    Securities Brothers Bros Computer Computers Mutual Stores Advisors Advisers Sons"""
)
"""A capitalised run that ends in one of these is an organisation."""

PLACE_NOUNS = words(
    """Peninsula Region Province Oblast District County Island Islands Sea Ocean River
    Lake Bay Gulf Strait Straits Mountains Valley Desert Canal Shipyard Airport Port
    Harbour Harbor Square Street Bridge Dam Base City Coast Cape Park Station Tower
    Stadium Pass Canyon Delta Basin Reservoir Glacier Mountain Hill Hills Beach Creek
    Falls Forest Avenue Road Lane Boulevard Highway Springs Heights Village Township
    Borough Airfield Plateau Reef"""
)
"""A capitalised run that ends in one of these is a place."""

EVENT_NOUNS = words(
    """War Summit Olympics Games Cup Agreement Treaty Pact Accord Accords Partnership
    Article Act Bill Festival Prize Award Championship Conference Forum Day Week Year
    Revolution Operation Plan Declaration Convention Protocol Resolution Note Crisis
    Memorial Conflict Report Programme Program Project Express Flight Index Average
    Series Trophy Open Marathon Derby Cyclone Typhoon Virus Disease Syndrome
    Christmas Easter Eve Era Period Age Century"""
)
"""A capitalised run that ends in one of these is neither."""

OFFICE_WORDS = words(
    """State Defense Defence Affairs Staff Intelligence Finance Justice Health
    Transport Energy Interior Trade Education Security War Agriculture Culture Labour
    Labor Industry Economy Environment Commerce Treasury Tourism Sport Science Police
    Operations Communications Committee Commission Council Parliament House Assembly"""
)
"""Words that end the name of an office: "Secretary of Defense", "Chief of Staff"."""

PORTFOLIOS = OFFICE_WORDS | words(
    """Human Social Food Rural Urban Public Family Welfare Housing Employment Innovation
    Technology Sports Immigration Border Natural Fisheries Forestry Land Services
    Infrastructure Development Cooperation Co-operation"""
)
"""Words that "and" joins in a ministry's name: "Department of Health and Human ..."."""

POLICE = words("Police Constabulary")
PUBLIC_BODIES = words(
    """Commission Administration Council Authority Committee Department Ministry Agency
    Association Board"""
)
"""Nouns before which an "and" may be inside: "Securities and Exchange Commission"."""

THE_COMPANY = re.compile(
    r"\b[Tt]he (?:company|firm|airline|carmaker|planemaker|manufacturer|retailer"
    r"|bank)\b"
)
"""Words that stand for a firm which the text has named."""

LEGAL_FORMS = words(
    """Inc Incorporated Corp Corporation Co Company Ltd Limited LLC LLP PLC plc AG SA SE
    SAS GmbH NV BV SpA AB ASA Oyj KK Pty Bhd Group Holdings Holding"""
)
"""Words that end the full name of a firm, which is often called without them."""

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
"""What may stand behind a person's surname."""

KNOWN_ORGANISATIONS = {
    # Acronym -> the full name that it is known by.
    "NATO": "NATO",
    "EU": "European Union",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "BRICS": "BRICS",
    "ASEAN": "ASEAN",
    "OPEC": "OPEC",
    "IMF": "International Monetary Fund",
    "WTO": "World Trade Organization",
    "WHO": "World Health Organization",
    "IAEA": "International Atomic Energy Agency",
    "NASA": "NASA",
    "ESA": "European Space Agency",
    "UNESCO": "UNESCO",
    "UNICEF": "UNICEF",
    "OECD": "OECD",
    "OSCE": "OSCE",
    "ICC": "International Criminal Court",
    "FBI": "FBI",
    "CIA": "CIA",
    "FIFA": "FIFA",
    "UEFA": "UEFA",
    "BBC": "BBC",
    "KCNA": "Korean Central News Agency",
    "SCO": "Shanghai Cooperation Organisation",
    "European Union": "European Union",
    "United Nations": "United Nations",
    "European Commission": "European Commission",
    "Kremlin": "Kremlin",
    "Pentagon": "Pentagon",
    "White House": "White House",
    "Reuters": "Reuters",
    "Interpol": "Interpol",
    "Hamas": "Hamas",
    "Hezbollah": "Hezbollah",
    "Taliban": "Taliban",
    "Red Cross": "Red Cross",
}

GIVEN_NAMES = words(
    """Abdel Aisha Aleksei Alexey Anatoly Andrii Andriy Ashraf Barack Charlotte Dmitri
    Dmitriy Dmitry Dmytro Douglas Evgeny Frank Gennady Hussein Karim Keir Kyrylo Lloyd
    Lyudmila Mark Masoud Milan Mykhailo Narendra Nikita Nikolay Oleg Oleksandr Oleksii
    Oleksiy Osama Pete Petro Pyotr Rahul Rishi Ruslan Salman Sergey Serhii Serhiy Shinzo
    Sofia Tariq Tayyip Ted Valery Vasily Vitaly Vladimir Volodymyr Vyacheslav Yana
    Yevgeny Yulia Yuri Yury"""
)
"""Given names that are common in world news, beside those of `given_names.txt`."""

FAMILY_FIRST = words(
    """Kim Lee Park Choi Choe Jung Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon
    Hwang Ahn Song Ri Pak Jo Hong No Xi Wang Li Zhang Liu Chen Yang Zhao Huang Zhou
    Wu Xu Sun Nguyen Tran"""
)
"""Family names that stand before the given name."""

NOT_NAMES = words(
    """I The A An This That These Those It He She They We You In On At By For From With
    As If When While After Before Since Until Although Though Because But And Or Nor
    So Yet However Meanwhile Moreover Furthermore Additionally Also Then Just Even
    Still Now Today Yesterday Tomorrow Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September
    October November December Spring Summer Autumn Winter Western Eastern Northern
    Southern West East North South Central Asian European African Arab Islamic
    Christian Muslim Jewish Communist Cold Patriot TV GDP AI IT PC CD DVD DNA GPS AM
    PM CEO CM GMT UTC EST His Her Their Its Our My Your There Here What Who Why How
    Where Which Some Many Most Few All Both Each Every No Not Only Despite During
    Under Over Between Among Against Amid Through Without Within About Around
    According Two Three Four Five Six Seven Eight Nine Ten First Second Third Last
    Next New Old Former Later Earlier Experts Analysts Officials Police Photo
    Picture Image Opinion Article Government President Minister Parliament Senate
    Foreign Defence Defense Interior Just Having Using Being Following Given
    Including Asked Speaking Church Let Yes Neither Either Like Such Internet Web
    Christmas Easter English Latin Arabic Hebrew Hindi Urdu Farsi Persian Mandarin
    Cantonese Ramadan God Bible EDT IST ET PST PDT CET BST MST CDT CST"""
)
"""Capitalised words that are no name by themselves."""

PARTICLES = words("von van der den de la di da del dos al el bin bint ibn ben abu")
"""Small words inside a person's name."""

JOINED = re.compile(r"([A-Z][a-z]+)[-–]([A-Z][a-z]+)")
"""Two names in one word: "India-China"."""
