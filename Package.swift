// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is compiled under the same strict settings: unsafe memory is written knowingly,
// a warning stops the build.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A Swift target of ours. The dependencies listed here are the layering of Documentation/Architecture.md;
/// `Tests/HouseTests` reads the sources and holds every import to it.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: [.treatAllWarnings(as: .error)])
}

/// A C library of Debian, found by pkg-config.
func debian(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "guichet",
  products: [
    .executable(name: "guichet", targets: ["guichet"]),
    .executable(name: "guichet-reader", targets: ["guichet-reader"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // C: module map and shim, nothing more
    debian("CPoppler", "poppler-glib", "libpoppler-glib-dev"),
    debian("CQPDF", "libqpdf", "libqpdf-dev"),
    debian("CTesseract", "tesseract", "libtesseract-dev"),
    debian("CLeptonica", "lept", "libleptonica-dev"),
    debian("CCrypto", "libcrypto", "libssl-dev"),
    debian("CPango", "pangocairo", "libpango1.0-dev"),
    .target(name: "CSandbox"),

    // words
    layer("Forms"),
    // judging
    layer("Rules", ["Forms"]),
    layer("Definitions", ["Forms", "Rules", "CCrypto", .product(name: "Yams", package: "Yams")]),
    // seeing
    layer("Imaging", ["CPoppler", "CQPDF", "CTesseract", "CLeptonica"]),
    layer("Recognition", ["Forms", "Imaging"]),
    // doing
    layer("Reader", ["Forms", "CSandbox"]),
    layer("Store", ["Forms", .product(name: "GRDB", package: "GRDB.swift"), "CCrypto"]),
    layer("Pipeline", ["Forms", "Rules", "Reader", "Store"]),
    // showing
    layer("Reports", ["Forms", "CPango"]),
    // roots
    .executableTarget(
      name: "guichet",
      dependencies: [
        "Forms", "Rules", "Definitions", "Reader", "Store", "Pipeline", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "guichet-reader", dependencies: ["Forms", "Recognition", "CSandbox"], swiftSettings: strict),

    tests("FormsTests", ["Forms"]),
    tests("RulesTests", ["Forms", "Rules", "Definitions"]),
    tests("DefinitionsTests", ["Forms", "Rules", "Definitions"]),
    tests("RecognitionTests", ["Forms", "Imaging", "Recognition", "Definitions"]),
    .executableTarget(
      name: "misbehaving-reader", dependencies: ["CSandbox"], path: "Tests/MisbehavingReader",
      swiftSettings: [.treatAllWarnings(as: .error)]),
    tests("ReaderTests", ["Forms", "Reader", "CSandbox"]),
    tests("StoreTests", ["Forms", "Store"]),
    tests("PipelineTests", ["Forms", "Rules", "Reader", "Store", "Pipeline"]),
    tests("ImagingTests", ["Imaging"]),
    tests("ReportsTests", ["Forms", "Reports"]),
    tests("GuichetTests", ["Forms", "guichet", "guichet-reader"]),
    tests("HouseTests", ["Forms"]),
  ]
)
