package dev.interact.bench.goal;

import dev.interact.bench.figure.Tables;

/** How a figure is to stand to a limit. */
public enum Bound {
  AT_LEAST("≥") {
    @Override
    boolean holds(double measured, double limit) {
      return measured >= limit;
    }
  },
  AT_MOST("≤") {
    @Override
    boolean holds(double measured, double limit) {
      return measured <= limit;
    }
  };

  private final String sign;

  Bound(String sign) {
    this.sign = sign;
  }

  abstract boolean holds(double measured, double limit);

  String text(double limit) {
    return sign + " " + Tables.number(limit);
  }
}
