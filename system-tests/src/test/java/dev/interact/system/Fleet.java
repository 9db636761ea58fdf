package dev.interact.system;

import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes of a role, as many as are wanted; they begin with none. */
final class Fleet {
  private final LocalStack stack;
  private final Role role;
  private final Map<String, String> environment;
  private final List<ChildProcess> processes = new ArrayList<>();

  /**
   * @param environment of each, beside that of all processes
   */
  Fleet(LocalStack stack, Role role, Map<String, String> environment) {
    this.stack = stack;
    this.role = role;
    this.environment = environment;
    stack.process(role).stop();
  }

  /** Starts or stops some, in good order, until there are so many. */
  void scaleTo(int number) {
    while (processes.size() < number) {
      processes.add(stack.startAnother(role, environment));
    }
    while (processes.size() > number) {
      processes.removeLast().stop();
    }
  }
}
