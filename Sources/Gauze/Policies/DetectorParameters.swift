extension PathStripping {
  /// Reads nothing, or `{"keep": "extension"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("keep"), case .string(let word) = node.value,
      word.span.equals("extension")
    {
      keepsExtension = true
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }
}

extension SQLMasking {
  /// Reads nothing, or `{"dialect": "postgres"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("dialect"), case .string(let word) = node.value,
      let dialect = SQLDialect.named(word.span)
    {
      self.dialect = dialect
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }
}
