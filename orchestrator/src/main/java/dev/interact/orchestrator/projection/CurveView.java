package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.analysis.answers.ArmKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Arms and curves as JSON; what has not changed is not written anew. */
final class CurveView {
  private static final double DECIMALS = 1e6;
  private static final ObjectMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  private final Curves curves;
  private final LiveDialogues dialogues;
  private final Map<ArmKey, String> ids = new HashMap<>();
  private final Map<String, ObjectNode> whole = new HashMap<>();
  private final Map<String, ObjectNode> arms = new TreeMap<>();
  private final Map<String, Map<String, ObjectNode>> domains = new TreeMap<>();
  private final Map<String, Map<String, ObjectNode>> levels = new TreeMap<>();

  CurveView(Curves curves, LiveDialogues dialogues) {
    this.curves = curves;
    this.dialogues = dialogues;
  }

  /** Takes in what has changed. */
  void refresh() {
    dialogues.arms().forEach((id, arm) -> ids.putIfAbsent(arm.one.axes(), id));
    Set<String> redrawn = new HashSet<>();
    for (Curves.Of of : curves.changed()) {
      String id = ids.get(of.arm());
      ObjectNode points = points(of);
      if (of.slice().domain() != null) {
        domains.computeIfAbsent(of.slice().domain(), d -> new TreeMap<>()).put(id, points);
      } else if (of.slice().level() != null) {
        levels.computeIfAbsent(of.slice().level().label(), l -> new TreeMap<>()).put(id, points);
      } else {
        whole.put(id, points);
        redrawn.add(id);
      }
    }
    dialogues
        .arms()
        .forEach(
            (id, arm) -> {
              if (arm.hasChanged() || redrawn.contains(id)) {
                arms.put(id, arm(id, arm));
              }
            });
  }

  private ObjectNode arm(String id, LiveDialogues.Arm arm) {
    ObjectNode json = JSON.valueToTree(arm.one.axes());
    json.put("planned", arm.planned());
    json.put("running", arm.at(Stage.RUNNING));
    json.put("finished", arm.at(Stage.FINISHED));
    json.put("failed", arm.at(Stage.FAILED));
    json.set("curve", whole.getOrDefault(id, JsonNodeFactory.instance.objectNode()));
    return json;
  }

  private ObjectNode points(Curves.Of of) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (CurvePoint point : curves.points(of)) {
      ObjectNode one = json.putObject(String.valueOf(point.turn())).put("turn", point.turn());
      one.put("mean", rounded(point.mean()));
      if (point.low() != null) {
        one.put("low", rounded(point.low())).put("high", rounded(point.high()));
      }
      one.put("n", point.n()).put("items", point.items());
    }
    return json;
  }

  private static double rounded(double share) {
    return Math.round(share * DECIMALS) / DECIMALS;
  }

  ObjectNode arms() {
    return object(arms);
  }

  ObjectNode domains() {
    return slices(domains);
  }

  ObjectNode levels() {
    return slices(levels);
  }

  private static ObjectNode slices(Map<String, Map<String, ObjectNode>> slices) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    slices.forEach((slice, of) -> json.set(slice, object(of)));
    return json;
  }

  private static ObjectNode object(Map<String, ObjectNode> fields) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    fields.forEach(json::set);
    return json;
  }
}
