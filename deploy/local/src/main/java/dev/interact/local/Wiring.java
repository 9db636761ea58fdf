package dev.interact.local;

import dev.interact.local.kafka.Broker;
import dev.interact.local.postgres.Postgres;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the services are told about each other: only the orchestrator knows the database. */
record Wiring(StackConfig config, Broker broker, Postgres postgres, Optional<URI> offlineModel) {

  Map<String, String> environment(Instance instance) {
    var environment = new HashMap<String, String>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    environment.put("QUARKUS_HTTP_HOST", instance.uri().getHost());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(instance.port()));
    environment.put("INTERACT_MODELS", config.models().toString());
    offlineModel.ifPresent(uri -> environment.put("OFFLINE_MODEL_URL", uri + "/v1"));
    if (instance.role() == Role.ORCHESTRATOR) {
      // The same process, started again, need not wait for its own lease to end.
      environment.put("INTERACT_WRITER_INSTANCE", instance.name());
      var database = postgres.database();
      environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
      environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
      environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    }
    environment.putAll(config.environment());
    environment.putAll(instance.environment());
    return environment;
  }
}
