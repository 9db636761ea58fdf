package dev.interact.system;

import dev.interact.helm.Chart;
import dev.interact.local.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL that is reached by TLS alone, where an administrator and the owner of the tables do
 * what docs/kubernetes.md asks of them.
 */
final class SecuredDatabase {
  static final String NAME = "interact";

  /** The role that owns the tables. */
  static final String OWNER = "interact_owner";

  /** The role that the service works with. */
  static final String SERVICE = "interact_service";

  private final Authority authority;
  private final Map<String, String> passwords =
      Map.of(OWNER, UUID.randomUUID().toString(), SERVICE, UUID.randomUUID().toString());

  private Database server;

  SecuredDatabase(Authority authority) {
    this.authority = authority;
  }

  /**
   * On top of the usual ones.
   *
   * @param folder for files that they name
   */
  Map<String, String> settings(Path folder) throws IOException {
    Authority.Identity identity = authority.certify(SecuredStack.HOST);
    Files.createDirectories(folder);
    Path key =
        Files.createFile(
            folder.resolve("server.key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, identity.key());
    Path certificate = Files.writeString(folder.resolve("server.crt"), identity.certificate());
    Path access =
        Files.writeString(folder.resolve("pg_hba.conf"), "hostssl all all all scram-sha-256\n");
    return Map.of(
        "ssl", "on",
        "ssl_cert_file", certificate.toString(),
        "ssl_key_file", key.toString(),
        "hba_file", access.toString());
  }

  /** What is in the Secret of a role. */
  Map<String, String> secret(String role) {
    return Map.of("username", role, "password", passwords.get(role));
  }

  /** Makes the roles and the database on a server that runs. */
  void make(Database running) throws SQLException {
    server = running;
    for (String statement : documented("create database")) {
      administer("postgres", statement);
    }
    grant(NAME);
  }

  /** Has the owner give the service's role its rights. */
  void grant(String database) throws SQLException {
    try (Connection owner = connect(url(database), OWNER)) {
      execute(owner, Chart.file("files/grants.sql"));
    }
  }

  /** Executes a statement as the superuser. */
  void administer(String database, String statement) throws SQLException {
    try (Connection superuser = superuser(database)) {
      execute(superuser, statement);
    }
  }

  /** The first column of what a query of the superuser finds in Interact's database. */
  List<String> query(String sql) throws SQLException {
    try (Connection superuser = superuser(NAME);
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), server.user(), server.password());
  }

  /** Where a database of the server is, for whoever trusts anybody. */
  String url(String database) {
    return server.jdbcUrl().replaceFirst("/[^/]+$", "/" + database);
  }

  /** A connection as a role, with its password. */
  Connection connect(String url, String role) throws SQLException {
    return DriverManager.getConnection(url, role, passwords.get(role));
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * The statements of a block of the documentation, with passwords.
   *
   * @param part of it
   */
  List<String> documented(String part) {
    String block =
        Fence.of("text")
            .map(Fence::text)
            .filter(text -> text.contains(part))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no page of docs says: " + part));
    for (Map.Entry<String, String> role : passwords.entrySet()) {
      String login = "create role " + role.getKey() + " login password '";
      block = block.replace(login + "…'", login + role.getValue() + "'");
    }
    return Stream.of(block.split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }
}
