import ArgumentParser

@main
struct Guichet: ParsableCommand {}
