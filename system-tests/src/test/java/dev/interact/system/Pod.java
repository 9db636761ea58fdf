package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a pod that the chart renders is told, on this machine: variables, and files of Secrets. */
final class Pod {
  private final JsonNode spec;
  private final Map<String, Map<String, String>> secrets;
  private final Map<String, Path> mounts = new HashMap<>();

  /**
   * @param deployment whose pod it is
   * @param secrets what is in each, by its name
   * @param root the folder that the pod has as its file system
   */
  Pod(JsonNode deployment, Map<String, Map<String, String>> secrets, Path root) throws IOException {
    this.spec = deployment.at("/spec/template/spec");
    this.secrets = secrets;
    for (JsonNode mount : container().path("volumeMounts")) {
      JsonNode secret = volume(mount.path("name").asText()).path("secret");
      if (!secret.isMissingNode()) {
        String path = mount.path("mountPath").asText();
        Path folder = Files.createDirectories(root.resolve(path.substring(1)));
        write(secret, folder);
        mounts.put(path + "/", folder);
      }
    }
  }

  /** The variables of its container whose names begin so, with paths as they are here. */
  Map<String, String> environment(String... prefixes) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (JsonNode variable : container().path("env")) {
      String name = variable.path("name").asText();
      for (String prefix : prefixes) {
        if (name.startsWith(prefix)) {
          environment.put(name, here(value(variable)));
        }
      }
    }
    return environment;
  }

  private JsonNode container() {
    return spec.at("/containers/0");
  }

  private JsonNode volume(String name) {
    for (JsonNode volume : spec.path("volumes")) {
      if (volume.path("name").asText().equals(name)) {
        return volume;
      }
    }
    throw new AssertionError("there is no volume " + name);
  }

  private void write(JsonNode secret, Path folder) throws IOException {
    for (JsonNode item : secret.path("items")) {
      String content = in(secret.path("secretName").asText(), item.path("key").asText());
      Files.writeString(folder.resolve(item.path("path").asText()), content);
    }
  }

  private String value(JsonNode variable) {
    JsonNode secret = variable.at("/valueFrom/secretKeyRef");
    return secret.isMissingNode()
        ? variable.path("value").asText()
        : in(secret.path("name").asText(), secret.path("key").asText());
  }

  private String in(String secret, String key) {
    return Optional.ofNullable(secrets.get(secret))
        .map(entries -> entries.get(key))
        .orElseThrow(() -> new AssertionError("no Secret " + secret + " with " + key));
  }

  private String here(String value) {
    String path = value;
    for (Map.Entry<String, Path> mount : mounts.entrySet()) {
      path = path.replace(mount.getKey(), mount.getValue() + "/");
    }
    return path;
  }
}
