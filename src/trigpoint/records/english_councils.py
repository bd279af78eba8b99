"""The councils of England that place and look after children, with their codes.

Facts typed from the Department for Education's three-digit numbers of local authorities
and the Office for National Statistics' register of geographic codes; the district
councils are those of the Local Government Act 1972 as they stood before each county was
reorganised, because councils' systems go on writing the old district.
"""

#: (name, Department for Education number, ONS codes, short names and districts).
COUNCILS: tuple[tuple[str, str, str, str], ...] = (
    ("City of London", "201", "E09000001", "city of london corporation"),
    ("Camden", "202", "E09000007", ""),
    ("Greenwich", "203", "E09000011", "royal greenwich"),
    ("Hackney", "204", "E09000012", ""),
    ("Hammersmith and Fulham", "205", "E09000013", "hammersmith;lbhf"),
    ("Islington", "206", "E09000019", ""),
    ("Kensington and Chelsea", "207", "E09000020", "kensington;rbkc"),
    ("Lambeth", "208", "E09000022", ""),
    ("Lewisham", "209", "E09000023", ""),
    ("Southwark", "210", "E09000028", ""),
    ("Tower Hamlets", "211", "E09000030", ""),
    ("Wandsworth", "212", "E09000032", ""),
    ("Westminster", "213", "E09000033", ""),
    ("Barking and Dagenham", "301", "E09000002", "barking;dagenham"),
    ("Barnet", "302", "E09000003", ""),
    ("Bexley", "303", "E09000004", ""),
    ("Brent", "304", "E09000005", ""),
    ("Bromley", "305", "E09000006", ""),
    ("Croydon", "306", "E09000008", ""),
    ("Ealing", "307", "E09000009", ""),
    ("Enfield", "308", "E09000010", ""),
    ("Haringey", "309", "E09000014", ""),
    ("Harrow", "310", "E09000015", ""),
    ("Havering", "311", "E09000016", ""),
    ("Hillingdon", "312", "E09000017", ""),
    ("Hounslow", "313", "E09000018", ""),
    ("Kingston upon Thames", "314", "E09000021", "kingston"),
    ("Merton", "315", "E09000024", ""),
    ("Newham", "316", "E09000025", ""),
    ("Redbridge", "317", "E09000026", ""),
    ("Richmond upon Thames", "318", "E09000027", "richmond"),
    ("Sutton", "319", "E09000029", ""),
    ("Waltham Forest", "320", "E09000031", ""),
    ("Birmingham", "330", "E08000025", ""),
    ("Coventry", "331", "E08000026", ""),
    ("Dudley", "332", "E08000027", ""),
    ("Sandwell", "333", "E08000028", ""),
    ("Solihull", "334", "E08000029", ""),
    ("Walsall", "335", "E08000030", ""),
    ("Wolverhampton", "336", "E08000031", ""),
    ("Knowsley", "340", "E08000011", ""),
    ("Liverpool", "341", "E08000012", ""),
    ("St. Helens", "342", "E08000013", "st helens;saint helens"),
    ("Sefton", "343", "E08000014", ""),
    ("Wirral", "344", "E08000015", ""),
    ("Bolton", "350", "E08000001", ""),
    ("Bury", "351", "E08000002", ""),
    ("Manchester", "352", "E08000003", ""),
    ("Oldham", "353", "E08000004", ""),
    ("Rochdale", "354", "E08000005", ""),
    ("Salford", "355", "E08000006", ""),
    ("Stockport", "356", "E08000007", ""),
    ("Tameside", "357", "E08000008", ""),
    ("Trafford", "358", "E08000009", ""),
    ("Wigan", "359", "E08000010", ""),
    ("Barnsley", "370", "E08000016;E08000038", ""),
    ("Doncaster", "371", "E08000017", ""),
    ("Rotherham", "372", "E08000018", ""),
    ("Sheffield", "373", "E08000019;E08000039", ""),
    ("Bradford", "380", "E08000032", ""),
    ("Calderdale", "381", "E08000033", ""),
    ("Kirklees", "382", "E08000034", ""),
    ("Leeds", "383", "E08000035", ""),
    ("Wakefield", "384", "E08000036", ""),
    ("Gateshead", "390", "E08000020;E08000037", ""),
    ("Newcastle upon Tyne", "391", "E08000021", "newcastle"),
    ("North Tyneside", "392", "E08000022", ""),
    ("South Tyneside", "393", "E08000023", ""),
    ("Sunderland", "394", "E08000024", ""),
    ("Isles of Scilly", "420", "E06000053", "scilly"),
    ("Bath and North East Somerset", "800", "E06000022",
     "banes;b&nes;bath & ne somerset"),
    ("Bristol, City of", "801", "E06000023", "bristol"),
    ("North Somerset", "802", "E06000024", ""),
    ("South Gloucestershire", "803", "E06000025", ""),
    ("Hartlepool", "805", "E06000001", ""),
    ("Middlesbrough", "806", "E06000002", ""),
    ("Redcar and Cleveland", "807", "E06000003", "redcar"),
    ("Stockton-on-Tees", "808", "E06000004", "stockton"),
    ("Kingston upon Hull, City of", "810", "E06000010", "hull;kingston upon hull"),
    ("East Riding of Yorkshire", "811", "E06000011", "east riding"),
    ("North East Lincolnshire", "812", "E06000012", "ne lincolnshire;n e lincolnshire"),
    ("North Lincolnshire", "813", "E06000013", ""),
    ("North Yorkshire", "815", "E10000023;E06000065",
     "craven;hambleton;harrogate;richmondshire;ryedale;scarborough;selby"),
    ("York", "816", "E06000014", ""),
    ("Luton", "821", "E06000032", ""),
    ("Bedford Borough", "822", "E06000055", "bedford"),
    ("Central Bedfordshire", "823", "E06000056", "mid bedfordshire;south bedfordshire"),
    ("Buckinghamshire", "825", "E10000002;E06000060",
     "aylesbury vale;chiltern;south buckinghamshire;south bucks;wycombe;"
     "bucks"),
    ("Milton Keynes", "826", "E06000042", ""),
    ("Derbyshire", "830", "E10000007",
     "amber valley;bolsover;chesterfield;derbyshire dales;erewash;"
     "high peak;north east derbyshire;south derbyshire"),
    ("Derby", "831", "E06000015", ""),
    ("Dorset", "835;838", "E10000009;E06000059",
     "east dorset;north dorset;purbeck;west dorset;weymouth and portland"),
    ("Poole", "836", "E06000029", ""),
    ("Bournemouth", "837", "E06000028", ""),
    ("Bournemouth, Christchurch and Poole", "839", "E06000058", "bcp"),
    ("Durham", "840", "E06000047",
     "county durham;chester le street;derwentside;easington;sedgefield;"
     "teesdale;wear valley"),
    ("Darlington", "841", "E06000005", ""),
    ("East Sussex", "845", "E10000011", "eastbourne;hastings;lewes;rother;wealden"),
    ("Brighton and Hove", "846", "E06000043", "brighton"),
    ("Hampshire", "850", "E10000014",
     "basingstoke and deane;east hampshire;eastleigh;fareham;gosport;hart;"
     "havant;new forest;rushmoor;test valley;winchester;hants"),
    ("Portsmouth", "851", "E06000044", ""),
    ("Southampton", "852", "E06000045", ""),
    ("Leicestershire", "855", "E10000018",
     "blaby;charnwood;harborough;hinckley and bosworth;melton;"
     "north west leicestershire;oadby and wigston;leics"),
    ("Leicester", "856", "E06000016", ""),
    ("Rutland", "857", "E06000017", ""),
    ("Staffordshire", "860", "E10000028",
     "cannock chase;east staffordshire;lichfield;newcastle under lyme;"
     "south staffordshire;stafford;staffordshire moorlands;tamworth;staffs"),
    ("Stoke-on-Trent", "861", "E06000021", "stoke"),
    ("Wiltshire", "865", "E06000054;E10000033",
     "kennet;north wiltshire;salisbury;west wiltshire;wilts"),
    ("Swindon", "866", "E06000030", ""),
    ("Bracknell Forest", "867", "E06000036", "bracknell"),
    ("Windsor and Maidenhead", "868", "E06000040", "windsor;maidenhead;rbwm"),
    ("West Berkshire", "869", "E06000037", "west berks"),
    ("Reading", "870", "E06000038", ""),
    ("Slough", "871", "E06000039", ""),
    ("Wokingham", "872", "E06000041", ""),
    ("Cambridgeshire", "873", "E10000003",
     "cambridge;east cambridgeshire;fenland;huntingdonshire;"
     "south cambridgeshire;cambs"),
    ("Peterborough", "874", "E06000031", ""),
    ("Halton", "876", "E06000006", ""),
    ("Warrington", "877", "E06000007", ""),
    ("Devon", "878", "E10000008",
     "east devon;exeter;mid devon;north devon;south hams;teignbridge;"
     "torridge;west devon"),
    ("Plymouth", "879", "E06000026", ""),
    ("Torbay", "880", "E06000027", ""),
    ("Essex", "881", "E10000012",
     "basildon;braintree;brentwood;castle point;chelmsford;colchester;"
     "epping forest;harlow;maldon;rochford;tendring;uttlesford"),
    ("Southend-on-Sea", "882", "E06000033", "southend"),
    ("Thurrock", "883", "E06000034", ""),
    ("Herefordshire", "884", "E06000019",
     "hereford;herefordshire county of;county of herefordshire"),
    ("Worcestershire", "885", "E10000034",
     "bromsgrove;malvern hills;redditch;worcester;wychavon;wyre forest;"
     "worcs"),
    ("Kent", "886", "E10000016",
     "ashford;canterbury;dartford;dover;folkestone and hythe;gravesham;"
     "maidstone;sevenoaks;shepway;swale;thanet;tonbridge and malling;"
     "tunbridge wells"),
    ("Medway", "887", "E06000035", "medway towns"),
    ("Lancashire", "888", "E10000017",
     "burnley;chorley;fylde;hyndburn;lancaster;pendle;preston;"
     "ribble valley;rossendale;south ribble;west lancashire;wyre;lancs"),
    ("Blackburn with Darwen", "889", "E06000008", "blackburn"),
    ("Blackpool", "890", "E06000009", ""),
    ("Nottinghamshire", "891", "E10000024",
     "ashfield;bassetlaw;broxtowe;gedling;mansfield;newark and sherwood;"
     "rushcliffe;notts"),
    ("Nottingham", "892", "E06000018", ""),
    ("Shropshire", "893", "E06000051;E10000026",
     "bridgnorth;north shropshire;oswestry;shrewsbury and atcham;"
     "south shropshire"),
    ("Telford and Wrekin", "894", "E06000020", "telford;the wrekin"),
    ("Cheshire East", "895", "E06000049",
     "east cheshire;macclesfield;congleton;crewe and nantwich"),
    ("Cheshire West and Chester", "896", "E06000050",
     "cheshire west;ellesmere port and neston;vale royal;cwac"),
    ("Cornwall", "908", "E06000052",
     "caradon;carrick;kerrier;north cornwall;penwith;restormel"),
    ("Cumbria", "909", "E10000006",
     "allerdale;barrow in furness;carlisle;copeland;eden;south lakeland"),
    ("Gloucestershire", "916", "E10000013",
     "cheltenham;cotswold;forest of dean;gloucester;stroud;tewkesbury;glos"),
    ("Hertfordshire", "919", "E10000015",
     "broxbourne;dacorum;east hertfordshire;hertsmere;north hertfordshire;"
     "st albans;stevenage;three rivers;watford;welwyn hatfield;herts"),
    ("Isle of Wight", "921", "E06000046", "iow"),
    ("Lincolnshire", "925", "E10000019",
     "boston;east lindsey;lincoln;north kesteven;south holland;"
     "south kesteven;west lindsey;lincs"),
    ("Norfolk", "926", "E10000020",
     "breckland;broadland;great yarmouth;kings lynn and west norfolk;"
     "king s lynn and west norfolk;north norfolk;norwich;south norfolk"),
    ("Northamptonshire", "928", "E10000021",
     "corby;daventry;east northamptonshire;kettering;northampton;"
     "south northamptonshire;wellingborough;northants"),
    ("Northumberland", "929", "E06000048;E06000057",
     "alnwick;berwick upon tweed;blyth valley;castle morpeth;tynedale;"
     "wansbeck"),
    ("Oxfordshire", "931", "E10000025",
     "cherwell;oxford;south oxfordshire;vale of white horse;"
     "west oxfordshire;oxon"),
    ("Somerset", "933", "E10000027;E06000066",
     "mendip;sedgemoor;south somerset;taunton deane;west somerset;"
     "somerset west and taunton"),
    ("Suffolk", "935", "E10000029",
     "babergh;east suffolk;forest heath;ipswich;mid suffolk;st edmundsbury;"
     "suffolk coastal;waveney;west suffolk"),
    ("Surrey", "936", "E10000030",
     "elmbridge;epsom and ewell;guildford;mole valley;reigate and banstead;"
     "runnymede;spelthorne;surrey heath;tandridge;waverley;woking"),
    ("Warwickshire", "937", "E10000031",
     "north warwickshire;nuneaton and bedworth;rugby;stratford on avon;"
     "warwick;warks"),
    ("West Sussex", "938", "E10000032",
     "adur;arun;chichester;crawley;horsham;mid sussex;worthing"),
    ("North Northamptonshire", "940", "E06000061", ""),
    ("West Northamptonshire", "941", "E06000062", ""),
    ("Cumberland", "942", "E06000063", ""),
    ("Westmorland and Furness", "943", "E06000064", ""),
)  # fmt: skip

#: Councils of the other countries, by what their names hold.
SCOTTISH = (
    "aberdeen;aberdeenshire;angus;argyll and bute;ayrshire;clackmannanshire;"
    "dumfries and galloway;dundee;dunbartonshire;lothian;edinburgh;falkirk;fife;glasgow;"
    "highland;inverclyde;midlothian;moray;eilean siar;western isles;orkney;perth and kinross;"
    "renfrewshire;scottish borders;shetland;lanarkshire;stirling;scotland"
)
WELSH = (
    "anglesey;blaenau gwent;bridgend;caerphilly;cardiff;carmarthenshire;ceredigion;conwy;"
    "denbighshire;flintshire;gwynedd;merthyr tydfil;monmouthshire;neath port talbot;newport;"
    "pembrokeshire;powys;rhondda cynon taf;rhondda;swansea;torfaen;vale of glamorgan;wrexham;"
    "wales"
)
NORTHERN_IRISH = (
    "antrim and newtownabbey;ards and north down;armagh city;banbridge;belfast;"
    "causeway coast and glens;derry city and strabane;fermanagh and omagh;lisburn;"
    "mid and east antrim;mid ulster;newry mourne and down;northern ireland"
)
