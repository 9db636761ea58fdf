package dev.interact.orchestrator.check;

import java.util.List;

/**
 * What the check of one dialogue or sheet has found.
 *
 * @param calls that it took
 * @param missing those of them without a recorded answer
 * @param differences a sentence each; empty where all is as recorded
 */
record Finding(long calls, long missing, List<String> differences) {
  Finding {
    differences = List.copyOf(differences);
  }
}
