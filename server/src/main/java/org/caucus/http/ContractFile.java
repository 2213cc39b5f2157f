package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.caucus.http.schemas.ReadyContract;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Loads {@code openapi.yaml}. */
public final class ContractFile {
  private static final String NAME = "/openapi.yaml";

  private ContractFile() {}

  /** The contract, for validating requests. */
  public static Future<OpenAPIContract> load(Vertx vertx) {
    return plain(vertx).map(ReadyContract::new);
  }

  /** The same as the library has it. */
  static Future<OpenAPIContract> plain(Vertx vertx) {
    return OpenAPIContract.from(vertx, withoutResponseBodies(read()));
  }

  private static JsonObject read() {
    try (InputStream yaml = ContractFile.class.getResourceAsStream(NAME)) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return new JsonObject(new JsonObject(all).encode());
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml cannot be read", e);
    }
  }

  /**
   * The loader refuses contracts with response types it cannot validate, {@code
   * application/problem+json} and event streams among them. Only requests are validated with it, so
   * it is given the contract without the bodies of responses.
   */
  private static JsonObject withoutResponseBodies(JsonObject contract) {
    contract
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .forEach(operation -> strip((JsonObject) operation.getValue())));
    contract.getJsonObject("components").remove("responses");
    return contract;
  }

  private static void strip(JsonObject operation) {
    JsonObject responses = new JsonObject();
    operation
        .getJsonObject("responses")
        .fieldNames()
        .forEach(status -> responses.put(status, new JsonObject().put("description", "done")));
    operation.put("responses", responses);
  }
}
