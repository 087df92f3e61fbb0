/// `hint`: a message in, its first harmless words out (suppression).
///
/// The words are those at the front of the message, with nothing but blanks between them, up to the
/// first that the vocabulary does not hold or the limit has no room for; in small letters, with single
/// spaces. `Cannot find module '/home/jane/x'` gives `cannot find module`, `ENOENT: no such file` gives
/// `enoent`. A word is of ASCII letters; one with a digit, a `_` or a letter beyond ASCII beside it is
/// none of the vocabulary. A message without a first word is *refused*: that drops an optional field and
/// rejects an event that requires it.
///
/// Disclosure: that the message begins with those words. Idempotent.
///
/// Parameter: `limit`, how many Unicode scalars leave at most, 1 to 200; 20 if nothing is said. A word
/// is never cut.
///
/// Not caught: an everyday word that is somebody's name; the vocabulary leaves out those that are given
/// names (`mark`, `will`).
package struct MessageHint: Sendable, Equatable {
  /// The limit where a schema gives none.
  package static let usualLimit = 20

  /// How many Unicode scalars leave at most.
  package var limit: Int

  package init(limit: Int = Self.usualLimit) { self.limit = limit }

  /// Reads nothing, or `{"limit": 40}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("limit") {
      limit = node.count(in: 1...200, &faults, as: .badParameter) ?? limit
    } else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Adds the hint of `text` to `output`; false, and nothing added, if it has none.
  package func append(_ text: Span<UInt8>, to output: inout ByteBuffer) -> Bool {
    let start = output.count
    var position = 0
    while true {
      while position < text.count, text[position] == ASCII.space { position &+= 1 }
      let end = Self.wordEnd(text, from: position)
      let length = output.count - start + (output.count > start ? 1 : 0) + end - position
      guard end > position, length <= limit, Self.isAllowed(text, position, end) else { break }
      if output.count > start { output.append(ASCII.space) }
      for index in position..<end { output.append(text[index].lowercased) }
      guard end < text.count, text[end] == ASCII.space else { break }
      position = end
    }
    return output.count > start
  }

  /// Whether `text` is what `append` gives: the wire form.
  package func isHint(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= limit else { return false }
    var position = 0
    while true {
      let end = Self.wordEnd(text, from: position)
      guard end > position, Self.isAllowed(text, position, end) else { return false }
      for index in position..<end where text[index].isUppercase { return false }
      if end == text.count { return true }
      guard text[end] == ASCII.space else { return false }
      position = end + 1
    }
  }

  /// Where the letters from `start` on end; no word of the vocabulary is longer than what is looked at.
  private static func wordEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, end - start <= 24, text[end].isLetter { end &+= 1 }
    return end
  }

  private static func isAllowed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    (end == text.count || !text[end].isWord)
      && vocabulary.containsFolded(text, from: start, to: end)
  }

  /// What messages of programs are made of, and nothing that names anybody.
  private static let vocabulary = WordTable(
    """
    a about above abort aborted aborting absent abstract accept acceptable accepted access according \
    acquire across action active actual adapter add added adding additional address adjust after again \
    against aggregate algorithm alias all allocate allocated allocation allow allowed already also \
    always ambiguous an and annotation another any api app append application applied apply archive \
    are argument arguments array as assertion assign assigned assignment asset assets async at atomic \
    attach attempt attempted attempting attempts attribute attributes authentication authorization \
    authorized available await back backend bad base batch be because been before begin behind being \
    below between binary binding bit block blocked body boolean both bound boundary branch breaking \
    broken browser bucket buffer bug build building bundle busy but by byte bytes cache call callback \
    called caller calling can cancel canceled cancelled cannot cant capacity case cast catalog certificate \
    chain change changed channel character characters check checking checksum child choose circular \
    class clean clear client clone close closed cluster code collection column columns combination \
    command commit compatible compile compiler complete completed component compress concurrent \
    condition config configuration configure configured conflict conflicting connect connected \
    connecting connection connections console constant constraint construct constructor consumed \
    container contains content context continue contract control conversion convert converting copy \
    core correct corrupt corrupted could couldnt count crash crashed create created creating credentials \
    critical current currently cursor cycle cyclic data database date deadlock deadline debug declaration \
    declare declared decode decoding decrypt default defined definition delete deleted deleting denied \
    dependencies dependency deploy deprecated depth describe description deserialize destination destroy \
    detected device dialect did different directory disabled disconnected discovered disk dispatch display \
    division does doesnt domain done dont download driver duplicate duration during dynamic each early \
    edge edit either element elements emit empty enable enabled encode encoding encountered encrypt end \
    endpoint engine enough ensure entity entries entry enum environment equal error errors escape \
    evaluate event events evicted exact exceed exceeded exceeds except exception exclusive executable \
    execute executing execution exhausted exist existing exists exit exited expect expected expired \
    explicit export expose expression extend extension external extra extract failed failing fails failure \
    fall false fatal feature fetch fetching few field fields file filename files filter final find \
    finding finish finished first fit flag flags flush folder for forbidden force foreign fork form \
    format found fragment frame free from front full function further gateway generate generated generic \
    get getting git given global got graph group guard had handle handler handshake has hash have header \
    headers heap help here hidden hint hook host how however http https identifier identity if ignore \
    ignored illegal image immutable implement implementation implicit import importing in incompatible \
    incomplete inconsistent incorrect index infinite info inherited initial initialization initialize \
    initialized inline inner input insert inside install installation installed instance instead \
    instruction insufficient integer integration integrity interface internal interrupted into invalid \
    invocation invoke io is issue it item items iteration iterator its job join json just key keys kind \
    known label language large last later layer layout leaf leak least leave left length less level \
    library license limit line link linked linker list listen listener literal load loaded loader loading \
    local located location lock locked log logger logic long longer lookup loop lost low lower machine \
    made main make malformed manager manifest many map mapping marker match matches matching maximum \
    maybe means media member memory merge message messages metadata method methods middleware migration \
    minimum mismatch mismatched missing mock mode model models modified modify module modules more most \
    mount move moved much multiple must mutable name named names namespace native near necessary need \
    needed needs negative nested network never new next no node non none not nothing null number numbers \
    numeric object objects obsolete occurred of off offset old on once one only open opened opening \
    operand operation operations operator option optional options or order origin other out output \
    outside over overflow overlap overload override own owner package packages packet pair panic parallel \
    parameter parameters parent parse parser parsing part partial partition pass passed password path \
    pattern payload pending per permission permissions permitted persist pipe pipeline plan platform \
    please plugin plugins point pointer policy pool port position possible precision predicate prefix \
    prepare prepared present prevent previous primary print private probably process processing program \
    project promise prompt properties property protected protocol provide provided provider proxy public \
    publish pull push put queries query queue quota race raise random range rate read reading ready reason \
    receive received record records recoverable recovered recursion recursive redirect reduce reference \
    references refresh refused region register registered registry reject rejected relation relative \
    release reload remaining remote remove removed rename render rendering repeat replace replaced replica \
    report repository request requested requests require required requires reserved reset resolution \
    resolve resolved resolver resource resources respond response restart restore restricted result \
    results retries retry return returned returning reverse revision revoked right role rollback root \
    route router row rows rule rules run running runtime safe same sample save saved schema schemas scope \
    script search second section security segment segmentation select selector self semantic send sending \
    sent separator sequence serialize server service services session set setting settings setup several \
    shape shared shell short should shutdown signal signature single size skip skipped slot small snapshot \
    so socket some something sort source space specific specified specify spawn spec split sql stack stage \
    stale start started starting startup state statement static status step still stop stopped storage \
    store stream strict string strings structure style submit subscription such suffix support supported \
    surrogate switch symbol sync syntax system table tables tag target task tasks temporarily temporary \
    terminal terminated test tests text than that the their them then there these they thing this thread \
    threshold throttled through throw thrown ticket time timed timeout timer times to token tokens too tool \
    top total trace track transaction transfer transform translate transport tree tried trigger true \
    truncated try trying tuple turn type types unable unauthorized unavailable unbalanced unbound \
    uncaught undeclared undefined under underflow unexpected unhandled unimplemented union unique unit \
    unknown unlock unmatched unmet unnamed unreachable unreadable unrecognized unresolved unset \
    unsupported until untrusted unused up update updated updating upgrade upload upper upstream uri url \
    usage use used user users uses using utility valid validate validation value values variable variables \
    variant verification verify version versions via view violated violation virtual visible wait waiting \
    walk want warehouse warning was watch we web webhook were what when where whether which while whole \
    why width wildcard window with within without word work worker working workspace would wrap write \
    writing written wrong yet you your zero zone \
    eacces eaddrinuse eaddrnotavail eagain ebadf ebusy econnaborted econnrefused econnreset edquot eexist \
    ehostunreach eintr einval eio eisdir eloop emfile enametoolong enfile enoent enomem enospc enotdir \
    enotempty enotfound enotsup epermission eperm epipe eproto erofs espipe etimedout exdev \
    aggregateerror assertionerror attributeerror connectionerror evalerror filenotfounderror importerror \
    indexerror keyerror memoryerror modulenotfounderror nameerror oserror parseerror permissionerror \
    rangeerror recursionerror referenceerror runtimeerror syntaxerror timeouterror typeerror urierror \
    valueerror zerodivisionerror nullpointerexception
    """
  )
}

extension MessageHint {
  /// Whether the hint that `coarser` gives can be computed from this one: its words from the front.
  package func refines(_ coarser: MessageHint) -> Refinement { Refinement(coarser.limit <= limit) }
}
