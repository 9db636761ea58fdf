package dev.interact.local.postgres;

/** How to reach the database. */
public record Database(String jdbcUrl, String user, String password) {

  @Override
  public String toString() {
    return jdbcUrl;
  }
}
