/// The lists that invented people, companies and projects are drawn from.
enum Names {
  /// First names, in small letters.
  static let first = words(
    """
    jane tamsin oswin priya marek linnea diego aiko samira tobias ingrid rafael yusuf chiara kwame
    leonie mateo nadia oskar paloma quentin rosalind stefan thandi ulrich valeria wendell ximena
    yannick zelda amara bjorn celeste dmitri elodie farid greta hamish imogen jovan katya lorcan
    mirela nikhil odette pascal renata soren tereza ursula viktor wanda yelena zoltan adele bastian
    corinne desmond edita florian gwendolyn henrik isolde jasper klara ludovic marisol nestor olwen
    petra rowena silvio tatiana urban vesna wolfram adaeze bronte cosima dagmar emeka fiona gideon
    hanneke ilse joachim keziah lazlo mbali noor orla
    """
  )
  /// Last names, in small letters.
  static let last = words(
    """
    ortiz okafor lindqvist marchetti novak hargreaves petrova sorensen iwasaki kowalczyk delacroix
    mbeki fitzgerald rasmussen bianchi vasquez thornbury achterberg okonkwo szymanski haverford
    lefebvre grunewald castellano mcallister brandvold yamashita ferreira kozlov wetherby adeyemi
    holmqvist tremblay oduya salgado whitlock zimmermann pellegrini nakamura vandermeer blackwood
    cisneros dombrowski ekström fairweather gallagher hendriks ivanova jablonski kirkpatrick
    laurentis montoya nyström oyelaran pemberton quintero rosenthal sandoval takahashi underhill
    villanueva wojcik yarborough zambrano ashdown bellerose carmichael drummond eastwick fonseca
    goldthwaite hollingsworth ibarra jankowski kallenbach lockhart mortensen
    """
  )
  /// Names outside ASCII, as a folder or an account would carry them.
  static let foreign = words(
    """
    jürgen.weiß françois.lefèvre søren.kjær łukasz.żak наталья.орлова 田中太郎 山本花子 josé.núñez
    zoë.brontë åsa.öberg günther.größ ağça.çelik 김서연이 李小龙山 παναγιώτης mária.kováčová
    renée.dûment дмитрий.соколов ștefan.ionescu björk.þórsdóttir
    """
  )
  /// Beginnings of companies' names.
  static let head = words(
    """
    quill brack fern kestrel otter marl thistle corvid hazel lynx tallow birch ember gannet harrow
    juniper larch merlin nettle osprey peregrin rook saffron tamar umber vesper willow yarrow alder
    bramble cinder dapple fallow grackle heron indigo jackdaw kittle linnet mallow nimbus
    """
  )
  /// Ends of companies' names.
  static let tail = words(
    """
    marsh water field loam gate holt wick stead bury combe dale fell garth haven keld lea mere ness
    ridge shaw thorpe vale wold yard croft brook crest
    """
  )
  /// What companies do.
  static let trade = words(
    """
    freight dental foods optics legal pharma motors textiles energy realty insurance robotics brewing
    timber aviation clinics payroll bakery shipping
    """
  )
  /// Names of secret undertakings; each is a part of a secret where it appears.
  static let project = words(
    """
    bluefin redwoodx moonraker firebrand icebreaker nightjar sandcastle goldfinch thunderhead
    starling-x copperhead whitecap longbow nutcracker skylark-v2 windjammer foxglove snowgoose
    hollyhock dragonet peppermill stonecrop waxwing catamaran
    """
  )
  /// Folder names that tell nothing.
  static let folder = words(
    """
    src lib app pkg cmd internal models staging marts sources config build scripts server client
    api core jobs etl pipelines services handlers tests shared
    """
  )
  /// Folders that people keep their work in.
  static let workspace = words("code projects work repos git dev workspace src Documents Desktop")
  /// File names that tell nothing.
  static let stem = words(
    """
    index main loader runner helpers client server session parser writer schema settings report
    handler worker router queue export import_job summary
    """
  )
  /// Words of a file name that tell something, together with the company's.
  static let matter = words(
    """
    layoffs salaries merger forecast invoices patients contracts margins bonus churn audit roster
    """
  )

  /// The words of a text.
  static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

/// The invented person, company and project of one text.
struct Person {
  /// The first name, in small letters.
  let first: String
  /// The last name, in small letters.
  let last: String
  /// The account name.
  let account: String
  /// The company, one word.
  let company: String
  /// The company's trade.
  let trade: String
  /// The project's name.
  let project: String
  /// The company's domain.
  let domain: String

  /// A new person.
  init(_ random: inout Random) {
    first = random.pick(Names.first)
    last = random.pick(Names.last)
    company = random.pick(Names.head) + random.pick(Names.tail)
    trade = random.pick(Names.trade)
    project = random.pick(Names.project)
    let plain = last.unicodeScalars.allSatisfy(\.isASCII) ? last : "larsson"
    switch random.below(6) {
    case 0: account = first + "." + plain
    case 1: account = String(first.prefix(1)) + plain
    case 2: account = plain + String(first.prefix(1))
    case 3: account = first + "_" + plain
    case 4: account = first + String(random.within(10, 99))
    default: account = plain
    }
    let name = random.chance(40) ? company + "-" + trade : company
    let top = [
      "example", "example", "example.com", "test", "io", "com", "co.uk", "de", "com.br", "dev",
      "net", "ai",
    ]
    domain = name + "." + random.pick(top)
  }

  /// `Jane Ortiz`.
  var fullName: String {
    Person.capitalized(first) + " " + Person.capitalized(last)
  }

  /// The text with its first letter made large.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
