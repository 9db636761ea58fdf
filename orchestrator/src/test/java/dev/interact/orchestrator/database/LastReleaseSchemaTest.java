package dev.interact.orchestrator.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import dev.interact.local.postgres.Database;
import jakarta.persistence.Enumerated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the tables of this version an orchestrator of the last release does its work, too. */
class LastReleaseSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("interact.root"));
  private static final Path MIGRATIONS =
      ROOT.resolve("orchestrator/src/main/resources/db/migration");
  private static final Path FILE =
      ROOT.resolve("orchestrator/src/test/resources/last-release-schema.txt");

  @TempDir static Path data;
  private static LocalStack stack;
  private static Connection database;
  private static final List<String> CONSTANTS = constants();
  private static LastReleaseSchema last;

  /** At a release, {@code -Dlast-release.rewrite=true} writes what it has. */
  @BeforeAll
  static void migrate() throws Exception {
    stack =
        LocalStack.start(
            StackConfig.of(ROOT).withDataDirectory(data).withServices(Set.of()), line -> {});
    Database found = stack.database();
    Flyway.configure()
        .dataSource(found.jdbcUrl(), found.user(), found.password())
        .locations("filesystem:" + MIGRATIONS)
        .load()
        .migrate();
    database = DriverManager.getConnection(found.jdbcUrl(), found.user(), found.password());
    database.setAutoCommit(false);
    if (Boolean.getBoolean("last-release.rewrite")) {
      Set<String> lines = new TreeSet<>(CONSTANTS);
      Part.all(database).forEach(part -> lines.add(part.toString()));
      Files.write(FILE, lines);
    }
    last = LastReleaseSchema.read(FILE);
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
    stack.close();
  }

  /** Those of every column that holds the name of one. */
  private static List<String> constants() {
    return new ClassFileImporter()
        .importPackages("dev.interact.orchestrator").stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.isAnnotatedWith(Enumerated.class))
            .flatMap(LastReleaseSchemaTest::constants)
            .toList();
  }

  private static Stream<String> constants(JavaField field) {
    return Stream.of(field.getRawType().reflect().getEnumConstants())
        .map(
            constant ->
                "constant %s.%s %s"
                    .formatted(field.getOwner().getSimpleName(), field.getName(), constant));
  }

  private static List<String> problems(Set<String> contracted) throws SQLException {
    return last.problems(Part.all(database), CONSTANTS, contracted);
  }

  @Test
  void its_statements_find_all_that_they_need_and_nothing_that_refuses_their_rows()
      throws SQLException, IOException {
    assertThat(last.lines()).hasSizeGreaterThan(100);
    assertThat(problems(last.contracted(MIGRATIONS))).isEmpty();
  }

  /** Changes that a migration must not make, and what is said of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alter table call drop column reason                          | gone: column call.reason text
          alter table call rename column reason to why                 | gone: column call.reason text
          alter table call rename to calls                             | gone: table call
          drop table seat                                              | gone: table seat
          alter table turn alter column number type bigint             | gone: column turn.number integer not null
          alter table call alter column reason set not null            | gone: column call.reason text
          alter table call alter column failures drop default          | gone: column call.failures integer not null default 0
          alter table turn alter column answer set default ''          | gone: column turn.answer text
          alter table study alter column name drop not null            | gone: column study.name text not null
          alter table call add column weight int not null              | too much for it: column call.weight integer not null
          alter table call add unique (model, rank)                    | too much for it: constraint call UNIQUE (model, rank)
          alter table call add check (failures < 3)                    | too much for it: constraint call CHECK ((failures < 3))
          create unique index one on call (model, rank)                | too much for it: unique index call CREATE UNIQUE INDEX one ON public.call USING btree (model, rank)
          alter table call add foreign key (model) references study    | too much for it: constraint call FOREIGN KEY (model) REFERENCES study(id)
          alter table seat drop constraint seat_secret_key             | gone: constraint seat UNIQUE (secret)
          alter sequence step_seq increment by 1                       | gone: sequence step_seq by 50
          update flyway_schema_history set checksum = 7 where version = '9' | gone: migration 9
          """)
  void what_would_break_it_is_refused(String change, String problem) throws SQLException {
    try {
      database.createStatement().execute(change);

      assertThat(problems(Set.of())).anyMatch(found -> found.startsWith(problem));
    } finally {
      database.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table call add column weight int",
        "alter table call add column weight int not null default 1",
        "alter table call add column weight text references study",
        "alter table call add column weight text unique",
        "create table shelf (id text primary key, weight int not null unique)",
        "create index quick on call (reason)",
        "drop index call_ready"
      })
  void what_it_need_not_know_is_allowed(String change) throws SQLException {
    try {
      database.createStatement().execute(change);

      assertThat(problems(Set.of())).isEmpty();
    } finally {
      database.rollback();
    }
  }

  @Test
  void a_constant_that_rows_may_hold_stays() throws SQLException {
    List<String> fewer =
        CONSTANTS.stream().filter(constant -> !constant.endsWith("LESSON")).toList();

    assertThat(last.problems(Part.all(database), fewer, Set.of()))
        .contains("gone: constant CallRow.kind LESSON");
  }

  @Test
  void a_later_migration_may_take_away_what_it_names_with_a_reason(@TempDir Path folder)
      throws SQLException, IOException {
    Files.writeString(folder.resolve("V9__old.sql"), "-- contract: column call.reply, too late");
    Files.writeString(
        folder.resolve("V10__new.sql"),
        """
        -- contract: column call.reason, no statement of 0.1 names it
        -- contract: column call.grader
        alter table call drop column reason;
        """);
    Set<String> contracted = last.contracted(folder);
    assertThat(contracted).containsExactly("column call.reason");
    try {
      database.createStatement().execute("alter table call drop column reason");
      database.createStatement().execute("alter table call drop column grader");

      assertThat(problems(contracted)).containsExactly("gone: column call.grader text");
    } finally {
      database.rollback();
    }
  }
}
