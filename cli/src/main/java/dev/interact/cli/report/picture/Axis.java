package dev.interact.cli.report.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The values along one side of a picture.
 *
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record Axis(double low, double high, double step) {
  private static final double HUNDRED = 100;
  private static final double ROOM = 0.05;
  private static final int INTERVALS = 5;
  private static final int MOST_TURNS = 24;

  /** With a little room around all of these. */
  static Axis around(double... values) {
    double min = DoubleStream.of(values).min().orElse(0);
    double max = DoubleStream.of(values).max().orElse(1);
    double room = max > min ? ROOM * (max - min) : Math.max(Math.abs(max) / 2, 1);
    return new Axis(min - room, max + room, step((max - min + 2 * room) / INTERVALS, 0));
  }

  /** As {@link #around}, but never beyond 0 and 100 where the values are not. */
  static Axis ofAccuracies(double... values) {
    Axis axis = around(values);
    boolean within = DoubleStream.of(values).allMatch(value -> value >= 0 && value <= HUNDRED);
    return within ? new Axis(Math.max(axis.low, 0), Math.min(axis.high, HUNDRED), axis.step) : axis;
  }

  /** From the first to the last of these, with ticks at whole numbers if they are whole. */
  static Axis ofTurns(double... values) {
    boolean whole = DoubleStream.of(values).allMatch(value -> value == Math.rint(value));
    if (!whole) {
      return around(values);
    }
    double min = DoubleStream.of(values).min().orElse(0);
    double max = DoubleStream.of(values).max().orElse(0);
    double step = max - min > MOST_TURNS ? step((max - min) / INTERVALS, 1) : 1;
    return min == max ? new Axis(min - 0.5, max + 0.5, 1) : new Axis(min, max, step);
  }

  private static double step(double rough, double least) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    return IntStream.of(1, 2, 5, 10)
        .mapToDouble(times -> times * power)
        .filter(step -> step >= Math.max(rough * (1 - 1e-9), least))
        .findFirst()
        .orElse(Math.max(10 * power, least));
  }

  List<Double> ticks() {
    double slack = 1e-6;
    return LongStream.rangeClosed(
            (long) Math.ceil(low / step - slack), (long) Math.floor(high / step + slack))
        .mapToObj(times -> times * step)
        .toList();
  }

  /** A tick's label, with the decimals that its step has. */
  String label(double tick) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return Numeral.minus(String.format(Locale.ROOT, "%." + decimals + "f", tick + 0.0));
  }

  /** How far along the axis a value is: 0 at its low end, 1 at its high end. */
  double share(double value) {
    return (value - low) / (high - low);
  }
}
