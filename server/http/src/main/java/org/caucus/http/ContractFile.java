package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.OpenAPIVersion;
import io.vertx.openapi.contract.impl.OpenAPIContractImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.caucus.http.validation.CompiledContract;
import org.caucus.http.validation.ContractSerializer;

/** Loads {@code openapi.yaml}. */
public final class ContractFile {
  /** As the library has it (OpenAPIContract.from). */
  private static final String BASE = "app://";

  private ContractFile() {}

  /**
   * The contract, for validating requests. It is not checked against the rules of OpenAPI, as the
   * library would at each start: it does not change while the program is the same, and {@link
   * #plain} checks it in the tests.
   */
  public static Future<OpenAPIContract> load(Vertx vertx) {
    JsonObject contract = withoutResponseBodies(read());
    OpenAPIVersion version = OpenAPIVersion.fromContract(contract);
    return version
        .getRepository(vertx, BASE)
        .compose(
            schemas ->
                version
                    .resolve(vertx, schemas, contract)
                    .map(all -> new OpenAPIContractImpl(all, version, schemas)))
        .map(CompiledContract::new);
  }

  /** The same as the library has it, checked. */
  static Future<OpenAPIContract> plain(Vertx vertx) {
    return OpenAPIContract.from(vertx, withoutResponseBodies(read()));
  }

  private static JsonObject read() {
    try {
      return ContractSerializer.read();
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml cannot be read", e);
    }
  }

  /**
   * The loader refuses contracts with response types it cannot validate, {@code
   * application/problem+json} and event streams among them. Only requests are validated with it, so
   * it is given the contract without the bodies of responses. Who asks is found by {@link
   * RequestAuthenticator}, not by the library.
   */
  private static JsonObject withoutResponseBodies(JsonObject contract) {
    contract
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .forEach(operation -> strip((JsonObject) operation.getValue())));
    contract.getJsonObject("components").remove("responses");
    contract.getJsonObject("components").remove("securitySchemes");
    contract.remove("security");
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
