package dev.interact.cli;

import dev.interact.cli.access.AuditLogCommand;
import dev.interact.cli.access.KeysCommand;
import dev.interact.cli.analysis.CheckPaperCommand;
import dev.interact.cli.analysis.CompareCommand;
import dev.interact.cli.analysis.ReportCommand;
import dev.interact.cli.audit.AuditCommand;
import dev.interact.cli.budget.BudgetCommand;
import dev.interact.cli.check.GradeCommand;
import dev.interact.cli.control.ControlCommand;
import dev.interact.cli.dataset.DatasetCommand;
import dev.interact.cli.deadletter.DeadLettersCommand;
import dev.interact.cli.export.ExportCommand;
import dev.interact.cli.importing.ImportCommand;
import dev.interact.cli.input.ValidateCommand;
import dev.interact.cli.models.LimitsCommand;
import dev.interact.cli.plan.PlanCommand;
import dev.interact.cli.prepare.PrepareCommand;
import dev.interact.cli.run.RunCommand;
import dev.interact.cli.stack.DownCommand;
import dev.interact.cli.stack.UpCommand;
import dev.interact.cli.status.StatusCommand;
import dev.interact.cli.status.StudiesCommand;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code interact} command. */
@Command(
    name = "interact",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Learning experiments between language models: one file, one command, one table.",
    description = {
      "",
      "A study file names concepts, models and conditions. 'interact run' starts what is needed on"
          + " this machine, runs every dialogue and quiz of the study, prints the results and writes"
          + " them to a folder. The same command again goes on where an earlier one stopped.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was done; of a study, all dialogues are finished",
      "1:something went wrong that should not",
      "2:the command line, the study, a concept file, a model alias or its key is wrong",
      "3:the study is over or cancelled: some of its dialogues failed or were not run",
      "4:the services could not be started or reached",
      "5:the study's budget is used up; a higher one goes on",
      "6:a replay, or grading again, did not give what is recorded",
      "7:some files could not be imported; the others were",
      "130:Ctrl-C; the same command goes on"
    },
    footer = {
      "",
      "Examples:",
      "  interact run studies/quickstart.yaml    run a study",
      "  interact validate studies/mine.yaml     check it, count its model calls",
      "  interact plan studies/mine.yaml         say what it would cost",
      "  interact run --replay studies/mine.yaml go through it again without any model",
      "  interact export results/mine            write tables, a dataset card, a log for Inspect",
      "  interact import data/raw                make material of texts, PDFs, tables, images",
      "  interact prepare data/raw --author M    make quizzes of it, each item tried",
      "  interact dataset show sets/mine-1a2b…   what is in a data set, and what was dropped",
      "  interact up && interact status          keep the services running",
      "  interact pause mine                     and resume, cancel, retry",
      "  interact budget mine --usd 5            what it may spend",
      "  interact run studies/mine.yaml --url http://cluster:8080",
      "  interact run studies/mine.yaml --json | jq .totals.cost",
      "  interact test                           run every test of this checkout",
      "  interact bench                          measure its speed with a model stub",
      "",
      "Environment:",
      "  OPENAI_API_KEY and others  keys that the model registry (models.yaml) names",
      "  INTERACT_API_KEY           lets in where an orchestrator needs a key",
      "  INTERACT_DATA              the folder of a local stack's data, instead of .interact",
      "  INTERACT_OWNER             who pays for a study, instead of your user name",
      "  NO_COLOR                   no colours",
      "  JAVA_HOME                  the JDK to use, 21 or newer",
      "  INTERACT_DEBUG             print stack traces",
      "",
      "Results go to standard output, all else to standard error."
    })
public final class Main implements Callable<Integer> {
  /** Held, for the level of a logger that nobody holds may be forgotten. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    // Libraries that log have nothing to say to a user of the command line.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    System.setProperty(
        "org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.Slf4jLogFactory");
    LUCENE.setLevel(Level.OFF);
  }

  @Spec private CommandSpec spec;

  private Main() {}

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.WRONG_INPUT;
  }

  public static void main(String[] arguments) {
    System.exit(execute(Workplace.ofProcess(), arguments));
  }

  /** Runs a command and returns its exit code. */
  static int execute(Workplace workplace, String... arguments) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new RunCommand(workplace))
            .addSubcommand(new PrepareCommand(workplace))
            .addSubcommand(new PlanCommand(workplace))
            .addSubcommand(new GradeCommand(workplace))
            .addSubcommand(new ReportCommand(workplace))
            .addSubcommand(new CompareCommand(workplace))
            .addSubcommand(new CheckPaperCommand(workplace))
            .addSubcommand(new ExportCommand(workplace))
            .addSubcommand(new ImportCommand(workplace))
            .addSubcommand(new ValidateCommand(workplace))
            .addSubcommand(new UpCommand(workplace))
            .addSubcommand(new DownCommand(workplace))
            .addSubcommand(new StudiesCommand(workplace))
            .addSubcommand(new StatusCommand(workplace));
    ControlCommand.addTo(commands, workplace);
    DatasetCommand.addTo(commands, workplace);
    AuditCommand.addTo(commands, workplace);
    KeysCommand.addTo(commands, workplace);
    DeadLettersCommand.addTo(
        commands
            .addSubcommand(new BudgetCommand(workplace))
            .addSubcommand(new LimitsCommand(workplace))
            .addSubcommand(new AuditLogCommand(workplace)),
        workplace);
    commands
        .getSubcommands()
        .values()
        .forEach(each -> each.getCommandSpec().versionProvider(new Version()));
    return prepared(commands, workplace).execute(arguments);
  }

  /** A command that prints to the user's terminal and fails as all do: a sentence, an exit code. */
  public static CommandLine prepared(CommandLine command, Workplace workplace) {
    Failures failures = new Failures(workplace);
    return command
        .setOut(new PrintWriter(workplace.terminal().out(), true))
        .setErr(new PrintWriter(workplace.terminal().err(), true))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setUsageHelpAutoWidth(true);
  }

  /** Reads the version from the jar. */
  public static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"interact " + number()};
    }

    /** The version alone. */
    public static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "(not packaged)" : version;
    }
  }
}
