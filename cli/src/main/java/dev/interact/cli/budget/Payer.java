package dev.interact.cli.budget;

import dev.interact.cli.api.Amount;
import dev.interact.cli.api.Budgets;
import dev.interact.cli.api.Budgets.Account;
import dev.interact.cli.api.Orchestrator;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.status.StudyName;
import dev.interact.cli.table.Spending;

/** Whose budget is meant. */
sealed interface Payer {
  /** How the command describes a study. */
  String STUDY = StudyName.DESCRIPTION;

  /** Whose budget a command line means: a study's, an owner's, or with neither everyone's. */
  static Payer of(String study, String owner, Orchestrator orchestrator) {
    if (study != null) {
      return new OfStudy(StudyName.find(orchestrator.studies(), study), study);
    }
    return owner == null ? new Everyone() : new OfOwner(owner);
  }

  boolean owns(Account account);

  void cap(Budgets budgets, Amount cap);

  /** What a cap means, and what comes next, in sentences. */
  String may(Amount cap);

  private static String atMost(Amount cap) {
    String text = Spending.cap(cap);
    return text.isEmpty() ? "without a cap" : "at most " + text;
  }

  /**
   * A study's own.
   *
   * @param named as the user named it
   */
  record OfStudy(StudyStatus study, String named) implements Payer {
    @Override
    public boolean owns(Account account) {
      return account.account().equals("study/" + study.id());
    }

    @Override
    public void cap(Budgets budgets, Amount cap) {
      budgets.capStudy(study.id(), cap);
    }

    @Override
    public String may(Amount cap) {
      String next =
          study.isPaused()
              ? " It is paused. To go on: interact resume " + named
              : study.isCancelled() ? " It is cancelled." : "";
      return "Study %s may spend %s.%s".formatted(study.title(), atMost(cap), next);
    }
  }

  /** What an owner may spend a month. */
  record OfOwner(String name) implements Payer {
    @Override
    public boolean owns(Account account) {
      return account.account().matches("owner/\\Q" + name + "\\E/[0-9]{4}-[0-9]{2}");
    }

    @Override
    public void cap(Budgets budgets, Amount cap) {
      budgets.capOwner(name, cap);
    }

    @Override
    public String may(Amount cap) {
      return ("%s may spend %s a month (UTC), over all studies. A study that the cap has paused goes"
              + " on with: interact resume STUDY")
          .formatted(name, atMost(cap));
    }
  }

  /** All accounts; nobody in particular can be capped. */
  record Everyone() implements Payer {
    @Override
    public boolean owns(Account account) {
      return true;
    }

    @Override
    public void cap(Budgets budgets, Amount cap) {
      throw new IllegalStateException("nobody to cap");
    }

    @Override
    public String may(Amount cap) {
      throw new IllegalStateException("nobody to cap");
    }
  }
}
