package dev.interact.cli;

import dev.interact.cli.api.ApiProblem;
import dev.interact.local.StackException;
import dev.interact.registry.RegistryException;
import dev.interact.study.input.InvalidInput;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells the user why a command failed, in a sentence, and the shell by the exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Workplace workplace;

  Failures(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    workplace.terminal().say("%s (see %s --help)".formatted(e.getMessage(), command));
    return ExitCode.WRONG_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (workplace.isSet("INTERACT_DEBUG")) {
      e.printStackTrace(workplace.terminal().err());
    }
    return switch (e) {
      case CommandFailed failed -> tell(failed.getMessage(), failed.exitCode());
      case InvalidInput invalid -> tell(invalid.getMessage(), ExitCode.WRONG_INPUT);
      case RegistryException invalid -> tell(invalid.getMessage(), ExitCode.WRONG_INPUT);
      case StackException stack -> tell(stack.getMessage(), ExitCode.NO_STACK);
      case ApiProblem problem -> tell(problem.getMessage(), problem.exitCode());
      default ->
          tell("Unexpected: %s. INTERACT_DEBUG=1 shows where.".formatted(e), ExitCode.UNEXPECTED);
    };
  }

  private int tell(String sentence, int exitCode) {
    workplace.terminal().say(sentence);
    return exitCode;
  }
}
