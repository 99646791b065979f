import Forms

/// Lists every rule the program can judge on arrival. A new rule is one line here.
enum RuleCatalogue {
  static let rules: [RuleID: any Rule.Type] = Dictionary(
    uniqueKeysWithValues: (format + document + services + organisation + person + email + signature + other)
      .map { ($0.id, $0) })

  /// Rules that only the store can tell: `RuleBook` lends their words.
  static let foundByStore: Set<RuleID> = ["CRS-03"]

  private static let format: [any Rule.Type] = [
    SentByFax.self, Faxed.self, Photographed.self, CannotBeOpened.self, NotPDF.self, SeveralForms.self,
    FrontMissing.self, Illegible.self, ExtraPages.self, ActiveContent.self, BackMissing.self,
  ]
  private static let document: [any Rule.Type] = [
    OtherDocument.self, ExcludedForm.self, OldEdition.self, CommitmentAltered.self, BeforeTransition.self,
    SeveralUsers.self, SmallLetters.self, Corrected.self, AppearanceDiffers.self,
  ]
  private static let services: [any Rule.Type] = [
    NoApplication.self, BoardResolution.self, FunctionMayNotSign.self, OnlyPhysiciansSign.self,
    NoResolutionNeeded.self, AmbiguousTick.self, NoScope.self, SeveralScopes.self, NumbersMissing.self,
    ListWithAll.self, ListWithCluster.self, ClusterAndRole.self, NumbersWithoutScope.self, RepeatedNumber.self,
    NumberOfAnother.self, SeparateSheet.self,
  ]
  private static let organisation: [any Rule.Type] = [
    OrganisationMissing.self, NumberMissing.self, NumberMalformed.self, NumberUnknown.self, NumberForAllUnits.self,
    NameAgainstNumber.self, MinistryCode.self, UnexpectedClass.self, AuthorizerElsewhere.self, UnknownCluster.self,
    AuthorizerServicePoint.self,
  ]
  private static let person: [any Rule.Type] = [
    UserNameMissing.self, NotAPersonName.self, SexNotTicked.self, FunctionMissing.self, AddressIncomplete.self,
    PostalCodeInvalid.self, PostalCodeElsewhere.self, PhoneInvalid.self, PhoneUnlikely.self, UsernameMalformed.self,
    UsernameOfAnother.self, BillingAgency.self, AuthorizerNameMissing.self, NoRole.self, SeveralRoles.self,
    RoleAgainstOrganisation.self, RoleUnconfirmed.self, OtherTitle.self, SignedForAnother.self,
    AuthorizerDetails.self,
  ]
  private static let email: [any Rule.Type] = [
    UserEmailMissing.self, AuthorizerEmailMissing.self, EmailInvalid.self, SameEmail.self, SameMailbox.self,
    SharedMailbox.self, ProbablyShared.self, EmailsCrossed.self, EmailOnFile.self, DomainUnlikely.self, FreeMail.self,
  ]
  private static let signature: [any Rule.Type] = [
    UserSignatureMissing.self, AuthorizerSignatureMissing.self, TypedSignature.self, SignatureKind.self,
    LesserMark.self, DateMissing.self, DateImpossible.self, DateAfterReceipt.self, SignedLongAgo.self,
    DatesFarApart.self,
  ]
  private static let other: [any Rule.Type] = [
    OfficeUseFilled.self, SamePerson.self, FunctionAgainstRole.self, AlreadyOnFile.self, SensitiveData.self,
  ]
}
