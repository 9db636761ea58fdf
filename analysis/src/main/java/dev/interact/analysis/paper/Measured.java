package dev.interact.analysis.paper;

import dev.interact.analysis.stats.Estimate;
import java.util.List;

/**
 * A claim's measure in a study.
 *
 * @param what was compared
 * @param student alias; null where it is of all
 * @param others the models beside the student, in the order of the claim's
 * @param estimate in accuracy points; of recovery, in per cent
 */
record Measured(String what, String student, List<String> others, Estimate estimate) {}
