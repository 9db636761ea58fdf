package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** Python with packages of fixed versions, in an environment of its own within a sandbox. */
final class Python {
  private static final Path INTEROP = Stack.ROOT.resolve("system-tests/interop");
  private static final String PROGRAMS = "environment/bin/";

  private final Sandbox sandbox;

  private Python(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Skips the test where there is no Python; fails it so in continuous integration. */
  static void require(Sandbox sandbox) {
    boolean there = sandbox.bash("python3 -c 'import venv, ensurepip'").exitCode() == 0;
    assertThat(there || !"true".equals(System.getenv("CI"))).as("python3 with venv").isTrue();
    assumeTrue(there, "skipped: there is no python3 with venv");
  }

  /**
   * Makes the environment.
   *
   * @param requirements a file of {@code system-tests/interop}
   */
  static Python with(Sandbox sandbox, String requirements) {
    sandbox.succeed("python3 -m venv environment");
    Python python = new Python(sandbox);
    sandbox.succeed(PROGRAMS + "python -m pip install --quiet -r " + INTEROP.resolve(requirements));
    return python;
  }

  /** A file of {@code system-tests/interop}. */
  static Path file(String name) {
    return INTEROP.resolve(name);
  }

  /** A program of the environment, as a command of the sandbox names it. */
  String program(String name) {
    return PROGRAMS + name;
  }
}
