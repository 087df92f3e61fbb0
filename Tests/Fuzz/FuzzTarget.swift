/// Every target, by the word that GAUZE_FUZZ, `Fixtures/Fuzz` and `.ci/fuzz` know it by.
enum FuzzTarget: String, CaseIterable {
  case scanner
  case stripPaths = "strip-paths"
  case maskEmails = "mask-emails"
  case maskSecrets = "mask-secrets"
  case maskAddresses = "mask-addresses"
  case maskIdentifiers = "mask-identifiers"
  case maskSQL = "mask-sql"
  case maskSQLNames = "mask-sql-names"
  case maskURLs = "mask-urls"
  case shape
  case maskArguments = "mask-arguments"
  case hint
  case textChain = "text-chain"
  case schema
  case records

  /// Holds the target's properties against one input; does not return if one is broken.
  func run(_ input: [UInt8]) {
    switch self {
    case .scanner: ScannerTarget.run(input)
    case .stripPaths: DetectorTargets.stripPaths(input)
    case .maskEmails: DetectorTargets.maskEmails(input)
    case .maskSecrets: DetectorTargets.maskSecrets(input)
    case .maskAddresses: DetectorTargets.maskAddresses(input)
    case .maskIdentifiers: DetectorTargets.maskIdentifiers(input)
    case .maskSQL: SQLTarget.run(input)
    case .maskSQLNames: SQLTarget.runNames(input)
    case .maskURLs: DetectorTargets.maskURLs(input)
    case .shape: ContainerTargets.shape(input)
    case .maskArguments: ContainerTargets.maskArguments(input)
    case .hint: HintTarget.run(input)
    case .textChain: ChainTarget.run(input)
    case .schema: SchemaTarget.run(input)
    case .records: RecordsTarget.run(input)
    }
  }
}
