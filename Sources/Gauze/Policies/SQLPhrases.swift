/// The words of which phrases are made that announce data or passwords.
enum SQLPhrases {
  /// Formats of data that may stand in a ClickHouse statement.
  static let formats = WordTable(
    """
    values csv csvwithnames csvwithnamesandtypes customseparated customseparatedwithnames json \
    jsonasobject jsonasstring jsoncolumns jsoncompact jsoncompacteachrow \
    jsoneachrow jsonlines jsonobjecteachrow jsonstringseachrow lineasstring ndjson rawblob regexp \
    tabseparated tabseparatedraw tabseparatedwithnames template tskv tsv tsvraw tsvwithnames
    """
  )
  static let by = WordTable("by")
  static let with = WordTable("with via")
  static let or = WordTable("or")
  static let from = WordTable("from")
  static let stdin = WordTable("stdin")
  static let insert = WordTable("insert")
  static let update = WordTable("update")
  static let format = WordTable("format")
  static let replace = WordTable("replace salt")
  static let random = WordTable("random")
  static let identified = WordTable("identified")
  /// Words between a plugin's name and a password or its hash.
  static let beforeHashes = WordTable("by as using")
  static let set = WordTable("set")
  static let password = WordTable("password")
  static let `for` = WordTable("for")
  static let to = WordTable("to")

  /// Words with which statements about accounts begin.
  static let create = WordTable("create alter modify change start open backup")
  /// What such statements make or change.
  static let accounts = WordTable(
    """
    user users role login group server credential credentials key keys link certificate secret \
    connection subscription stage integration endpoint account master replication \
    group_replication slave replica
    """
  )
  /// Words before those.
  static let kinds = WordTable(
    """
    or replace if not exists temporary temp persistent public shared private database scoped \
    symmetric asymmetric service external application encryption security api storage \
    notification catalog foreign local
    """
  )
  /// What passwords and keys are called in such statements.
  static let passwordNames = WordTable(
    """
    password passwd pwd old_password new_password master_password source_password passphrase secret \
    secret_key secret_access_key aws_secret_key aws_secret_access_key aws_key_id aws_token \
    azure_sas_token sas_token key_id access_key access_key_id access_token session_token \
    auth_token bearer_token refresh_token token client_secret oauth_client_secret shared_secret \
    api_key private_key private_key_passphrase
    """
  )
  /// Words that may stand between the name of a password and the password.
  static let beforePasswords = WordTable("password passwd values to is for")
  /// Words behind `IDENTIFIED BY` that are no password.
  static let noPasswords = WordTable("random")
  /// Words behind the name of a password that are no password.
  static let noValues = WordTable(
    """
    expire null history reuse require lock unlock optional disable policy must_change never default \
    from where and or in on not as with using valid
    """
  )
  static let pragma = WordTable("pragma")
  /// Pragmas that take the key of an encrypted SQLite file.
  static let pragmaKeys = WordTable("key rekey hexkey hexrekey textkey textrekey")
  /// Placeholders of other detectors, without their brackets.
  static let placeholders = WordTable("path email secret host ip id url redacted")
  /// Words of the reports of servers and mappers: see `SQLReport`.
  static let key = WordTable("key")
  static let value = WordTable("value")
  static let `is` = WordTable("is")
  static let row = WordTable("row")
  static let contains = WordTable("contains")
  static let binding = WordTable("binding")
  static let extracted = WordTable("extracted")
  static let parameter = WordTable("parameter")
  static let connect = WordTable("connect conn sqlplus")
  /// Words behind `CONNECT` that are no account.
  static let notAccounts = WordTable("by to on as with from")
}
