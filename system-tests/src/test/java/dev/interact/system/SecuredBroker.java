package dev.interact.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;

/**
 * A broker that listens with TLS alone, asks who comes, and refuses what no ACL allows. Its users
 * log in by SCRAM, and who makes them by PLAIN.
 */
final class SecuredBroker {
  private static final String MECHANISM = "SCRAM-SHA-512";
  private static final int ITERATIONS = 4096;
  private static final String ADMIN = "admin";
  private static final String MODULES = "org.apache.kafka.common.security.";

  private final Authority authority;
  private final Map<String, String> passwords = new ConcurrentHashMap<>();

  SecuredBroker(Authority authority) {
    this.authority = authority;
  }

  /** On top of the usual ones. Its one listener is named PLAINTEXT, whatever it speaks. */
  Map<String, String> settings() {
    Authority.Identity server = authority.certify(SecuredStack.HOST);
    return Map.ofEntries(
        Map.entry("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT"),
        Map.entry("ssl.keystore.type", "PEM"),
        Map.entry("ssl.keystore.certificate.chain", server.certificate()),
        Map.entry("ssl.keystore.key", server.key()),
        Map.entry("ssl.truststore.type", "PEM"),
        Map.entry("ssl.truststore.certificates", authority.certificate()),
        Map.entry("sasl.enabled.mechanisms", MECHANISM + ",PLAIN"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry("listener.name.plaintext.scram-sha-512.sasl.jaas.config", scram("")),
        Map.entry(
            "listener.name.plaintext.plain.sasl.jaas.config",
            plain(" user_%s=\"%s\"".formatted(ADMIN, password(ADMIN)))),
        Map.entry(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
        Map.entry("super.users", "User:ANONYMOUS;User:" + ADMIN));
  }

  /** Makes users with their rights. */
  void make(Map<String, List<AclBinding>> users, String bootstrap)
      throws ExecutionException, InterruptedException {
    List<UserScramCredentialAlteration> credentials = new ArrayList<>();
    List<AclBinding> rights = new ArrayList<>();
    users.forEach(
        (user, acls) -> {
          credentials.add(
              new UserScramCredentialUpsertion(
                  user,
                  new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                  password(user)));
          rights.addAll(acls);
        });
    try (Admin admin = Admin.create(administrator(bootstrap))) {
      admin.alterUserScramCredentials(credentials).all().get();
      admin.createAcls(rights).all().get();
    }
  }

  private Map<String, Object> administrator(String bootstrap) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("security.protocol", "SASL_SSL");
    settings.put("sasl.mechanism", "PLAIN");
    settings.put("sasl.jaas.config", plain(""));
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.certificates", authority.certificate());
    return settings;
  }

  /** What is in the Secret of a user. */
  Map<String, String> secret(String user) {
    return Map.of("sasl.jaas.config", login(user, password(user)));
  }

  static String login(String user, String password) {
    return scram(" username=\"%s\" password=\"%s\"".formatted(user, password));
  }

  private static String scram(String options) {
    return MODULES + "scram.ScramLoginModule required%s;".formatted(options);
  }

  private String plain(String users) {
    return MODULES
        + "plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;"
            .formatted(ADMIN, password(ADMIN), users);
  }

  private String password(String user) {
    return passwords.computeIfAbsent(user, one -> UUID.randomUUID().toString());
  }
}
