package org.caucus.http.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSerializerTest {
  @TempDir Path classes;

  private byte[] yaml() throws Exception {
    try (InputStream octets = getClass().getResourceAsStream("/openapi.yaml")) {
      return octets.readAllBytes();
    }
  }

  @Test
  void whatTheBuildWroteSaysWhatTheFileSays() throws Exception {
    Files.write(classes.resolve("openapi.yaml"), yaml());
    ContractSerializer.main(new String[] {classes.toString()});
    byte[] written = Files.readAllBytes(classes.resolve("openapi.json"));

    JsonObject quick = ContractSerializer.read(yaml(), written);

    assertThat(quick.getJsonObject("paths").size()).isGreaterThan(100);
    assertThat(quick).isEqualTo(ContractSerializer.read(yaml(), null));
    assertThat(ContractSerializer.read()).isEqualTo(quick);
  }

  @Test
  void whatWasWrittenBesideAnotherFileIsNotBelieved() {
    byte[] before = "openapi: 3.1.0\ninfo: {title: Before}\n".getBytes(UTF_8);
    byte[] after = "openapi: 3.1.0\ninfo: {title: After.}\n".getBytes(UTF_8);
    byte[] written = ContractSerializer.written(before);

    assertThat(title(ContractSerializer.read(before, written))).isEqualTo("Before");
    assertThat(title(ContractSerializer.read(after, written))).isEqualTo("After.");
    assertThat(title(ContractSerializer.read(after, new byte[3]))).isEqualTo("After.");
  }

  private static String title(JsonObject contract) {
    return contract.getJsonObject("info").getString("title");
  }
}
