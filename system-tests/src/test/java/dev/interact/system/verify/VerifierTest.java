package dev.interact.system.verify;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.local.postgres.Postgres;
import dev.interact.local.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of violation is planted in a healthy study, and found. */
class VerifierTest {
  private static final Path ROOT = Path.of(System.getProperty("interact.root"));
  private static final Path MIGRATIONS = Path.of("orchestrator/src/main/resources/db/migration");

  /** In one transaction with what comes then; {@code truncate} makes every table's files anew. */
  private static final String EMPTY =
      Stream.of(
              "turn",
              "step",
              "attempt",
              "candidate",
              "dialogue",
              "preparation",
              "account",
              "study",
              "call",
              "concept")
          .map("delete from %s;\n"::formatted)
          .collect(Collectors.joining());

  @TempDir static Path data;
  private static Postgres postgres;
  private static Tables tables;
  private final List<String> replies = new ArrayList<>(SmallStudy.replies());
  private final List<String> deadLetters = new ArrayList<>();

  /** A schema that would not allow a violation is no proof that there is none. */
  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(data.resolve("logs"));
    postgres =
        new Postgres(
            ROOT.resolve(".interact/cache"),
            data.resolve("postgres"),
            new ProcessTable(data.resolve("logs"), () -> {}));
    postgres.start();
    tables = new Tables(postgres::database);
    try (Stream<Path> scripts = Files.list(ROOT.resolve(MIGRATIONS))) {
      for (Path script : scripts.sorted(comparing(VerifierTest::version)).toList()) {
        run(Files.readString(script));
      }
    }
    run(
        """
        alter table step drop constraint step_of_dialogue;
        alter table turn drop constraint turn_pkey;
        """);
  }

  private static int version(Path script) {
    return Integer.parseInt(script.getFileName().toString().split("__")[0].substring(1));
  }

  @AfterAll
  static void stop() {
    postgres.kill();
  }

  @BeforeEach
  void plantAHealthyStudy() {
    run(EMPTY + SmallStudy.sql());
  }

  private static void run(String sql) {
    var database = postgres.database();
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private List<String> findings() {
    return findings(new Claim(SmallStudy.ID, 1, Map.of("m", 4L), 0, 0));
  }

  private List<String> findings(Claim claim) {
    return new Verifier(tables, topic -> topic.contains("dead") ? deadLetters : replies)
        .findings(claim);
  }

  @Test
  void a_healthy_study_has_no_findings() {
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update study set state = 'RUNNING'                            | Study small is RUNNING
          update dialogue set stage = 'RUNNING'                         | Dialogue d is RUNNING though
          update dialogue set stage = 'FAILED'                          | Dialogue d failed without a reason
          delete from turn                                              | finished with 0 turns
          update turn set answer = null                                 | finished with 0 turns
          update turn set number = 2                                    | Dialogue d has the turns 2
          insert into turn select * from turn                           | Dialogue d has the turns 1, 1
          insert into turn values ('d', 2, 'ask', 'answer')             | finished with 2 turns
          update turn set answer = 'ask'                                | Turn 1 of dialogue d was not said
          delete from step where kind = 'SIT' and turn = 1              | finished without SIT 1.0
          update call set status = 'READY' where key = 'answer'         | finished without ANSWER 1.0
          update call set reply = null where key = 'answer'             | finished without ANSWER 1.0
          update step set turn = 7 where kind = 'ASK'                   | has done ASK 7.0, no step of it
          insert into step select 9, study, dialogue, kind, turn, part, draw, call, open from step where kind = 'ASK' | has done ASK 1.0 twice
          update step set call = 'ask' where kind = 'ANSWER'            | Dialogue d has call ask for 2 turns
          update step set open = true where kind = 'ASK'                | Dialogue d still waits for ASK of turn 1
          update attempt set status = 'SENT' where call = 'ask'         | Attempt try-ask of call ask is still under way
          update call set status = 'SENT' where key = 'ask'             | Call ask counts as sent
          update call set status = 'ANSWERED' where key = 'sheet-1'     | Call sheet-1 was answered and is ANSWERED
          update call set reply = 'other' where key = 'answer'          | What is stored of call answer is no reply
          update call set answered_by = 'x' where key = 'answer'        | Call answer has another reply than attempt x
          update call set choices = '{1,null}' where key = 'sheet-1'    | Call sheet-1 is stored with a grade
          delete from attempt where call = 'ask'                        | saw 4 requests, but the ledger has only 3
          update account set reserved_calls = 1                         | 1 calls reserved
          update account set spent_tokens = 30                          | 30 tokens, its attempts 0 and 40
          update account set spent_nanos = 1                            | spent 1 nanodollars
          update account set spent_calls = 5                            | spent 5 calls, though 4
          """)
  void a_violation_is_found(String sql, String finding) {
    run(sql);

    assertThat(findings()).anyMatch(found -> found.contains(finding));
  }

  @Test
  void a_study_without_a_cap_has_no_account_to_balance() {
    run("update account set cap_calls = null, spent_tokens = 1");

    assertThat(findings()).isEmpty();
  }

  @Test
  void what_two_workers_grade_differently_is_found() {
    replies.add(SmallStudy.text(SmallStudy.graded("sheet-0", 3)));

    assertThat(findings())
        .containsExactly("Call sheet-0 was graded in different ways: [{0,NULL}, {3,NULL}].");
  }

  @Test
  void a_copy_of_a_grade_is_none_of_those() {
    replies.add(SmallStudy.text(SmallStudy.graded("sheet-0", 0)));

    assertThat(findings()).isEmpty();
  }

  @Test
  void dead_letters_are_found_unless_they_are_expected() {
    deadLetters.add("?");

    assertThat(findings()).containsExactly("The dead-letter topic holds 1 records, not 0.");
    assertThat(findings(new Claim(SmallStudy.ID, 1, Map.of("m", 4L), 0, 1))).isEmpty();
  }

  @Test
  void a_dialogue_that_is_not_there_is_found() {
    assertThat(findings(new Claim(SmallStudy.ID, 2, Map.of("m", 4L), 0, 0)))
        .containsExactly("The study has 1 dialogues, not 2.");
  }

  @Test
  void a_request_that_was_not_booked_and_one_that_was_not_made_are_found() {
    assertThat(findings(new Claim(SmallStudy.ID, 1, Map.of("m", 3L), 0, 0)))
        .containsExactly("4 attempts at model 'm' have ended, but it saw only 3 requests.");
    assertThat(findings(new Claim(SmallStudy.ID, 1, Map.of("m", 5L), 1, 0)))
        .containsExactly("Model 'm' saw 5 requests, but the ledger has only 4 attempts.");
  }

  @Test
  void a_call_that_was_answered_twice_must_have_been_in_flight_at_a_kill() {
    run(
        """
        insert into attempt (id, call, model, worker, status, sent)
          values ('again', 'ask', 'm', 'w', 'COMPLETED', now()),
                 ('lost', 'ask', 'm', 'w', 'LOST', now()),
                 ('refused', 'ask', 'm', 'w', 'RATE_LIMITED', now())
        """);

    assertThat(findings(new Claim(SmallStudy.ID, 1, Map.of("m", 7L), 2, 0))).isEmpty();
    assertThat(findings(new Claim(SmallStudy.ID, 1, Map.of("m", 7L), 1, 0)))
        .containsExactly("2 requests were paid for twice; 1 may have been.");
    assertThat(findings(new Claim(SmallStudy.ID, 1, Map.of("m", 6L), 1, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update study set state = 'RUNNING'                    | The study was FINISHED and is RUNNING
          update dialogue set stage = 'RUNNING'                 | Dialogue d was FINISHED and is RUNNING
          update dialogue set stage = 'FAILED'                  | Dialogue d was FINISHED and is FAILED
          update call set status = 'READY' where key = 'ask'    | Call ask was DONE and is READY
          update call set reply = 'other' where key = 'ask'     | The reply of call ask has changed
          update account set reserved_calls = 6                 | has spent 4 and reserved 6 of at most 9 calls
          """)
  void what_goes_back_is_found(String sql, String finding) {
    Snapshot before = Snapshot.of(tables, SmallStudy.ID);
    assertThat(before.findingsSince(before)).isEmpty();

    run(sql);

    assertThat(Snapshot.of(tables, SmallStudy.ID).findingsSince(before))
        .singleElement()
        .asString()
        .contains(finding);
  }

  @Test
  void a_watch_sees_what_goes_back_between_two_looks() {
    Watch watch = new Watch(tables, SmallStudy.ID);
    org.awaitility.Awaitility.await().until(() -> watch.findings().isEmpty());
    run("update dialogue set stage = 'RUNNING'");
    watch.close();

    assertThat(watch.findings()).containsExactly("Dialogue d was FINISHED and is RUNNING.");
  }
}
