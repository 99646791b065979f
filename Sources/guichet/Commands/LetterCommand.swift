import ArgumentParser
import Forms
import Foundation
import Reports
import Store

extension CaseNumber: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

/// `guichet letter`: the letter that says what to correct.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Écrire la lettre qui dit quoi corriger.",
    discussion: """
      La lettre porte la mention PROJET tant qu’un membre du personnel n’a pas confirmé le retour. Elle est en \
      français; --language en ne sert que sur demande de la personne.

      Exemples :
        guichet letter G-2026-000001
        guichet letter G-2026-000001 --format pdf,text --output lettres/
      """)

  @Argument(help: ArgumentHelp("Numéros de dossier.", valueName: "numéro")) var numbers: [CaseNumber]
  @Option(
    help: ArgumentHelp("Formats, séparés par des virgules : pdf, html, text (par défaut : pdf).", valueName: "formats"))
  var format: FormatList<LetterFormat>?
  @Option(
    help: ArgumentHelp(
      "Répertoire où écrire les lettres (par défaut : letters, dans le répertoire de données).", valueName: "répertoire"
    ),
    completion: .directory)
  var output: String?
  @OptionGroup(title: "Réglages") var common: CommonOptions

  func run() throws {
    let settings = try Settings(common)
    let composition = try Composition(settings)
    let store = try composition.store()
    let say = Voice(settings.language.value)
    let folder = try OutputFolder(output ?? store.folder + "/letters")
    var complete = true
    for number in numbers {
      do {
        guard let returned = try ReturnedCase(store.show(number)) else {
          complete = false
          note(number.description, say("accepté, donc sans lettre.", "accepted, so without a letter."), say)
          continue
        }
        let letter = try Letter(
          about: returned, form: composition.form.definition, date: .today(in: settings.store.timeZone),
          language: common.language ?? .fr)
        for path in try letter.write(format?.formats ?? [.pdf], number: number, to: folder) { try put(path.shown) }
      } catch let error where ExitStatus(error) == .inputMissing {
        complete = false
        // These errors name the case.
        note(say(error))
      }
    }
    if !complete { throw ExitCode(ExitStatus.inputMissing.rawValue) }
  }
}
