package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the topic of events is an AsyncAPI document; its schema comes with npm. */
@Tag("interop")
class AsyncApiDocumentTest {
  private static final String SPECS = "@asyncapi/specs@6.11.1";
  private static final String SCHEMA = "package/schemas/3.0.0-without-$id.json";

  @TempDir Path folder;

  @Test
  void it_is_as_the_standard_says() throws IOException {
    try (Sandbox sandbox = new Sandbox(folder.resolve("checkout"), folder)) {
      boolean there = sandbox.has("npm");
      assertThat(there || !"true".equals(System.getenv("CI"))).as("npm").isTrue();
      assumeTrue(there, "skipped: there is no npm");
      Sandbox.Ended ended = sandbox.bash("npm pack --silent " + SPECS + " && tar xzf *.tgz");
      assertThat(ended.exitCode()).as(ended.all()).isZero();
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(sandbox.read(SCHEMA));

      assertThat(schema.validate(AsyncApi.read().document())).isEmpty();
    }
  }
}
