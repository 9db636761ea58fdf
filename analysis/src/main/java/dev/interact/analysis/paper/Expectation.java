package dev.interact.analysis.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.stats.Tost;

/** What a claim says of an estimate in accuracy points. Intervals are of 95% but where said. */
public enum Expectation {
  /**
   * It is above 0: supported where the whole interval is, contradicted where the whole interval is
   * below 0.
   */
  @JsonProperty("above")
  ABOVE,
  /**
   * It is not below the negative margin: supported where the whole interval is above that,
   * contradicted where the whole interval is below it.
   */
  @JsonProperty("not-below")
  NOT_BELOW,
  /**
   * It lies within the margin: supported where the 90% interval does (two one-sided tests at 5%),
   * contradicted where the whole interval is outside.
   */
  @JsonProperty("within")
  WITHIN,
  /**
   * It is no gain: contradicted where the whole interval is above 0, else supported where the whole
   * interval is below the margin.
   */
  @JsonProperty("not-above")
  NOT_ABOVE,
  /** The paper does not say what it means. */
  @JsonProperty("unknown")
  UNKNOWN;

  private static final double ALPHA = 0.05;

  /**
   * What an estimate says of the claim.
   *
   * @param margin in accuracy points
   */
  Verdict judge(Estimate estimate, double margin) {
    Interval interval = estimate.interval();
    if (interval == null) {
      return this == UNKNOWN ? Verdict.NOT_COMPARABLE : Verdict.UNDECIDED;
    }
    return switch (this) {
      case ABOVE -> verdict(interval.low() > 0, interval.high() < 0);
      case NOT_BELOW -> verdict(interval.low() > -margin, interval.high() < -margin);
      case WITHIN ->
          verdict(
              Tost.of(estimate, margin, ALPHA).equivalent(),
              interval.low() > margin || interval.high() < -margin);
      case NOT_ABOVE ->
          verdict(interval.low() <= 0 && interval.high() < margin, interval.low() > 0);
      case UNKNOWN -> Verdict.NOT_COMPARABLE;
    };
  }

  private static Verdict verdict(boolean isSupported, boolean isContradicted) {
    if (isSupported) {
      return Verdict.SUPPORTED;
    }
    return isContradicted ? Verdict.CONTRADICTED : Verdict.UNDECIDED;
  }

  /** Whether the value itself, however sure, is as the claim says; in words. */
  String direction(double value, double margin) {
    boolean agrees =
        switch (this) {
          case ABOVE -> value > 0;
          case NOT_BELOW -> value >= -margin;
          case WITHIN -> Math.abs(value) <= margin;
          case NOT_ABOVE -> value <= 0;
          case UNKNOWN -> false;
        };
    if (this == UNKNOWN) {
      return "its definition is not known";
    }
    return agrees ? "the estimate is as the claim says" : "the estimate is not as the claim says";
  }
}
