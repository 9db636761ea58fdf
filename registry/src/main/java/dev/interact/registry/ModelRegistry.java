package dev.interact.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The models that studies may name, by alias. The file is YAML; {@code ${NAME}} and {@code
 * ${NAME:-default}} in it stand for environment variables. Keys are never in the file: an entry
 * names the environment variable that holds its key.
 */
public final class ModelRegistry {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

  /** Stands for a person in study files, and for no model. */
  private static final String HUMAN = "human";

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Map<String, Model> models;
  private final UnaryOperator<String> environment;

  private ModelRegistry(Map<String, Model> models, UnaryOperator<String> environment) {
    this.models = Map.copyOf(models);
    this.environment = environment;
  }

  private record Document(Map<String, Model> models) {}

  /**
   * Reads a registry.
   *
   * @param environment looks up an environment variable; null where it is not set
   * @throws RegistryException if the file is missing or wrong; the message says where
   */
  public static ModelRegistry read(Path file, UnaryOperator<String> environment) {
    try {
      return parse(Files.readString(file), file.toString(), environment);
    } catch (NoSuchFileException e) {
      throw new RegistryException("There is no model registry at " + file + ".");
    } catch (IOException e) {
      throw new RegistryException("The model registry " + file + " cannot be read: " + e);
    }
  }

  static ModelRegistry parse(String yaml, String file, UnaryOperator<String> environment) {
    try {
      Document document = YAML.readValue(expand(yaml, environment), Document.class);
      if (document == null || document.models() == null || document.models().isEmpty()) {
        throw new RegistryException(file + ": names no models under 'models:'.");
      }
      if (document.models().containsKey(HUMAN)) {
        throw new RegistryException(
            file
                + ", models.human: 'human' stands for a person in study files; give the model"
                + " another alias.");
      }
      return new ModelRegistry(new LinkedHashMap<>(document.models()), environment);
    } catch (JsonProcessingException e) {
      throw new RegistryException(place(file, e) + sentence(e));
    }
  }

  private static String expand(String yaml, UnaryOperator<String> environment) {
    return VARIABLE
        .matcher(yaml)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, environment)));
  }

  private static String value(
      java.util.regex.MatchResult found, UnaryOperator<String> environment) {
    String set = environment.apply(found.group(1));
    if (set != null && !set.isBlank()) {
      return set;
    }
    return found.group(2) == null ? found.group() : found.group(2);
  }

  private static String place(String file, JsonProcessingException e) {
    String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("."))
            : "";
    return file + line + (path.isEmpty() ? "" : ", " + path) + ": ";
  }

  private static String sentence(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "there is no such field; allowed are "
          + unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    Throwable cause = e.getCause() instanceof IllegalArgumentException wrong ? wrong : e;
    String message =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return message.lines().findFirst().orElse("is not valid YAML");
  }

  /** The aliases, in no order. */
  public Set<String> aliases() {
    return models.keySet();
  }

  /** The model of an alias, or empty if there is none of that name. */
  public Optional<Model> find(String alias) {
    return Optional.ofNullable(models.get(alias));
  }

  /**
   * The API key of a model.
   *
   * @return empty where the model needs none, or where its variable is not set
   */
  public Optional<String> key(Model model) {
    return Optional.ofNullable(model.keyEnv())
        .map(environment)
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }

  /** Why an alias cannot be called as things stand, in a sentence; empty if it can. */
  public Optional<String> problem(String alias) {
    Model model = models.get(alias);
    if (HUMAN.equals(alias)) {
      return Optional.of("'human' is a person: it can only be a student, of a study.");
    }
    if (model == null) {
      return Optional.of(
          "There is no model alias '%s' in the registry; it has %s."
              .formatted(
                  alias, models.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    if (model.keyEnv() != null && key(model).isEmpty()) {
      return Optional.of(
          "Model alias '%s' needs an API key in the environment variable %s, which is not set."
              .formatted(alias, model.keyEnv()));
    }
    return Optional.empty();
  }

  /** The problems of all aliases that have one, by alias. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    models.keySet().forEach(alias -> problem(alias).ifPresent(why -> problems.put(alias, why)));
    return problems;
  }
}
