package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A check that was made once says, word for word, what the library's own says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadySchemasTest {
  private static final List<Object> SENT =
      Arrays.asList(
          "COP-12",
          "",
          "a".repeat(5_000),
          "2026-11-25T10:00:00Z",
          "civil-society",
          "<script>",
          12,
          -1,
          2.5,
          true,
          null,
          new JsonArray().add("one").add(2),
          new JsonObject(),
          new JsonObject().put("text", "The notice goes out within 24 hours.").put("x", 1),
          new JsonObject().put("title", "Appeals").put("text", "").put("audience", "everyone"),
          new JsonObject().put("title", 7).put("labels", new JsonArray().add(new JsonObject())));

  private Vertx vertx;
  private OpenAPIContract plain;
  private OpenAPIContract ready;

  @BeforeAll
  void load() {
    vertx = Vertx.vertx();
    plain = ContractFile.plain(vertx).await();
    ready = ContractFile.load(vertx).await();
  }

  @AfterAll
  void close() {
    vertx.close().await();
  }

  @Test
  void everySchemaOfTheContractIsMadeOnce() {
    assertThat(schemas(ready))
        .hasSizeGreaterThan(300)
        .allSatisfy(
            schema ->
                assertThat(ready.getSchemaRepository().validator(schema))
                    .isSameAs(ready.getSchemaRepository().validator(schema)));
  }

  @Test
  void itSaysOfWhateverIsSentWhatTheLibrarySays() {
    List<JsonSchema> one = schemas(ready);
    List<JsonSchema> other = schemas(plain);
    assertThat(one).hasSameSizeAs(other);
    int faults = 0;
    for (int i = 0; i < one.size(); i++) {
      var checked = ready.getSchemaRepository().validator(one.get(i));
      var expected = plain.getSchemaRepository().validator(other.get(i));
      for (Object sent : SENT) {
        JsonObject said = checked.validate(sent).toJson();
        assertThat(said)
            .as("%s by %s", sent, other.get(i))
            .isEqualTo(expected.validate(sent).toJson());
        faults += said.getBoolean("valid") ? 0 : 1;
      }
    }
    assertThat(faults).isGreaterThan(one.size());
  }

  private static List<JsonSchema> schemas(OpenAPIContract contract) {
    List<JsonSchema> schemas = new ArrayList<>();
    contract.operations().forEach(operation -> schemas(operation).forEach(schemas::add));
    return schemas;
  }

  private static Stream<JsonSchema> schemas(Operation operation) {
    var parameters = operation.getParameters().stream().map(p -> p.getSchema());
    return operation.getRequestBody() == null
        ? parameters
        : Stream.concat(
            parameters,
            operation.getRequestBody().getContent().values().stream()
                .map(type -> type.getSchema())
                .filter(schema -> schema != null));
  }
}
