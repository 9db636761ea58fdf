package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.helm.Chart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The users of Kafka that the chart renders, and what each may do, as a broker is told. */
final class ChartAcls {
  private ChartAcls() {}

  /** By user. */
  static Map<String, List<AclBinding>> rendered() {
    Map<String, List<AclBinding>> users = new LinkedHashMap<>();
    for (JsonNode one : Chart.ofKind(Chart.render("values-small.yaml"), "KafkaUser")) {
      String user = one.at("/metadata/name").asText().substring("study-".length());
      List<AclBinding> bindings = new ArrayList<>();
      one.at("/spec/authorization/acls").forEach(acl -> bindings.addAll(bindings(user, acl)));
      users.put(user, bindings);
    }
    return users;
  }

  private static List<AclBinding> bindings(String user, JsonNode acl) {
    JsonNode resource = acl.path("resource");
    boolean prefix = resource.path("patternType").asText().equals("prefix");
    ResourcePattern pattern =
        new ResourcePattern(
            ResourceType.fromString(resource.path("type").asText()),
            resource.path("name").asText(),
            prefix ? PatternType.PREFIXED : PatternType.LITERAL);
    List<AclBinding> bindings = new ArrayList<>();
    for (JsonNode operation : acl.path("operations")) {
      String name = operation.asText().replaceAll("([a-z])([A-Z])", "$1_$2");
      bindings.add(
          new AclBinding(
              pattern,
              new AccessControlEntry(
                  "User:" + user, "*", AclOperation.fromString(name), AclPermissionType.ALLOW)));
    }
    return bindings;
  }
}
