package dev.interact.offline.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ChatCompletionsTest {

  private static final Map<String, Object> TEACHER =
      Map.of(
          "role",
          "system",
          "content",
          "You are a teacher. Text:\nA miller had a mule. The heron knew the name. It rained.");
  private static final Map<String, Object> QUESTION = user("What did the heron know?");
  private static final String QUIZ = "1. Who?\nA) x\nB) y\n\n2. Why?\nA) x\nB) y";

  @Test
  void a_completion_has_all_that_clients_read() {
    complete(Map.of("model", "offline", "messages", List.of(TEACHER, QUESTION), "seed", 7))
        .statusCode(200)
        .body("id", startsWith("chatcmpl-"))
        .body("object", equalTo("chat.completion"))
        .body("model", equalTo("offline"))
        .body("system_fingerprint", startsWith("fp_offline_"))
        .body("choices", hasSize(1))
        .body("choices[0].index", equalTo(0))
        .body("choices[0].message.role", equalTo("assistant"))
        .body(
            "choices[0].message.content",
            equalTo("A miller had a mule. The heron knew the name. It rained."))
        .body("choices[0].finish_reason", equalTo("stop"))
        .body("usage.prompt_tokens", equalTo(28))
        .body("usage.completion_tokens", equalTo(15))
        .body("usage.total_tokens", equalTo(43));
  }

  @ParameterizedTest
  @CsvSource({"max_tokens", "max_completion_tokens"})
  void a_token_limit_cuts_the_answer(String limit) {
    complete(Map.of("model", "offline", "messages", List.of(TEACHER, QUESTION), limit, 3))
        .body("choices[0].message.content", equalTo("A miller had"))
        .body("choices[0].finish_reason", equalTo("length"))
        .body("usage.completion_tokens", equalTo(3));
  }

  @Test
  void a_stop_string_ends_the_answer() {
    complete(Map.of("model", "offline", "messages", List.of(TEACHER, QUESTION), "stop", " heron"))
        .body("choices[0].message.content", equalTo("A miller had a mule. The"))
        .body("choices[0].finish_reason", equalTo("stop"));
  }

  @Test
  void several_choices_are_drawn_apart_and_repeatably() {
    Map<String, Object> request =
        Map.of(
            "model",
            "offline",
            "n",
            4,
            "messages",
            List.of(user("You are a student. Ask me questions about a story.")));

    List<String> contents = complete(request).extract().path("choices.message.content");

    assertThat(contents).hasSize(4);
    assertThat(contents.stream().distinct()).hasSizeGreaterThan(1);
    assertThat(complete(request).extract().<List<String>>path("choices.message.content"))
        .isEqualTo(contents);
  }

  @Test
  void a_quiz_is_answered_line_by_line_and_guesses_depend_on_the_seed() {
    var sheets =
        IntStream.range(0, 12)
            .mapToObj(
                seed ->
                    complete(
                            Map.of(
                                "model",
                                "offline",
                                "seed",
                                seed,
                                "temperature",
                                0,
                                "messages",
                                List.of(user(QUIZ))))
                        .extract()
                        .<String>path("choices[0].message.content"))
            .collect(Collectors.toSet());

    assertThat(sheets)
        .hasSizeGreaterThan(1)
        .allMatch(sheet -> sheet.matches("1\\. [AB]\n2\\. [AB]"));
  }

  @Test
  void json_is_given_as_an_object_or_by_schema() {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("answers", Map.of("type", "array", "items", Map.of("enum", List.of("A", "B")))));

    String object = json(Map.of("type", "json_object"));
    String document =
        json(Map.of("type", "json_schema", "json_schema", Map.of("name", "s", "schema", schema)));

    assertThat(object).matches("\\{\"1\":\"[AB]\",\"2\":\"[AB]\"}");
    assertThat(document).matches("\\{\"answers\":\\[\"[AB]\",\"[AB]\"]}");
  }

  @Test
  void json_asked_for_in_words_is_given_too() {
    complete(
            Map.of(
                "model",
                "offline",
                "messages",
                List.of(user("Answer as JSON with the key \"answers\".\n\n" + QUIZ))))
        .body("choices[0].message.content", startsWith("{\"answers\":[\""));
  }

  @Test
  void an_attached_image_is_looked_at() throws IOException {
    BufferedImage image = new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 90, 90);
    graphics.setColor(Color.RED);
    graphics.fillRect(35, 5, 20, 20);
    var png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);

    complete(
            Map.of(
                "model",
                "offline-weak",
                "messages",
                List.of(
                    parts(
                        "Answer questions about this image.",
                        Base64.getEncoder().encodeToString(png.toByteArray())),
                    user("What is in the top?"))))
        .body("choices[0].message.content", equalTo("A medium red square is in the top centre."));
  }

  @Test
  void a_stream_carries_the_same_text_and_ends_with_done() {
    String stream =
        complete(
                Map.of(
                    "model",
                    "offline",
                    "messages",
                    List.of(TEACHER, QUESTION),
                    "stream",
                    true,
                    "stream_options",
                    Map.of("include_usage", true)))
            .contentType(startsWith("text/event-stream"))
            .extract()
            .asString();

    assertThat(stream)
        .contains("\"object\":\"chat.completion.chunk\"", "\"finish_reason\":\"stop\"")
        .contains("\"usage\":{\"prompt_tokens\":28", "The heron knew the name.")
        .endsWith("data: [DONE]\n\n");
  }

  @Test
  void models_are_listed_and_found() {
    given().get("/v1/models").then().body("data.id", hasItems("offline", "offline-weak"));
    given().get("/v1/models/offline").then().body("object", equalTo("model"));
    error(given().get("/v1/models/gpt-9").then(), 404, "model", "model_not_found");
  }

  static Stream<Arguments> wrongBodies() {
    return Stream.of(
        Arguments.of("{", 400, null, null),
        Arguments.of("", 400, null, null),
        Arguments.of("[]", 400, null, null),
        Arguments.of("{\"messages\":[]}", 400, "model", null),
        Arguments.of(
            body("gpt-9", "[{'role':'user','content':'Hi'}]", ""), 404, "model", "model_not_found"),
        Arguments.of("{\"model\":\"offline\"}", 400, "messages", null),
        Arguments.of(body("offline", "[]", ""), 400, "messages", null),
        Arguments.of(
            body("offline", "[{'role':'king','content':'Hi'}]", ""), 400, "messages[0].role", null),
        Arguments.of(
            body("offline", "[{'role':'user','content':7}]", ""), 400, "messages[0].content", null),
        Arguments.of(
            body("offline", "[{'role':'user','content':'Hi'}]", ",'n':99"), 400, "n", null),
        Arguments.of(
            body("offline", "[{'role':'user','content':'Hi'}]", ",'temperature':3"),
            400,
            "temperature",
            null),
        Arguments.of(
            body("offline", "[{'role':'user','content':'Hi'}]", ",'max_tokens':0"),
            400,
            "max_tokens",
            null),
        Arguments.of(
            body("offline", "[{'role':'user','content':'Hi'}]", ",'seed':'x'"), 400, "seed", null),
        Arguments.of(
            body("offline", "[{'role':'user','content':'Hi'}]", ",'stop':[1]"), 400, "stop", null),
        Arguments.of(
            body(
                "offline", "[{'role':'user','content':'Hi'}]", ",'response_format':{'type':'xml'}"),
            400,
            "response_format",
            null),
        Arguments.of(
            body(
                "offline",
                "[{'role':'user','content':'Hi'}]",
                ",'response_format':{'type':'json_schema','json_schema':{'schema':{'type':'string','pattern':'^9$'}}}"),
            400,
            "response_format",
            "unsupported_schema"),
        Arguments.of(
            picture("data:image/png;base64,AAAA"), 400, "messages[0].content", "invalid_image"),
        Arguments.of(
            picture("https://example.org/x.png"), 400, "messages[0].content", "invalid_image_url"),
        Arguments.of(
            body("offline", "[{'role':'user','content':'" + "word ".repeat(200_001) + "'}]", ""),
            400,
            "messages",
            "context_length_exceeded"));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void a_wrong_request_is_refused_in_openai_s_shape(
      String body, int status, String parameter, String code) {
    error(
        given().contentType("application/json").body(body).post("/v1/chat/completions").then(),
        status,
        parameter,
        code);
  }

  @Test
  void unknown_paths_and_methods_are_refused_in_openai_s_shape() {
    error(given().get("/v1/nothing").then(), 404, null, "unknown_url");
    error(given().get("/nothing/at/all").then(), 404, null, "unknown_url");
    error(given().get("/v1/chat/completions").then(), 405, null, null);
    error(given().delete("/v1/models").then(), 405, null, null);
  }

  @Test
  void health_is_reported() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
  }

  private static void error(ValidatableResponse response, int status, String param, String code) {
    response
        .statusCode(status)
        .contentType(startsWith("application/json"))
        .body("error.message", not(equalTo(null)))
        .body("error.type", equalTo("invalid_request_error"))
        .body("error.param", equalTo(param))
        .body("error.code", equalTo(code));
  }

  private static ValidatableResponse complete(Map<String, Object> request) {
    return given()
        .contentType("application/json")
        .body(request)
        .post("/v1/chat/completions")
        .then()
        .statusCode(200);
  }

  private static String json(Map<String, Object> format) {
    return complete(
            Map.of("model", "offline", "messages", List.of(user(QUIZ)), "response_format", format))
        .extract()
        .path("choices[0].message.content");
  }

  private static Map<String, Object> user(String text) {
    return Map.of("role", "user", "content", text);
  }

  private static Map<String, Object> parts(String text, String png) {
    return Map.of(
        "role",
        "user",
        "content",
        List.of(
            Map.of("type", "text", "text", text),
            Map.of(
                "type", "image_url", "image_url", Map.of("url", "data:image/png;base64," + png))));
  }

  private static String picture(String url) {
    return body(
        "offline",
        "[{'role':'user','content':[{'type':'image_url','image_url':{'url':'" + url + "'}}]}]",
        "");
  }

  private static String body(String model, String messages, String more) {
    return ("{'model':'" + model + "','messages':" + messages + more + "}").replace('\'', '"');
  }
}
