package dev.interact.orchestrator.writer;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Says how long the writer's row is held, over connections that nothing else uses or waits for. */
@Singleton
class Lease {
  private static final String EXPIRE =
      "update writer set expires = clock_timestamp() + ? * interval '1 second'"
          + " where name = 'engine' and epoch = ?";

  private final javax.sql.DataSource connections;

  Lease(@DataSource("lease") javax.sql.DataSource connections) {
    this.connections = connections;
  }

  /**
   * Holds the row for some seconds from now; 0 gives it back.
   *
   * @return false if the row has another epoch
   */
  boolean expireIn(double seconds, long epoch) throws SQLException {
    try (Connection connection = connections.getConnection();
        PreparedStatement expire = connection.prepareStatement(EXPIRE)) {
      expire.setDouble(1, seconds);
      expire.setLong(2, epoch);
      return expire.executeUpdate() > 0;
    }
  }
}
