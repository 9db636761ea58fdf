package dev.interact.local.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.interact.local.StackException;
import dev.interact.local.process.CommandLine;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;

/** A PostgreSQL data directory (a database cluster, in its own words) and the user who owns it. */
record Cluster(Path data, PostgresBinaries binaries) {
  static final String USER = "interact";

  /**
   * Creates the data directory unless it exists, all or nothing: a half-made one never gets its
   * name.
   */
  static Cluster open(Path data, PostgresBinaries binaries, Path log)
      throws IOException, InterruptedException {
    var cluster = new Cluster(data, binaries);
    if (!Files.exists(data)) {
      var unfinished =
          Files.createTempDirectory(Files.createDirectories(data.getParent()), "initdb-");
      cluster.initialise(unfinished, log);
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }
    return cluster;
  }

  String password() {
    try {
      return Files.readString(passwordFile(data)).strip();
    } catch (IOException e) {
      throw StackException.because("Cannot read the database's password: " + e.getMessage());
    }
  }

  /** The command that runs one of PostgreSQL's programs; they refuse to run as root. */
  List<String> command(String program, List<String> arguments) {
    var command = CommandLine.join(List.of(binaries.program(program)), arguments);
    if (new UnixSystem().getUid() != 0) {
      return command;
    }
    var unshare =
        CommandLine.find("unshare")
            .orElseThrow(
                () ->
                    StackException.because(
                        "PostgreSQL does not run as root without unshare (util-linux); run Interact as another user."));
    return CommandLine.join(List.of(unshare, "--user"), command);
  }

  private void initialise(Path directory, Path log) throws IOException, InterruptedException {
    var password = Files.createTempFile(directory.getParent(), "initdb-", ".password");
    Files.writeString(password, new BigInteger(160, new SecureRandom()).toString(36));
    var arguments =
        List.of(
            "--pgdata=" + directory,
            "--username=" + USER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // The same order and case rules on every system.
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C");
    var initdb =
        new ProcessBuilder(command("initdb", arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (initdb.waitFor() != 0) {
      throw StackException.because("initdb could not create the database (log: %s)".formatted(log));
    }
    Files.move(password, passwordFile(directory));
  }

  private static Path passwordFile(Path directory) {
    return directory.resolve("interact.password");
  }
}
