package dev.interact.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import dev.interact.local.postgres.Database;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTest {
  private static final Path ROOT = Path.of(System.getProperty("interact.root"));

  @TempDir static Path data;
  private static LocalStack stack;
  private static Connection database;

  private final Kept<Thing> kept = new Kept<>(TABLE);

  private enum Colour {
    RED,
    GREEN
  }

  private static final class Thing {
    private final String id;
    private final int part;
    private String text;
    private Colour colour;
    private Integer[] numbers;
    private Instant at;
    private Long large;
    private boolean flag;
    private double real;

    private Thing(String id, int part) {
      this.id = id;
      this.part = part;
    }
  }

  private static final Table<Thing> TABLE =
      new Table<>(
          "thing",
          List.of(Column.text("id", thing -> thing.id), Column.number("part", thing -> thing.part)),
          List.of(Column.real("real", thing -> thing.real)),
          List.of(
              Column.text("text", thing -> thing.text),
              Column.constant("colour", thing -> thing.colour),
              Column.numbers("numbers", thing -> thing.numbers),
              Column.moment("at", thing -> thing.at),
              Column.large("large", thing -> thing.large),
              Column.flag("flag", thing -> thing.flag)));

  @BeforeAll
  static void start() throws SQLException {
    stack =
        LocalStack.start(
            StackConfig.of(ROOT).withDataDirectory(data).withServices(Set.of()), line -> {});
    Database found = stack.database();
    database = DriverManager.getConnection(found.jdbcUrl(), found.user(), found.password());
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
    stack.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    database.createStatement().execute("drop table if exists thing");
    database
        .createStatement()
        .execute(
            """
            create table thing (id text, part int, real float8, text text, colour text, numbers int[],
              at timestamptz, large bigint, flag boolean, writings int default 0, primary key (id, part))
            """);
    database
        .createStatement()
        .execute(
            """
            create or replace function count_writing() returns trigger language plpgsql as $$
            begin new.writings = old.writings + 1; return new; end $$
            """);
    database
        .createStatement()
        .execute(
            "create trigger counts before update on thing for each row execute function count_writing()");
  }

  private static String described(Thing thing) {
    return String.join(
        "|",
        String.valueOf(thing.real),
        String.valueOf(thing.text),
        String.valueOf(thing.colour),
        thing.numbers == null
            ? "null"
            : List.of(thing.numbers.length, java.util.Arrays.asList(thing.numbers)).toString(),
        String.valueOf(thing.at == null ? null : thing.at.toEpochMilli()),
        String.valueOf(thing.large),
        String.valueOf(thing.flag));
  }

  private static Map<String, String> stored() throws SQLException {
    Map<String, String> rows = new TreeMap<>();
    ResultSet row =
        database
            .createStatement()
            .executeQuery("select *, (extract(epoch from at) * 1000)::bigint as millis from thing");
    while (row.next()) {
      Thing thing = new Thing(row.getString("id"), row.getInt("part"));
      thing.real = row.getDouble("real");
      thing.text = row.getString("text");
      thing.colour =
          row.getString("colour") == null ? null : Colour.valueOf(row.getString("colour"));
      thing.numbers =
          row.getArray("numbers") == null ? null : (Integer[]) row.getArray("numbers").getArray();
      thing.at =
          row.getObject("millis") == null ? null : Instant.ofEpochMilli(row.getLong("millis"));
      thing.large = (Long) row.getObject("large");
      thing.flag = row.getBoolean("flag");
      rows.put(thing.id + "/" + thing.part, described(thing));
    }
    return rows;
  }

  private static void change(Thing thing, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> thing.text = random.nextInt(4) == 0 ? null : "\"{},\\'é\n" + random.nextInt();
      case 1 ->
          thing.colour =
              random.nextBoolean() ? Colour.RED : random.nextBoolean() ? Colour.GREEN : null;
      case 2 ->
          thing.numbers = random.nextInt(3) == 0 ? null : new Integer[] {random.nextInt(), null, 3};
      case 3 ->
          thing.at =
              random.nextInt(3) == 0
                  ? null
                  : Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
      case 4 -> thing.large = random.nextInt(3) == 0 ? null : random.nextLong();
      default -> thing.flag = random.nextBoolean();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_is_changed_is_what_is_stored(long seed) throws SQLException {
    Random random = new Random(seed);
    Map<String, Thing> things = new HashMap<>();
    for (int transaction = 0; transaction < 60; transaction++) {
      for (int i = random.nextInt(8); i > 0; i--) {
        Thing thing = new Thing("t" + random.nextInt(20), random.nextInt(3));
        String key = thing.id + "/" + thing.part;
        if (things.putIfAbsent(key, thing) == null) {
          thing.real = random.nextDouble();
          kept.add(thing);
        }
        change(kept.get(List.of(thing.id, thing.part)), random);
      }
      kept.write(database);
      List<Thing> had = kept.touched();
      had.stream().filter(thing -> random.nextBoolean()).forEach(thing -> change(thing, random));
      kept.write(database);
      kept.release();

      Map<String, String> expected = new TreeMap<>();
      things.forEach((key, thing) -> expected.put(key, described(thing)));
      assertThat(stored()).isEqualTo(expected);
    }
  }

  @Test
  void what_has_not_changed_is_not_written() throws SQLException {
    List<Thing> things = new ArrayList<>(List.of(new Thing("a", 1), new Thing("b", 1)));
    things.forEach(kept::add);
    kept.write(database);
    kept.release();
    kept.get(List.of("a", 1)).text = "new";
    kept.get(List.of("b", 1));
    kept.write(database);
    kept.write(database);

    assertThat(number("select writings from thing where id = 'a'")).isEqualTo(1);
    assertThat(number("select writings from thing where id = 'b'")).isZero();
  }

  @Test
  void a_row_that_has_vanished_is_noticed() throws SQLException {
    kept.add(new Thing("a", 1));
    kept.write(database);
    database.createStatement().execute("delete from thing");
    kept.get(List.of("a", 1)).text = "new";

    assertThatThrownBy(() -> kept.write(database))
        .isInstanceOf(PersistenceException.class)
        .hasMessageContaining("of 1 rows of thing 0 are there");
  }

  @Test
  void the_row_that_is_kept_counts_and_not_the_one_that_is_read_again() throws SQLException {
    Thing first = kept.read(new Thing("a", 1));

    assertThat(kept.read(new Thing("a", 1))).isSameAs(first);
    assertThat(kept.isNew(List.of("a", 1))).isFalse();
    kept.release();
    kept.retain(thing -> false);
    assertThat(kept.size()).isZero();
  }

  private static long number(String query) throws SQLException {
    ResultSet row = database.createStatement().executeQuery(query);
    row.next();
    return row.getLong(1);
  }
}
