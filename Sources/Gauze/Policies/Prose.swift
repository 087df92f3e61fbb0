/// Words that tell a message from a value: `token: unexpected end of input` is prose, `token: 7f3a9c`
/// is not.
enum Prose {
  /// Words that make a sentence about the name before them.
  static let predicates = WordTable(
    """
    is isn't are aren't was wasn't were weren't be been being must should shall may might can cannot \
    can't could couldn't will won't would has have had hasn't haven't does doesn't do don't did \
    didn't not required missing invalid incorrect wrong expected unexpected mismatch mismatched \
    mismatches match matches matched failed fails failure failing expired expires expiring rejected \
    refused denied revoked disabled enabled unset undefined unknown unsupported unable malformed \
    blank empty optional exceeds exceeded contains needs need unauthorized forbidden provided given \
    found supplied specified configured redacted hidden masked omitted removed filtered unavailable \
    available verified accepted updated generated rotated received stored loaded cannot authorized \
    authenticated validated truncated parsed decoded deprecated ignored skipped changed created \
    deleted saved started closed opened reset contain include includes nil please try again retry too error errors failure
    """
  )

  /// Words that begin a message and prove nothing alone.
  static let openers = WordTable(
    """
    a an the this that these those your you it its no none neither only at least most more less \
    than please enter use using try check see provide for from in on of with within without by as \
    and or but to if when because since while user users access login connection passwords \
    password token tokens secret secrets key keys field value values credentials credential \
    authentication authorization string number object array line column position char character \
    characters identifier one two both all any some too still already also now current old new \
    minimum maximum length server client request response header could unauthenticated session \
    cookie such there signature algorithm
    """
  )

  /// What people write behind `Bearer` or `Basic` when they speak of it.
  static let schemeNouns = WordTable(
    """
    token tokens auth authentication authorization scheme schemes header headers format prefix type \
    credential credentials usage realm error scope string value key keys jwt bearer security access \
    method flow challenge support prefixed
    """
  )

  /// What people write behind an option when they speak of it.
  static let optionNouns = WordTable(
    """
    option options flag flags argument arguments arg args parameter parameters instead requires \
    require string str text value int bool file stdin environment variable switch prompt setting \
    then before after via takes sets set lets allows overrides here etc
    """
  )

  /// Values that hold nothing.
  static let nothing = WordTable(
    """
    null nil none undefined true false yes no on off empty blank unset required optional missing \
    invalid hidden redacted masked filtered removed omitted secret_hidden n/a na nan not_set \
    not-set notset string str text bytes bytearray char varchar boolean bool integer int number \
    float object array list dict map any void never symbol unknown default enabled disabled \
    include omit same-origin ok failed failure success expired valid incorrect wrong mismatch \
    &str denied protected set defined provided present absent encrypted
    """
  )

  /// What help texts write in the place of a value.
  static let metavariables = WordTable(
    "PASSWORD TOKEN KEY SECRET PASS PWD STRING TEXT VALUE PASSPHRASE CREDENTIALS API_KEY PIN CODE"
  )

  /// Technical words with digits in them, which are no tokens.
  static let technical = WordTable(
    """
    sha1 sha224 sha256 sha384 sha512 md5 base32 base58 base64 base64url utf8 utf-8 utf16 utf-16 \
    ascii7 oauth1 oauth2 oauth2.0 ipv4 ipv6 http1 http2 http/1.1 http/2 argon2 argon2id argon2i \
    pbkdf2 ed25519 x25519 aes128 aes192 aes256 hs256 hs384 hs512 rs256 rs384 rs512 es256 es384 \
    es512 ps256 ps512 x509 x.509 pkcs1 pkcs5 pkcs7 pkcs8 pkcs12 saml2 tls1.2 tls1.3 iso8859 latin1 \
    sha-1 sha-256 sha-512 aes-128 aes-256 rc4 des3 k8s i18n v1 v2 v3 v4 python3 log4j s3 ec2
    """
  )
}

/// How a message may stand in a value's place.
enum ProseRule: Sendable {
  /// No message: `password=…`.
  case none
  /// A message in running text: `password: …`.
  case prose
  /// A message in quotes: `"password": "…"`.
  case quoted
  /// Words about an option: `--password …`.
  case option
}
