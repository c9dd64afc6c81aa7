package extract

// wordList is words of one class.
type wordList struct {
	class wordClass
	words string // separated by blanks, in lower case
}

// wordLists are the words that the rules know, by class. A word may stand in several.
func wordLists() []wordList {
	return []wordList{
		// Words that build sentences.
		{auxiliary, "was were is are be been being had has have having did does do am 's got"},
		{conjunction, "and but or yet nor then so"},
		{relativiser, "which who whom whose"},
		{subordinator, "after when while as although though because since once before if until whereas unless whilst till upon by in following"},
		{particle, "out about off up down"},
		{listing, "including excluding according regarding concerning depending owing pending notwithstanding"},

		// Pronouns.
		{anybody, "he she"},
		{everybody, "they"},

		// Verbs.
		{irregular, `chose rode drove wrote threw grew flew fled swore froze sought swept sang fought began gave took mistook retook overthrew overran withstood withdrew
			undertook oversaw overcame outlawed forbade foresaw rewrote rebuilt reelected re-elected resold outlived outnumbered upheld slew strove forsook befell
			arose retold remade rewon regained reestablished re-established reoccupied recaptured reconquered`},
		{intransitive, `lasted remained arrived died went came occurred happened emerged rose fell appeared disappeared existed belonged consisted ensued prevailed lived
			resided participated succumbed migrated emigrated immigrated persisted culminated dwindled`},
		{saying, `said believed thought claimed stated announced knew felt reported hoped feared ensured meant argued suggested saw heard agreed noted wrote found
			showed realized realised learned decided told considered estimated insisted declared let made had says is are was were`},
		{bidding, `advised ordered forced instructed asked allowed helped permitted requested urged told invited compelled persuaded convinced encouraged commissioned
			enabled required obliged forbade commanded directed authorized authorised caused led warned pressed begged taught`},
		{seeing, `described referred regarded ranked known seen viewed treated served used recognised recognized hailed listed classified denounced portrayed cited
			identified characterized characterised`},
		{giving, `ceded annexed sold surrendered given gave transferred awarded granted handed returned lost offered ceding surrendering selling attached allied
			cede concede conceded conceding surrender transfer transferring return grant sell hand passed`},
		{uniting, `incorporated integrated absorbed admitted merged accepted annexed incorporate integrate absorb incorporating absorbing annexing`},
		{making, `founded established created formed signed adopted recognised recognized built opened completed published launched enacted ratified passed written
			designed released introduced installed held constructed inaugurated composed painted discovered fought renamed`},
		{appointing, "appointed named nominated promoted elected installed crowned commissioned hired proclaimed knighted"},
		{stative, `had was were did seemed appeared knew believed thought felt wanted hoped needed lived remained served worked reigned ruled governed included contained
			consisted belonged owned feared liked loved hated stood lay meant existed depended comprised covered resembled concerned involved required showed
			suggested indicated reflected represented used tended continued kept argued considered regarded viewed saw described noted said wrote stated claimed
			read cost measured weighed numbered totaled totalled averaged allowed made caused`},
		{concluding, "signed concluded agreed adopted issued proclaimed passed enacted approved made negotiated ratified"},
		{meeting, `meet sign visit shake exchange attend greet pose embrace talk speak arrive march walk discuss celebrate open cut inspect address`},
		{taking, `purchased bought acquired obtained received ordered delivered seized captured recaptured took taken retook retaken conquered wrested won regained annexed
			leased borrowed inherited liberated purchasing buying acquiring seizing capturing taking gained seceded imported`},
		{bearing, "sailed left departed headed bound embarked sailing leaving departing heading sail out off"},
		{gaining, "gained gain achieved won obtained declared received attained granted"},
		{enduring, "stretching continuing lasting extending ending running concluding finishing reaching"},
		{outcome, `leading resulting culminating ending causing becoming making being beginning continuing remaining lasting dying returning finishing losing winning`},
		{dating, "back dates dated date lasted lasts"},
		{printing, "published titled entitled printed reprinted quoted"},
		{intended, "intended planned scheduled proposed expected projected targeted"},

		// Prepositions and what goes with a date.
		{placing, `in at near into to from across through over around within toward towards off outside throughout inside onto beyond via along`},
		{adjunct, "in at on from for during across throughout near within along over around under through with upon"},
		{bounding, "until till before since after following prior with"},
		{relating, "after following since before until at upon during attended"},
		{leading, "of beginning starting dated until on in commencing"},
		{nearly, "just shortly soon only even especially particularly immediately notably"},
		{comparing, "compared comparison versus vs vs. relative unlike against"},
		{consequential, `culminating including resulting following after before since despite caused leading ending due because aftermath way stage ground path wake`},
		{deictic, "since time within period years decade after afterwards afterward thereafter"},
		{sequence, `then subsequently afterwards afterward thereupon thereafter soon shortly immediately finally eventually consequently meanwhile instead`},

		// Nouns of happenings and time.
		{happening, `death birth war battle siege attack raid visit defeat victory conflict crisis fall rise coup revolt uprising riot summit conference congress strike
			massacre murder split march campaign treaty launch landing flight earthquake flood famine merger release overthrow outbreak start end close funeral
			wedding marriage return breakup collapse purchase capture surrender protest trial tour discovery fire opening founding withdrawal arrival departure
			proposal removal trip incident ceasefire armistice census referendum contest championship game olympics cup season poll interview festival tournament
			meeting session expedition blockade offensive bombing ceremony hurricane epidemic pandemic drought tragedy disaster accident shooting voyage debate
			combat assault parade rally demonstration mutiny genocide pogrom eruption explosion crash escape retreat evacuation election ambush speech match race
			reign rule independence move entry loss birthday putsch debut coming signing passage burning sacking sinking appearance reform reunion premiere
			takeover handover exodus purge boycott uprisings conquest reconquest downfall demise ouster truce arrest onset advent hijacking lynching rout
			crusade`},
		{thing, `government nation population constitution institution organization organisation corporation administration station condition position section document
			parliament department regiment monument element apartment tradition version generation education civilization civilisation association federation
			location profession commission legislation edition fiction portion equipment cement percussion division television instrument moment segment dimension
			function information`},
		{personal, `death birth murder assassination execution resignation arrival return departure visit election coronation abdication marriage wedding victory defeat
			invasion surrender withdrawal retreat appointment conviction arrest escape flight trial loss conquest annexation occupation attack intervention accession
			capitulation bombing blockade ratification recognition entry refusal rejection expulsion exile independence`},
		{unit, `year years month months day days week weeks night evening morning afternoon spring summer autumn fall winter beginning end start middle close turn
			part half quarter rest remainder course season date period era decade decades century as outset eve time weekend holiday months' most much all`},
		{measured, "decade decades years months weeks days period year month century centuries era"},
		{vague, "time times period era age moment point present today now stage juncture"},

		// Nouns of people, places and things.
		{collective, `troops forces force army armies navy fleet government governments soldiers authorities leaders leadership military militia communists rebels colonists
			settlers people advisors advisers engineers officials diplomats parliament congress senate delegation representatives regime empire air police
			delegates ships warships aircraft regulars legislature state republic expeditionary corps garrison commanders revolutionaries side party voters
			intervention government-in-exile assembly court courts administration nation citizens team invasion attack`},
		{polity, `city kingdom state province colony duchy principality sultanate caliphate town island territory cities kingdoms states provinces colonies
			duchies towns islands republics`},
		{paired, "governments countries nations states sides powers parties republics"},
		{sided, "north south east west northeast northwest southeast southwest front ahead because out instead part number capable"},
		{work, `book novel film movie song album poem essay article paper report study edition painting lithograph map play opera biography memoir documentary
			estimate estimates est. est survey figures figure data ranking index projection novella adaptation sequel remake`},
		{receiving, `received reviewed nominated won praised criticized criticised hailed acclaimed grossed sold adapted translated admired panned awarded`},
		{depiction, `map portrait painting drawing photo photograph picture image illustration engraving lithograph etching woodcut sketch watercolor watercolour fresco
			mosaic mural caricature cartoon poster print plate scene view panorama statue bust sculpture relief replica model diagram chart graph table density
			distribution population percentage rate flag emblem banner seal logo stamp postcard postage coin banknote medal cover page frontispiece title
			manuscript excerpt still snapshot depiction oil screenshot facsimile copy miniature tapestry monument memorial costume canvas daguerreotype artwork
			impression`},
		{numbered, `number numbers no. nos. nr. # serial flight engine model route highway page pages pp. p. lot item catalogue catalog room resolution directive
			locomotive asteroid proposition`},
		{paging, "p p. pp pp. page pages vol. isbn"},
		{allotted, `budget forecast target quota plan programme program expenditure spending revenue estimate estimates report index ranking rankings figure figures data
			survey statistics rate outlook projection projections yearbook balance`},
		{imprint, "press publishers publishing publications publisher verlag hardcover paperback"},

		// Adjectives and adverbs.
		{kept, `former alleged failed attempted abortive unsuccessful mock fake false proposed planned would-be so-called potential possible acting deputy vice first
			last second third only next same other final half few little many several much more most less least such own unable able intended imaginary fictional
			provisional interim partial not never nearly hardly barely rarely scarcely reportedly allegedly supposedly early monthly weekly daily unlikely likely
			nominally partly partially almost civil general prime foreign nuclear human social`},
	}
}

// deedLists are words that tell one kind of happening, so that "Brezhnev's funeral" finds "Brezhnev died". A word that stands in several belongs to the first.
func deedLists() []string {
	return []string{
		"proclamation proclaim proclaimed founding founded establishment establish established creation created formation formed declared declaration",
		"death deaths died dies funeral killed assassination assassinated murder murdered executed execution",
		"invasion invade invaded", "collapse collapsed fall fell dissolution dissolved", "election elected re-elected", "withdrawal withdrew withdrawn",
		"surrender surrendered capitulation capitulated", "conquest conquered", "resignation resigned", "marriage wedding married", "birth born",
		"launch launched", "landing landed", "arrival arrived", "departure departed", "return returned", "capture captured seized seizure", "overthrow overthrown overthrew",
		"independence", "annexation annexed", "coronation crowned", "ratification ratified", "abdication abdicated", "occupation occupied", "liberation liberated", "siege besieged", "bombing bombed", "assassination assassinated",
	}
}
