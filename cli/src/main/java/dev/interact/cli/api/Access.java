package dev.interact.cli.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interact.contracts.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who gets in, and who did what. */
public final class Access {
  private static final String KEYS = "/api/keys";
  private static final String LOG = "/api/audit-log";
  private static final int LARGEST_PAGE = 500;

  private final Http http;

  Access(Http http) {
    this.http = http;
  }

  /**
   * A key.
   *
   * @param scope monitor, read, run or admin
   * @param expires null where it never does; ISO 8601, as the other times
   * @param revoked null where it was not
   * @param used when it was used last; null where it never was
   * @param key what its holder needs; only where it was made just now
   */
  public record Key(
      String id,
      String name,
      String scope,
      String created,
      @JsonProperty("created_by") String createdBy,
      String expires,
      String revoked,
      String used,
      String key) {}

  /**
   * Somebody did something.
   *
   * @param who an id that stays
   * @param subject null where there is none
   * @param status of HTTP; null where no answer was given
   */
  public record Entry(
      long id, String at, String who, String name, String action, String subject, Integer status) {}

  private record Wanted(String name, String scope, String expires) {}

  private record Page(List<Entry> items, String next) {}

  /** All keys, newest first. */
  public List<Key> keys() {
    return http.all(KEYS, Key.class);
  }

  /**
   * Makes a key.
   *
   * @param expires null where it never does
   */
  public Key make(String name, String scope, Instant expires) {
    byte[] wanted =
        Json.write(new Wanted(name, scope, expires == null ? null : expires.toString()));
    return Json.read(http.post(KEYS, BodyPublishers.ofByteArray(wanted)), Key.class);
  }

  public Key revoke(String id) {
    return Json.read(http.delete(KEYS + "/" + Http.part(id)), Key.class);
  }

  /**
   * Who did what, newest first.
   *
   * @param subject a study's id, say; null for all
   * @param who null for all
   * @param most how many entries at most
   */
  public List<Entry> log(String subject, String who, int most) {
    List<Entry> all = new ArrayList<>();
    String cursor = "";
    while (cursor != null && all.size() < most) {
      int size = Math.min(LARGEST_PAGE, most - all.size());
      String asked = LOG + "?limit=" + size + part("subject", subject) + part("who", who) + cursor;
      Page page = http.get(asked, body -> Json.read(body.readAllBytes(), Page.class));
      all.addAll(page.items());
      cursor = page.next() == null ? null : part("cursor", page.next());
    }
    return all;
  }

  private static String part(String name, String value) {
    return value == null ? "" : "&" + name + "=" + Http.part(value);
  }
}
