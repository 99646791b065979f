import Forms

/// Wraps a page's body in a complete HTML document: self-contained, without script, printable.
///
/// Colours keep a contrast of at least 4.5 to 1 for text (SGQRI 008, WCAG 2.1 AA).
enum PageStyle {
  static func document(title: String, language: Language, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .fr ? "fr-CA" : "en-CA")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>\(Sanitized.html(title))</title>
    <style>
    \(common)
    \(style)
    </style>
    </head>
    \(body)
    </html>

    """
  }

  private static let common = """
    :root { --ink: #1b2430; --muted: #52606f; --deep: #0b3b6f; --accent: #2f6db5; --light: #9dbfe3; --panel: #eef3f9;
      --line: #c9d3df; --paper: #fff; color-scheme: light; }
    * { box-sizing: border-box; }
    html { font-size: 100%; }
    body { margin: 0; color: var(--ink); background: #f4f6f9; line-height: 1.5;
      font-family: "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
    h1, h2, h3 { color: var(--deep); line-height: 1.25; margin: 0; }
    a { color: #1d5796; }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    p { margin: 0 0 .75rem; }
    @media print { body { background: #fff; } }
    """
}
