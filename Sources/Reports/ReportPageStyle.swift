extension ReportPage {
  /// The style sheet of the reject report's page.
  static let style = """
    .band { background: var(--deep); color: #fff; }
    .band > div, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 2.5rem; }
    .band > div { padding-top: 2rem; padding-bottom: 4.5rem; }
    .band h1 { color: #fff; font-size: 2.1rem; letter-spacing: -.01em; }
    .band p { margin: 0; color: #d5e3f3; }
    .band .period { font-size: 1.1rem; margin-top: .25rem; }
    .figures { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1rem; margin: -3rem 0 1.75rem; }
    .figure { display: flex; flex-direction: column-reverse; justify-content: flex-end; background: #fff;
      border-top: .3rem solid var(--light); padding: 1rem 1.2rem; box-shadow: 0 1px 4px rgb(11 59 111 / .16); }
    .figure.main { border-color: var(--accent); }
    .figure dd { margin: 0; font-size: 2.3rem; line-height: 1.1; font-weight: bold; color: var(--deep);
      font-variant-numeric: tabular-nums; }
    .figure dt { color: var(--muted); }
    .summary { font-size: 1.2rem; margin-bottom: .4rem; }
    .note { color: var(--muted); font-size: .9rem; }
    section { background: #fff; padding: 1.5rem 1.75rem; margin: 1.5rem 0; box-shadow: 0 1px 4px rgb(11 59 111 / .12); }
    h2 { font-size: 1.3rem; margin-bottom: .75rem; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; align-items: start; }
    .pair section { margin: 0; }
    .scroll { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; }
    table.narrow { width: auto; min-width: 24rem; margin-top: .5rem; }
    th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #e3e8ef; }
    thead th, thead td { color: var(--muted); font-size: .85rem; font-weight: bold; vertical-align: bottom;
      border-bottom: 2px solid var(--light); }
    tbody th { color: var(--deep); }
    #reasons ~ .scroll tbody th, .cases tbody th { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    th.number, td.number { padding-left: 1rem; padding-right: 0; }
    td.number { font-weight: bold; }
    .bar { width: 28%; min-width: 7rem; }
    .bar svg { display: block; width: 100%; height: .9rem; margin-top: .3rem; background: var(--panel); }
    svg text { font: 13px "Helvetica Neue", Arial, "Liberation Sans", sans-serif; fill: var(--muted); }
    svg .grid { stroke: #e3e8ef; }
    .received { fill: var(--light); background: var(--light); }
    .returned { fill: var(--deep); background: var(--deep); }
    .legend { margin-bottom: .5rem; color: var(--muted); }
    .key { display: inline-block; width: .9rem; height: .9rem; margin: 0 .35rem -.1rem 0; }
    .key + .key, .legend .returned { margin-left: 1.25rem; }
    #volume ~ svg { display: block; width: 100%; height: auto; }
    summary { cursor: pointer; color: #1d5796; margin-top: .75rem; }
    summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .cases { font-size: .92rem; }
    .cases ul { margin: 0; padding: 0; list-style: none; }
    .cases li + li { margin-top: .35rem; }
    .cases .day { white-space: nowrap; }
    .state { display: inline-block; padding: .05rem .55rem; border-radius: 1rem; font-size: .85rem; font-weight: bold; }
    .returnProposed { background: #fff4dc; color: #6b4600; }
    .returnConfirmed { background: #dfeaf7; color: var(--deep); }
    footer { color: var(--muted); font-size: .85rem; padding-bottom: 2rem; }
    @media (max-width: 60rem) { .figures { grid-template-columns: repeat(2, 1fr); } .pair { grid-template-columns: 1fr; }
      .band > div, main, footer { padding-left: 1rem; padding-right: 1rem; } }
    @media print {
      @page { size: letter; margin: 1.5cm; }
      html { font-size: 66%; }
      .band, .figure, .bar svg, .key, .state { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .band > div, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
      .band { background: none; } .band > div { padding-top: 0; padding-bottom: 1rem; }
      .band h1 { color: var(--deep); } .band p { color: var(--muted); }
      .figures { margin-top: 0; grid-template-columns: repeat(5, 1fr); }
      section, .figure { box-shadow: none; } section { padding: 0; }
      .pair { grid-template-columns: 1fr 1fr; }
      tr, .figure, svg { break-inside: avoid; } h2 { break-after: avoid; } details { display: none; }
    }
    """
}
