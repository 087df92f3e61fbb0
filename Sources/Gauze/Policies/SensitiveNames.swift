/// The parts of a name, in small letters: `dbPassword`, `db-password`, `DB_PASSWORD` and
/// `db.password` have the same two, `db` and `password`.
///
/// A part ends at a separator, before a capital letter behind a small one or a digit, and before the
/// last of several capitals if a small letter follows (`APIKey`, `XMLHttp`). Digits stay with the
/// letters before them, but for those that end a name (`password2`), which are dropped. Of a long name
/// the last 64 bytes count.
package struct NameParts: Sendable {
  /// The bytes of all parts behind each other.
  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var starts = InlineArray<64, UInt8>(repeating: 0)

  /// How many parts there are.
  package private(set) var count = 0
  private var length = 0

  /// Reads the name that is written from `start` to `end`, which must lie in `text`.
  package init(_ text: Span<UInt8>, from start: Int, to end: Int) {
    let start = max(start, end - 64)
    var isInside = false
    var position = start
    while position < end {
      let byte = text[position]
      guard byte.isAlphanumeric || byte >= 0x80 else {
        isInside = false
        position += 1
        continue
      }
      if isInside, byte.isUppercase {
        let next = position + 1 < end ? text[position + 1] : 0
        if !text[position - 1].isUppercase || next.isLowercase { isInside = false }
      }
      if !isInside {
        starts[count] = UInt8(truncatingIfNeeded: length)
        count += 1
        isInside = true
      }
      // A name of at most 64 bytes has no more parts and no more letters.
      bytes[length] = byte.lowercased
      length += 1
      position += 1
    }
    dropNumber()
  }

  private mutating func dropNumber() {
    guard count > 0 else { return }
    while length > Int(starts[count - 1]) + 1, bytes[length - 1].isDigit { length -= 1 }
    if count > 1, length == Int(starts[count - 1]) + 1, bytes[length - 1].isDigit {
      length -= 1
      count -= 1
    }
  }

  /// Part number `index`, which must be less than `count`.
  package func part(_ index: Int) -> [UInt8] {
    bounds(from: index, through: index).map { bytes[$0] }
  }

  /// Where parts `first` to `last`, written together, stand.
  private func bounds(from first: Int, through last: Int) -> Range<Int> {
    Int(starts[first])..<(last + 1 < count ? Int(starts[last + 1]) : length)
  }

  /// Whether parts `first` to `last`, written together, are a word of `table`.
  func stands(in table: WordTable, from first: Int, through last: Int) -> Bool {
    guard first >= 0, last < count, first <= last else { return false }
    let range = bounds(from: first, through: last)
    return table.contains(bytes.span, from: range.lowerBound, to: range.upperBound)
  }

  /// Whether part `index` ends with `suffix` and has letters before it.
  func ends(_ index: Int, with suffix: StaticString) -> Bool {
    let range = bounds(from: index, through: index)
    let start = range.upperBound - suffix.utf8CodeUnitCount
    guard start > range.lowerBound else { return false }
    return bytes.span.extracting(start..<range.upperBound).equals(suffix)
  }
}

/// How readily the value of a name is taken for a secret.
enum NameWeight: UInt8, Sendable {
  /// The name says nothing of secrets.
  case none
  /// A word of many meanings (`auth`, `sig`, `session`): the value must look like a token.
  case faint
  /// Some key (`ACME_KEY`, `?key=`): the value must look like a long token.
  case key
  /// A short number (`pin`, `otp`).
  case number
  /// A word that also stands in messages (`token`, `credentials`): prose behind it stays.
  case weak
  /// A password, a key or a secret.
  case strong
  /// Several words (`passphrase`, `mnemonic`).
  case phrase
  /// An `Authorization` header.
  case authorization
  /// A `Cookie` header.
  case cookie
  /// A `Set-Cookie` header.
  case setCookie
}

/// Which names are sensitive, judged by their parts.
enum SensitiveName {
  /// What a name is made of.
  static func isByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == ASCII.minus || byte == ASCII.dot || byte == ASCII.dollar
  }

  /// The weight of the name whose last word begins with part `word` of `parts`; earlier parts are
  /// words before it, which matter only together with it (`API key`).
  static func weight(_ parts: NameParts, word: Int) -> NameWeight {
    let last = parts.count - 1
    guard last >= 0, word <= last else { return .none }
    if let weight = compound(parts, last) { return weight }
    if parts.stands(in: harmlessEnds, from: last, through: last) { return .none }
    if last > word, parts.stands(in: harmlessStarts, from: word, through: word) { return .none }
    if parts.stands(in: single, from: last, through: last) {
      return weight(ofSingle: parts, last, isAlone: last == word)
    }
    for index in word...last where isStrong(parts, index) { return .strong }
    if parts.stands(in: weak, from: last, through: last) || parts.ends(last, with: "token")
      || parts.ends(last, with: "tokens") || parts.ends(last, with: "sessid")
    {
      let first = word > 0 ? word - 1 : word
      return last > first && parts.stands(in: counts, from: first, through: first)
        || parts.stands(in: counts, from: word, through: word) && last > word ? .none : .weak
    }
    if parts.stands(in: faint, from: last, through: last) { return .faint }
    if parts.stands(in: plainKey, from: last, through: last), last > word,
      !parts.stands(in: harmlessKeys, from: last - 1, through: last - 1)
    {
      return .key
    }
    return .none
  }

  /// Whether a name speaks of an aspect of something (`grant_type`, `min_length`).
  static func isAspect(_ parts: NameParts) -> Bool {
    let last = parts.count - 1
    return parts.stands(in: harmlessEnds, from: last, through: last)
      || parts.stands(in: harmlessStarts, from: 0, through: 0)
  }

  /// Whether the words ask for a secret: `password for jane`.
  static func asks(_ parts: NameParts) -> Bool {
    parts.stands(in: asked, from: 0, through: 0) && parts.stands(in: purpose, from: 1, through: 1)
  }

  private static let asked = WordTable("password passphrase passwort kennwort passcode")
  private static let purpose = WordTable("for für")

  /// The weight of a query parameter that would be harmless elsewhere.
  static func queryWeight(_ parts: NameParts) -> NameWeight {
    parts.count == 1 && parts.stands(in: queryNames, from: 0, through: 0) ? .key : .none
  }

  /// What two or three parts make together: `api key`, `connection string`.
  private static func compound(_ parts: NameParts, _ last: Int) -> NameWeight? {
    for length in 0..<3 {
      let first = last - length
      if parts.stands(in: compounds, from: first, through: last) { return .strong }
      if parts.stands(in: phrases, from: first, through: last) { return .phrase }
      if parts.stands(in: weakCompounds, from: first, through: last) { return .weak }
      if parts.stands(in: numbers, from: first, through: last) { return .number }
    }
    return nil
  }

  private static func weight(ofSingle parts: NameParts, _ last: Int, isAlone: Bool) -> NameWeight {
    if parts.stands(in: cookies, from: last, through: last) {
      let isSet =
        parts.stands(in: setCookie, from: last, through: last)
        || parts.stands(in: setting, from: last - 1, through: last - 1)
      return isSet ? .setCookie : .cookie
    }
    if parts.stands(in: authorizations, from: last, through: last) { return .authorization }
    // `pass` and `fail` are also what tests do.
    return isAlone ? .faint : .strong
  }

  private static func isStrong(_ parts: NameParts, _ index: Int) -> Bool {
    if parts.stands(in: strong, from: index, through: index) { return true }
    return parts.ends(index, with: "password") || parts.ends(index, with: "passwd")
      || parts.ends(index, with: "secret") || parts.ends(index, with: "apikey")
      || parts.ends(index, with: "storepass") || parts.ends(index, with: "keypass")
  }

  private static let strong = WordTable(
    """
    password passwords passwd passwds pwd pwds passcode passcodes secret secrets passwort kennwort \
    senha contrasena contraseña wachtwoord lösenord adgangskode heslo пароль 密码 密碼 パスワード \
    apikey apikeys apisecret privatekey secretkey psk sshpass pgpass mysqlpwd userpass dbpass
    """
  )
  private static let single = WordTable(
    "pass cookie cookies setcookie authorization proxyauthorization"
  )
  private static let cookies = WordTable("cookie cookies setcookie")
  private static let setCookie = WordTable("setcookie")
  private static let setting = WordTable("set")
  private static let authorizations = WordTable("authorization proxyauthorization")
  private static let weak = WordTable(
    """
    token tokens credential credentials creds jwt bearer csrf xsrf phpsessid jsessionid \
    aspsessionid sessionid accesskey sas dsn otpauth htpasswd
    """
  )
  private static let faint = WordTable(
    "auth session sid sess sig signature hmac salt pw pat keys webhook sessions otpcode"
  )
  private static let plainKey = WordTable("key")
  private static let queryNames = WordTable("key code ticket state assertion hash k t")
  private static let harmlessKeys = WordTable(
    """
    foreign primary sort partition public composite unique cache row hash range object candidate \
    surrogate natural routing shard group lookup translation registry map config property \
    dictionary json yaml index order storage cluster distribution duplicate invalid unknown missing \
    unexpected expected bad this that no the a any each arrow enter escape shift hot locale i18n \
    idempotency event message join field column
    """
  )
  private static let compounds = WordTable(
    """
    apikey apikeys accesskey accesskeys secretkey secretkeys privatekey privatekeys encryptionkey \
    decryptionkey signingkey signkey accountkey sharedkey sharedaccesskey sharedaccesssignature \
    masterkey authkey sshkey licensekey productkey sessionkey storagekey subscriptionkey servicekey \
    functionkey functionskey adminkey appkey applicationkey integrationkey ingestkey \
    licencekey writekey deploykey consumerkey consumersecret clientkey aeskey rsakey hmackey \
    jwtkey secretkeybase keybase64 cryptkey dekkey kekkey serviceaccountkey \
    connectionstring connectionstrings connstr connstring connectionuri \
    secretid privatekeyid secretaccesskey oauthtokensecret password passwords passkey webhooksecret \
    pushkey vaultkey wifikey presharedkey wpakey motdepasse
    """
  )
  private static let phrases = WordTable(
    "passphrase passphrases mnemonic seedphrase recoveryphrase backupphrase"
  )
  private static let weakCompounds = WordTable(
    """
    sessionid sessionids sessid sessiontoken connectsid authtoken accesstoken refreshtoken idtoken \
    bearertoken securitytoken csrftoken xsrftoken sastoken amzsignature amzcredential googsignature \
    keymaterial
    """
  )
  private static let numbers = WordTable(
    """
    pin pincode otp otps totp hotp mfacode otpcode cvv cvc cvv2 verificationcode onetimecode \
    securitycode onetimepassword confirmationcode recoverycode authcode logincode smscode 2facode \
    onetimepasscode tan tancode backupcode yourcode yourpin
    """
  )
  private static let harmlessStarts = WordTable(
    """
    max min maximum minimum num number count total avg average has is are public foreign primary \
    needs requires without
    """
  )
  private static let counts = WordTable(
    """
    max min maximum minimum number total num count of prompt completion input output cached \
    remaining used reasoning estimated
    """
  )
  private static let harmlessEnds = WordTable(
    """
    count counts counter total max min limit limits size sizes len length type types kind method \
    methods mode name names id ids policy policies file files filename path paths dir directory url \
    urls uri endpoint endpoints host hosts hint hints prompt label placeholder field fields column \
    columns table format regex pattern patterns expiry expires expiration expired ttl age at date \
    time timestamp status state valid validity validator validation validate enabled disabled \
    required optional strength rotation version versions algorithm algorithms alg provider providers \
    manager store stores scope scopes reset change changed created updated exists present missing \
    error errors exception exceptions failure failures failed warning message messages msg reason \
    ref refs arn budget usage used rate cost price window index offset position start end input \
    output source stdin fd env var variable reader parser lexer handler service factory class \
    client server engine plugin middleware controller module resolver interceptor filter filters \
    invalid mismatch notfound short long weak denied match matches attempts tries retries attempt \
    tests test rule rules requirements complexity history min expire days minutes seconds ms hours \
    level levels group groups column text title header headers challenge supported support flow \
    grant grants bucket stream buffer kinds info event events log logs code codes selector sync \
    detected found leaked scanning scanner detection santa sauce java kt go py js ts tsx jsx mjs cjs rb rs cc cpp hpp cs swift php \
    scala sql md txt json yaml yml toml xml html css sh lock vue tf proto
    """
  )
}
