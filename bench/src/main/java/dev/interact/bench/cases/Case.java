package dev.interact.bench.cases;

import dev.interact.bench.figure.Report.Result;
import dev.interact.bench.run.Setting;

/** Something that is measured under a name. */
public interface Case {
  String name();

  /** What it is to tell, for people. */
  String question();

  /** Measures it. */
  Result measure(Setting setting);
}
