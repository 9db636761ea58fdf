package dev.interact.cli.audit;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.JsonOption;
import dev.interact.cli.Workplace;
import dev.interact.cli.dataset.Sets;
import dev.interact.cli.report.PlainText;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact audit agreement}. */
@Command(
    name = "agreement",
    mixinStandardHelpOptions = true,
    description =
        "Say how many items meet the criteria by sheets that auditors filled in, and how far they"
            + " agree with each other and with the judge.")
final class AgreementCommand implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(index = "0", paramLabel = "SET", description = Sets.DESCRIPTION)
  private String set;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Sheets that were filled in, one an auditor, who is called as the file.")
  private List<Path> files;

  @Option(names = "--disagreements", description = "List the items on which raters differ.")
  private boolean disagreements;

  @Mixin private JsonOption json;

  AgreementCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    DataSet found = Sets.find(set).verify();
    Map<String, AuditItem> items = AuditItem.of(found);
    List<Rater> auditors = auditors(found, items);
    Agreement agreement =
        Agreement.of(found.reference(), items, auditors, judge(found, items, auditors));
    workplace
        .terminal()
        .print(
            json.isSet()
                ? JsonOption.text(agreement)
                : PlainText.of(new AgreementSection(agreement).section(disagreements)));
    return ExitCode.DONE;
  }

  private List<Rater> auditors(DataSet found, Map<String, AuditItem> items) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Rater> auditors = new LinkedHashMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString().replaceFirst("\\.[Cc][Ss][Vv]$", "");
      try {
        Rater auditor = new Rater(name, FilledSheet.read(file, found.manifest(), items.keySet()));
        if (auditors.putIfAbsent(name, auditor) != null) {
          throw CommandFailed.wrongInput(
              "Two sheets are called %s; an auditor has one, and each another name."
                  .formatted(name));
        }
      } catch (InvalidInput e) {
        problems.addAll(e.problems());
      }
    }
    InvalidInput.throwIfAny(problems);
    return List.copyOf(auditors.values());
  }

  /** What the judge said of the items that somebody answered; null where there is no judge. */
  private static Rater judge(DataSet found, Map<String, AuditItem> items, List<Rater> auditors) {
    if (!found.manifest().recipe().hasJudge()) {
      return null;
    }
    Map<String, Answers> said = new LinkedHashMap<>();
    items.forEach(
        (key, item) -> {
          if (auditors.stream().anyMatch(auditor -> auditor.answers().containsKey(key))) {
            item.judged().ifPresent(answers -> said.put(key, answers));
          }
        });
    return new Rater("judge " + found.manifest().recipe().gates().judge(), said);
  }
}
