package dev.interact.orchestrator.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import dev.interact.contracts.event.Fact;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Facts that wait to be published. Rows become visible in the order of their numbers: a transaction
 * draws its number last, and no other does before it has ended.
 */
@Singleton
class Outbox {
  private static final int MOST = 200;

  /** The number of the lock is any that nothing else takes. */
  private static final String ADD =
      "insert into outbox (time, facts)"
          + " select clock_timestamp(), ? from pg_advisory_xact_lock(7)";

  private static final String READ =
      "select seq, time, facts from outbox where seq > ? order by seq limit " + MOST;
  private static final String DELETE = "delete from outbox where seq <= ?";
  private static final String COUNT = "select count(*) from outbox";

  private final DataSource database;
  private final Semaphore news = new Semaphore(0);

  Outbox(DataSource database) {
    this.database = database;
  }

  /**
   * The facts of a transaction.
   *
   * @param facts a JSON array
   */
  record Row(long seq, Instant time, byte[] facts) {
    /** Its events; their ids, as texts, rise with it. */
    List<Announcement> announcements() {
      try {
        return announcements(Json.read(facts, Fact[].class), Announcement::of);
      } catch (UnreadableMessage e) {
        // A later version has stored them and is the writer no more.
        return announcements(Json.read(facts, JsonNode[].class), Announcement::asStored);
      }
    }

    private <F> List<Announcement> announcements(F[] some, Announcement.Maker<F> maker) {
      return IntStream.range(0, some.length)
          .mapToObj(i -> maker.make("%016d-%06d".formatted(seq, i), time, some[i]))
          .toList();
    }
  }

  /** Facts as they are stored. */
  static byte[] json(Fact... facts) {
    return Json.write(facts);
  }

  /** Adds what the present transaction tells. */
  void add(List<Fact> facts) {
    String json = new String(json(facts.toArray(Fact[]::new)), StandardCharsets.UTF_8);
    try (Connection connection = database.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setString(1, json);
      add.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("facts cannot be stored", e);
    }
  }

  /** Some facts were stored. */
  void ring() {
    news.release();
  }

  /** Waits for facts of this process, for some time at most. */
  void awaitRing(long millis) throws InterruptedException {
    news.tryAcquire(millis, TimeUnit.MILLISECONDS);
    news.drainPermits();
  }

  /** The next rows after one, in order; 0 stands before the first. */
  List<Row> after(long seq) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement read = connection.prepareStatement(READ)) {
      read.setLong(1, seq);
      ResultSet found = read.executeQuery();
      List<Row> rows = new ArrayList<>();
      while (found.next()) {
        byte[] json = found.getString(3).getBytes(StandardCharsets.UTF_8);
        Instant time = found.getObject(2, OffsetDateTime.class).toInstant();
        rows.add(new Row(found.getLong(1), time, json));
      }
      return rows;
    }
  }

  /** How many rows there are. */
  long count() {
    try (Connection connection = database.getConnection();
        PreparedStatement count = connection.prepareStatement(COUNT)) {
      ResultSet found = count.executeQuery();
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("stored facts cannot be counted", e);
    }
  }

  /** Deletes all rows up to one. */
  void deleteUpTo(long seq) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setLong(1, seq);
      delete.executeUpdate();
    }
  }
}
