/// THE table of change rules: every kind of change that the gate tells apart, one row each.
///
/// To add one: its case and its row here, a pair of schemas in Fixtures/Changes, and its line in
/// SCHEMA.md; tests compare the three. The words are permanent.
public enum ChangeRule: UInt8, Sendable, CaseIterable {
  case eventAdded, eventRemoved
  case fieldAdded, fieldRemoved
  case fieldRequired, fieldOptional
  case conditionChanged
  case typeWidened, typeNarrowed, typeChanged
  case enumWidened, enumNarrowed
  case enumAdded, enumRemoved
  case otherwiseAdded, otherwiseRemoved, otherwiseChanged
  case formatAdded, formatRemoved, formatChanged
  case rangeWidened, rangeNarrowed
  case lengthRaised, lengthLowered
  case itemsRaised, itemsLowered
  case keysWidened, keysNarrowed
  case capRaised, capLowered
  case detectorAdded, detectorDropped
  case detectorStrengthened, detectorWeakened
  case bucketsMerged, bucketsSplit, bucketsShifted, bucketsRelabelled
  case hashKeyed, hashUnkeyed, keyChanged
  case policyStrengthened, policyWeakened, policyChanged
  case sourceChanged
  case renamed
  case nameRetired, nameReused
  case unknownDropped, unknownRejected
  case eventKeyChanged
  case envelopeChanged
  case consentAdded, consentRemoved
  case consentTightened, consentLoosened
  case epochRaised, epochLowered
  case retentionShortened, retentionLengthened
  case receiverChanged
  case receiverAddsLess, receiverAddsMore
  case identityRemoved, identityAdded
  case identityNarrowed, identityWidened
  case identityJoined
  case promiseAdded, promiseRemoved, promiseWeakened, promiseStrengthened
  case forbidAdded, forbidRemoved
  case textChanged

  /// Whether a widening of this kind is one of content, identity, consent or retention, about which
  /// people are asked anew.
  package var asksForEpoch: Bool {
    switch self {
    case .enumWidened, .otherwiseAdded, .rangeWidened, .lengthRaised, .itemsRaised,
      .keysWidened, .fieldOptional, .conditionChanged, .unknownDropped, .typeWidened,
      .formatChanged, .epochRaised, .epochLowered, .promiseRemoved,
      .promiseWeakened, .forbidRemoved, .envelopeChanged,
      // That a record is rejected can tell something, if nothing else does.
      .fieldRequired, .typeNarrowed, .enumAdded, .enumNarrowed, .formatAdded, .rangeNarrowed,
      .lengthLowered, .itemsLowered, .keysNarrowed:
      false
    default: true
    }
  }

  /// What it does to privacy wherever it is made; nil if that is decided by the two schemas.
  public var privacy: PrivacyEffect? {
    switch self {
    case .eventRemoved, .capLowered, .detectorAdded, .detectorStrengthened,
      .hashKeyed, .policyStrengthened, .unknownRejected, .consentRemoved, .epochRaised,
      .retentionShortened, .receiverAddsLess, .identityRemoved, .identityNarrowed, .promiseAdded,
      .promiseStrengthened, .forbidAdded, .nameRetired:
      .narrows
    case .keyChanged, .eventKeyChanged, .textChanged, .renamed:
      .neutral
    case .eventAdded, .fieldOptional, .conditionChanged, .typeWidened, .typeChanged, .enumRemoved,
      .formatRemoved, .formatChanged, .rangeWidened, .lengthRaised, .itemsRaised, .keysWidened,
      .capRaised, .detectorDropped, .detectorWeakened, .hashUnkeyed, .policyWeakened,
      .unknownDropped, .consentAdded, .consentLoosened, .epochLowered, .retentionLengthened,
      .receiverAddsMore, .identityAdded, .identityWidened, .identityJoined, .promiseRemoved,
      .promiseWeakened, .forbidRemoved, .nameReused:
      .widens
    case .fieldAdded, .fieldRemoved, .fieldRequired, .typeNarrowed, .enumWidened, .enumNarrowed,
      .enumAdded,
      .otherwiseAdded, .otherwiseRemoved, .otherwiseChanged, .formatAdded, .rangeNarrowed,
      .lengthLowered, .itemsLowered, .keysNarrowed, .bucketsMerged, .bucketsSplit,
      .bucketsShifted, .bucketsRelabelled, .policyChanged, .sourceChanged, .consentTightened,
      .receiverChanged, .envelopeChanged:
      nil
    }
  }

  /// Its permanent word.
  public var word: String {
    switch self {
    case .eventAdded: "event-added"
    case .eventRemoved: "event-removed"
    case .fieldAdded: "field-added"
    case .fieldRemoved: "field-removed"
    case .fieldRequired: "field-required"
    case .fieldOptional: "field-optional"
    case .conditionChanged: "condition-changed"
    case .typeWidened: "type-widened"
    case .typeNarrowed: "type-narrowed"
    case .typeChanged: "type-changed"
    case .enumWidened: "enum-widened"
    case .enumNarrowed: "enum-narrowed"
    case .enumAdded: "enum-added"
    case .enumRemoved: "enum-removed"
    case .otherwiseAdded: "otherwise-added"
    case .otherwiseRemoved: "otherwise-removed"
    case .otherwiseChanged: "otherwise-changed"
    case .formatAdded: "format-added"
    case .formatRemoved: "format-removed"
    case .formatChanged: "format-changed"
    case .rangeWidened: "range-widened"
    case .rangeNarrowed: "range-narrowed"
    case .lengthRaised: "length-raised"
    case .lengthLowered: "length-lowered"
    case .itemsRaised: "items-raised"
    case .itemsLowered: "items-lowered"
    case .keysWidened: "keys-widened"
    case .keysNarrowed: "keys-narrowed"
    case .capRaised: "cap-raised"
    case .capLowered: "cap-lowered"
    case .detectorAdded: "detector-added"
    case .detectorDropped: "detector-dropped"
    case .detectorStrengthened: "detector-strengthened"
    case .detectorWeakened: "detector-weakened"
    case .bucketsMerged: "buckets-merged"
    case .bucketsSplit: "buckets-split"
    case .bucketsShifted: "buckets-shifted"
    case .bucketsRelabelled: "buckets-relabelled"
    case .hashKeyed: "hash-keyed"
    case .hashUnkeyed: "hash-unkeyed"
    case .keyChanged: "key-changed"
    case .policyStrengthened: "policy-strengthened"
    case .policyWeakened: "policy-weakened"
    case .policyChanged: "policy-changed"
    case .sourceChanged: "source-changed"
    case .renamed: "renamed"
    case .nameRetired: "name-retired"
    case .nameReused: "name-reused"
    case .unknownDropped: "unknown-dropped"
    case .unknownRejected: "unknown-rejected"
    case .eventKeyChanged: "event-key-changed"
    case .envelopeChanged: "envelope-changed"
    case .consentAdded: "consent-added"
    case .consentRemoved: "consent-removed"
    case .consentTightened: "consent-tightened"
    case .consentLoosened: "consent-loosened"
    case .epochRaised: "epoch-raised"
    case .epochLowered: "epoch-lowered"
    case .retentionShortened: "retention-shortened"
    case .retentionLengthened: "retention-lengthened"
    case .receiverChanged: "receiver-changed"
    case .receiverAddsLess: "receiver-adds-less"
    case .receiverAddsMore: "receiver-adds-more"
    case .identityRemoved: "identity-removed"
    case .identityAdded: "identity-added"
    case .identityNarrowed: "identity-narrowed"
    case .identityWidened: "identity-widened"
    case .identityJoined: "identity-joined"
    case .promiseAdded: "promise-added"
    case .promiseRemoved: "promise-removed"
    case .promiseWeakened: "promise-weakened"
    case .promiseStrengthened: "promise-strengthened"
    case .forbidAdded: "forbid-added"
    case .forbidRemoved: "forbid-removed"
    case .textChanged: "text-changed"
    }
  }

  /// What happened, in a few words.
  public var meaning: String {
    switch self {
    case .eventAdded: "records of one kind more leave"
    case .eventRemoved: "records of this kind are rejected from now on"
    case .fieldAdded: "one field more is taken"
    case .fieldRemoved: "the field is unknown from now on"
    case .fieldRequired: "records without the field are rejected from now on"
    case .fieldOptional: "records without the field are accepted from now on"
    case .conditionChanged: "when the field is there is decided in another way"
    case .typeWidened: "values of more types are taken"
    case .typeNarrowed: "values of fewer types are taken"
    case .typeChanged: "values of another type are taken"
    case .enumWidened: "one word more can leave"
    case .enumNarrowed: "one word fewer can leave"
    case .enumAdded: "the field is closed to words"
    case .enumRemoved: "the field is no longer closed to words"
    case .otherwiseAdded: "values that are no word are accepted from now on"
    case .otherwiseRemoved: "values that are no word are rejected from now on"
    case .otherwiseChanged: "another word stands for values that are none"
    case .formatAdded: "texts are held to a format"
    case .formatRemoved: "texts are held to no format any more"
    case .formatChanged: "texts are held to another format"
    case .rangeWidened: "more numbers are accepted"
    case .rangeNarrowed: "fewer numbers are accepted"
    case .lengthRaised: "longer texts are accepted"
    case .lengthLowered: "longer texts are rejected from now on"
    case .itemsRaised: "more items or members are accepted"
    case .itemsLowered: "fewer items or members are accepted"
    case .keysWidened: "more keys of the map are accepted"
    case .keysNarrowed: "fewer keys of the map are accepted"
    case .capRaised: "more of the text leaves"
    case .capLowered: "less of the text leaves"
    case .detectorAdded: "one detector more masks the text"
    case .detectorDropped: "a detector masks the text no longer"
    case .detectorStrengthened: "a detector masks more"
    case .detectorWeakened: "a detector masks less"
    case .bucketsMerged: "ranges were put together"
    case .bucketsSplit: "ranges were split"
    case .bucketsShifted: "the edges of ranges were moved"
    case .bucketsRelabelled: "the same ranges have other labels"
    case .hashKeyed: "the pseudonym has a key from now on"
    case .hashUnkeyed: "anyone can compute the pseudonym from now on"
    case .keyChanged: "pseudonyms have another key"
    case .policyStrengthened: "what leaves can be computed from what left before, and tells less"
    case .policyWeakened: "more of the value leaves"
    case .policyChanged: "something else leaves of the value"
    case .sourceChanged: "the field is made from another one"
    case .renamed: "the same has another name"
    case .nameRetired: "a name was given up for good"
    case .nameReused: "a name that was given up for good is free or used again"
    case .unknownDropped: "records with unknown fields are accepted, without those fields"
    case .unknownRejected: "records with unknown fields are rejected from now on"
    case .eventKeyChanged: "another member names the event"
    case .envelopeChanged: "clean records are put into another shape"
    case .consentAdded: "people are asked from now on"
    case .consentRemoved: "nobody is asked any more"
    case .consentTightened: "less leaves without a clear yes"
    case .consentLoosened: "more leaves without a clear yes"
    case .epochRaised: "people are asked anew"
    case .epochLowered: "an earlier answer counts again"
    case .retentionShortened: "records are kept for less time"
    case .retentionLengthened: "records are kept for more time"
    case .receiverChanged: "somebody else receives the records"
    case .receiverAddsLess: "the receiver adds less to each record"
    case .receiverAddsMore: "the receiver adds more to each record"
    case .identityRemoved: "a field identifies no longer"
    case .identityAdded: "a field identifies from now on"
    case .identityNarrowed: "an identifier reaches less far"
    case .identityWidened: "an identifier reaches further"
    case .identityJoined: "an identifier leaves with this event from now on"
    case .promiseAdded: "one promise more"
    case .promiseRemoved: "a promise is no longer given"
    case .promiseWeakened: "a promise is kept by something weaker"
    case .promiseStrengthened: "a promise is kept by something stronger"
    case .forbidAdded: "one class more must not leave"
    case .forbidRemoved: "a class is no longer forbidden"
    case .textChanged: "words for people were changed"
    }
  }
}
