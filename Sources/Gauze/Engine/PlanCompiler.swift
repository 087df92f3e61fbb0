/// Why a valid schema cannot run.
public enum PlanError: Error, Sendable {
  /// A keyed policy names a key that was not supplied.
  case missingKey(id: [UInt8])
}

extension Plan {
  /// Compiles `schema`, with the keys that its policies name and the literals of this host that
  /// `scrub-text` masks. Complexity: O(schema).
  public init(
    _ schema: Schema,
    keys: KeyRing = KeyRing(),
    literals: HostLiterals = HostLiterals()
  ) throws(PlanError) {
    var draft = PlanDraft(schema: schema.name, keys: keys, literals: literals)
    for event in schema.events {
      let properties = event.properties
      let raw = try draft.shape(properties, .raw, eventKey: schema.eventKey, event: event.name)
      let wire = try draft.shape(properties, .wire, eventKey: schema.eventKey, event: event.name)
      draft.events.append(EventPlan(name: event.name, raw: raw, wire: wire))
    }
    draft.envelope = schema.envelope.map { EnvelopePlan($0, draft, eventKey: schema.eventKey) }
    tables = PlanTables(
      draft,
      eventKey: schema.eventKey,
      dropsUnknownFields: schema.dropsUnknownFields
    )
  }

  /// Compiles a chain of policies for texts, numbers or any value, as `apply` runs it: the plan of a
  /// record with the one field `value`.
  package init(
    applying chain: PolicyChain,
    to types: JSONTypes,
    keys: KeyRing = KeyRing(),
    literals: HostLiterals = HostLiterals()
  ) throws(PlanError) {
    var field = Field(offset: 0)
    field.types = types
    field.chain = chain
    if case .list(let list) = chain {
      // Items of any kind, as they are; those that are joined are texts.
      var item = Field(offset: 0)
      item.types = list.joining == nil ? .any.subtracting([.array, .object]) : .string
      field.element = [item]
      field.maxItems = FirstAppearances.most
    }
    let isRequired = !field.takesAbsent
    let property = Property(name: Array("value".utf8), isRequired: isRequired, field: field)
    var draft = PlanDraft(schema: [], keys: keys, literals: literals)
    let raw = try draft.shape([property], .raw, eventKey: nil, event: [])
    let wire = try draft.shape([property], .wire, eventKey: nil, event: [])
    draft.events.append(EventPlan(name: property.name, raw: raw, wire: wire))
    tables = PlanTables(draft, eventKey: nil, dropsUnknownFields: false)
  }
}

/// The tables of a plan while they grow.
struct PlanDraft {
  var events: [EventPlan] = []
  var shapes: [Shape] = []
  var inputs: [Input] = []
  var outputs: [Output] = []
  var alternatives: [Alternative] = []
  var maps: [MapShape] = []
  var forms: [Form] = []
  var choices: [ChoiceTable] = []
  var conditions: [PresenceRule] = []
  var ranges: [NumberRange] = []
  var scrubs: [TextScrub] = []
  var transforms: [TransformRun] = []
  var lists: [ListRule] = []
  var constants: [[UInt8]] = []
  var names: [[UInt8]] = []
  var envelope: EnvelopePlan?
  private let schema: [UInt8]
  private let keys: KeyRing
  private let literals: HostLiterals
  /// The names that lead to the field at hand, each behind a slash: no name has one.
  private var path: [UInt8] = []

  init(schema: [UInt8], keys: KeyRing, literals: HostLiterals) {
    self.schema = schema
    self.keys = keys
    self.literals = literals
  }

  // MARK: - Objects

  /// Adds the shape of an object and returns its number.
  mutating func shape(
    _ properties: [Property],
    _ form: RecordForm,
    eventKey: [UInt8]?,
    event: [UInt8]
  ) throws(PlanError) -> Int {
    var inputs: [Input] = []
    var outputs: [Output] = []
    var inputNames: [[UInt8]] = []
    if let eventKey {
      let name = add(name: eventKey)
      inputs.append(Input(form: eventForm(event), isRequired: true, name: name, isDropped: false))
      inputNames.append(eventKey)
      outputs.append(
        Output(
          label: Self.label(eventKey),
          source: 0,
          form: inputs[0].form,
          isRequired: true,
          takesAbsent: false,
          name: name
        )
      )
    }
    for property in properties where form == .wire ? !property.field.isDropped : property.isInput {
      let number = try self.form(property, form)
      inputs.append(
        Input(
          form: number,
          isRequired: property.isRequired || (form == .wire && property.field.takesAbsent),
          name: add(name: property.name),
          isDropped: form == .raw && property.field.isDropped
        )
      )
      inputNames.append(property.name)
    }
    let table = NameTable(inputNames)
    for property in properties {
      guard let condition = property.field.condition else { continue }
      let place = table.index(of: property.name.span)
      let sibling = table.index(of: condition.field.span)
      // A dropped field has no wire form; its sibling leaves, as the reader has checked.
      guard place >= 0, sibling >= 0 else { continue }
      conditions.append(PresenceRule(sibling: sibling, choices: add(condition.words)))
      inputs[place].condition = conditions.count - 1
    }
    for property in properties where !property.field.isDropped {
      let source = form == .raw ? property.field.source ?? property.name : property.name
      let place = table.index(of: source.span)
      let isDerived = form == .raw && property.field.source != nil
      let number = isDerived ? try self.form(property, form) : inputs[place].form
      let isRaw = form == .raw
      let more = isRaw ? property.field.moreSources.map { table.index(of: $0.span) } : []
      outputs.append(
        Output(
          label: Self.label(property.name),
          source: place,
          moreSources: more,
          form: number,
          alternative: isRaw ? try alternative(property, table) : -1,
          // One that its sibling demands is as much needed as a required one.
          isRequired: (inputs[place].isRequired || inputs[place].condition >= 0) && !isDerived,
          takesAbsent: form == .raw && property.field.takesAbsent,
          name: add(name: property.name)
        )
      )
    }
    let firstInput = self.inputs.count
    let firstOutput = self.outputs.count
    self.inputs += inputs
    self.outputs += outputs
    shapes.append(
      Shape(
        names: table,
        inputs: firstInput..<self.inputs.count,
        outputs: firstOutput..<self.outputs.count
      )
    )
    return shapes.count - 1
  }

  /// Adds a property's form and returns its number.
  private mutating func form(_ property: Property, _ form: RecordForm) throws(PlanError) -> Int {
    let length = path.count
    path += [ASCII.slash] + property.name
    let number = try form == .raw ? rawForm(property.field) : wireForm(property.field)
    if form == .wire, let other = property.field.alternative.first {
      let otherNumber = try wireForm(other)
      forms[number].alternative = otherNumber
      // A text has either form; null is judged here alone.
      forms[number].types.formUnion(forms[otherNumber].types)
      let choices = forms[number].choices
      if choices >= 0, forms[number].types.contains(.null) { self.choices[choices].hasNull = true }
    }
    path.removeLast(path.count - length)
    return number
  }

  /// Adds what a property becomes where nothing is made of its source, and returns its number, or -1.
  private mutating func alternative(
    _ property: Property,
    _ table: NameTable
  ) throws(PlanError) -> Int {
    guard let other = property.field.alternative.first, let source = other.source else { return -1 }
    let length = path.count
    path += [ASCII.slash] + property.name
    let form = try rawForm(other)
    path.removeLast(path.count - length)
    alternatives.append(Alternative(source: table.index(of: source.span), form: form))
    return alternatives.count - 1
  }

  private mutating func add(name: [UInt8]) -> Int {
    names.append(name)
    return names.count - 1
  }

  private static func label(_ name: [UInt8]) -> [UInt8] { json(name) + [ASCII.colon] }

  private static func json(_ text: [UInt8]) -> [UInt8] {
    var buffer = ByteBuffer()
    JSONText.write(text.span, to: &buffer)
    return buffer.bytes
  }

  /// The form of the member that names the event: that one word.
  private mutating func eventForm(_ name: [UInt8]) -> Int {
    var form = Form(types: .string)
    form.choices = add([.text(name)])
    return add(form)
  }

  // MARK: - Forms

  private mutating func add(_ form: Form) -> Int {
    forms.append(form)
    return forms.count - 1
  }

  private mutating func add(_ words: [Choice]) -> Int {
    var texts: [[UInt8]] = []
    var table = ChoiceTable(
      texts: NameTable(),
      numbers: [],
      hasTrue: false,
      hasFalse: false,
      hasNull: false
    )
    for word in words {
      switch word {
      case .text(let text): texts.append(text)
      case .number(let number): table.numbers.append(number)
      case .boolean(true): table.hasTrue = true
      case .boolean(false): table.hasFalse = true
      case .null: table.hasNull = true
      }
    }
    table.texts = NameTable(texts)
    choices.append(table)
    return choices.count - 1
  }

  private mutating func add(constant text: [UInt8]) -> Int {
    constants.append(Self.json(text))
    return constants.count - 1
  }

  private mutating func rawForm(_ field: Field) throws(PlanError) -> Int {
    var form = try asWritten(field, .raw)
    if let words = field.choices {
      if let otherwise = field.otherwise {
        form.treatment = .otherwise(choices: add(words), constant: add(constant: otherwise))
      } else {
        form.choices = add(words)
      }
    }
    switch field.chain {
    case .none: break
    case .drop: form.treatment = .drop
    case .redact:
      form.treatment = .constant(add(constant: Placeholder.redacted.text.bytes))
    case .scrub(let scrub): form.treatment = .scrub(add(scrub))
    case .transform(let chain): form.treatment = .transform(try add(chain, field))
    case .list(let list): form.treatment = .list(add(list, .raw))
    }
    return add(form)
  }

  private mutating func wireForm(_ field: Field) throws(PlanError) -> Int {
    var form = Form(types: field.types.intersection(.null).union(.string))
    switch field.chain {
    case .none:
      form = try asWritten(field, .wire)
      if let words = field.choices {
        let otherwise = field.otherwise.map { [Choice.text($0)] } ?? []
        form.choices = add(words + otherwise.filter { !words.contains($0) } + nullChoice(field))
        // The words close it: `otherwise` may be longer than any raw text.
        form.maxLength = .max
      }
    case .drop: form.types = []
    case .redact:
      form.types = .string
      form.choices = add([.text(Placeholder.redacted.text.bytes)])
    case .scrub(let scrub):
      form.text = .fixpoint(add(scrub))
      form.maxLength = scrub.limit ?? .max
    case .list(let list):
      if list.joining == nil {
        form = try asWritten(field, .wire)
        form.treatment = .list(add(list, .wire))
      } else {
        var item = -1
        if let element = field.element.first { item = try wireForm(element) }
        form.text = .joined(add(list, .wire, item: item, most: field.maxItems))
      }
    case .transform(let chain):
      if chain.takesNull { form.types.subtract(.null) }
      switch chain.image {
      case .text: form.text = .image(try add(chain, field))
      case .words(let words):
        form.choices = add(words.map { .text($0) } + nullChoice(field, form))
      case .number:
        form.types = form.types.intersection(.null).union(.number)
        form.text = .image(try add(chain, field))
      case .scalar:
        form.types.formUnion(field.types.intersection([.string, .integer, .number]))
        if !field.types.contains(.string) { form.types.subtract(.string) }
        form.text = .image(try add(chain, field))
      case .boolean:
        form.types = form.types.intersection(.null).union(.boolean)
      case .list(let words):
        form.types = form.types.intersection(.null).union(.array)
        var item = Form(types: .string)
        item.choices = add(words.map { .text($0) })
        form.items = add(item)
        form.most = words.count
        form.isAscending = true
      }
    }
    return add(form)
  }

  /// With `otherwise` the words close texts only: null stays null.
  private func nullChoice(_ field: Field) -> [Choice] {
    field.otherwise != nil && field.types.contains(.null) ? [.null] : []
  }

  private func nullChoice(_ field: Field, _ form: Form) -> [Choice] {
    form.types.contains(.null) ? [.null] : []
  }

  /// The form that a field's own keywords describe.
  private mutating func asWritten(
    _ field: Field,
    _ record: RecordForm
  ) throws(PlanError) -> Form {
    var form = Form(types: field.types)
    if let format = field.format { form.text = .format(format) }
    if let maxLength = field.maxLength, field.source == nil { form.maxLength = maxLength }
    if field.minimum != nil || field.maximum != nil {
      ranges.append(NumberRange(minimum: field.minimum, maximum: field.maximum))
      form.range = ranges.count - 1
    }
    form.most = field.keys?.most ?? field.maxItems ?? .max
    if let properties = field.properties {
      form.shape = try shape(properties, record, eventKey: nil, event: [])
    }
    if let element = field.element.first {
      let value = try record == .raw ? rawForm(element) : wireForm(element)
      if let keys = field.keys {
        add(keys, record, value)
        form.map = maps.count - 1
      } else {
        form.items = value
      }
    }
    return form
  }

  private mutating func add(_ keys: MapKeys, _ record: RecordForm, _ value: Int) {
    var map = MapShape(words: NameTable(keys.words), format: keys.format, value: value)
    if let otherwise = keys.otherwise {
      map.otherWord = map.words.index(of: otherwise.span)
      if record == .raw {
        map.otherwise = otherwise
      } else if map.otherWord < 0 {
        map.words = NameTable(keys.words + [otherwise])
      }
    }
    maps.append(map)
  }

  private mutating func add(
    _ list: ListChain,
    _ record: RecordForm,
    item: Int = -1,
    most: Int? = nil
  ) -> Int {
    let separator = list.joining?.separator ?? []
    lists.append(
      ListRule(
        isUnique: list.isUnique,
        reportsRepeats: record == .wire,
        separator: separator,
        writtenSeparator: Array(Self.json(separator).dropFirst().dropLast()),
        item: item,
        most: most ?? .max
      )
    )
    return lists.count - 1
  }

  private mutating func add(_ scrub: TextScrub) -> Int {
    scrubs.append(scrub.supplying(literals))
    return scrubs.count - 1
  }

  private mutating func add(_ chain: TransformChain, _ field: Field) throws(PlanError) -> Int {
    var run = TransformRun(
      steps: [],
      firstForNull: chain.firstForNull ?? -1,
      numbers: chain.numbers(from: field.numbers)
    )
    if let scrub = chain.scrub { run.scrub = add(scrub) }
    for transform in chain.steps {
      var context = TransformContext()
      context.scrubs = transform.scrubs(literals)
      if let id = transform.keyID {
        context.key = keys[id]
        if context.key == nil { throw .missingKey(id: id) }
        if let domain = transform.domain { context.begin(domain, schema: schema, path: path) }
      }
      run.steps.append(TransformStep(transform: transform, context: context))
    }
    transforms.append(run)
    return transforms.count - 1
  }
}

extension Property {
  /// Whether records may carry it: a derived field is made, not handed in.
  var isInput: Bool { field.source == nil }
}
