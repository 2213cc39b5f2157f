package org.caucus.http.validation;

import io.vertx.core.file.FileSystem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.json.schema.impl.SchemaValidatorInternal;
import io.vertx.openapi.impl.OpenAPIFormatValidator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of a contract, each made ready for checking once. A schema that refers to no other
 * needs no index of the others; of those that do the {@value #MAX_HEAVY} last used are kept. For
 * use by many threads: a check keeps nothing of what it has checked.
 */
final class CompiledSchemas implements SchemaRepository {
  private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

  /** Parts of a schema that are looked at; one that has more may go round in a circle. */
  private static final int MAX_PARTS = 10_000;

  /** Checks with an index that are kept, at some 100 KB each. */
  private static final int MAX_HEAVY = 16;

  /** As the library's own for contracts of OpenAPI 3.1, which a test compares. */
  private static final JsonSchemaOptions OPTIONS =
      new JsonSchemaOptions()
          .setDraft(Draft.DRAFT202012)
          .setBaseUri("app://")
          .setOutputFormat(OutputFormat.Basic);

  private final SchemaRepository all;
  private final SchemaRepository none =
      SchemaRepository.create(OPTIONS, new OpenAPIFormatValidator());

  /** Those that need no index, by the schema itself: the contract has so many and no more. */
  private final Map<JsonSchema, Validator> light =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Those with an index of their own, the last used. */
  private final Map<Same, Validator> heavy =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Same, Validator> eldest) {
              return size() > MAX_HEAVY;
            }
          });

  /** A schema as this very object: to compare two by what they say takes as long as a check. */
  private record Same(JsonSchema schema) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Same same && same.schema == schema;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(schema);
    }
  }

  CompiledSchemas(SchemaRepository all) {
    this.all = all;
  }

  @Override
  public Validator validator(JsonSchema schema) {
    Validator known = light.get(schema);
    if (known == null) {
      known = heavy.get(new Same(schema));
    }
    return known == null ? made(schema) : known;
  }

  private Validator made(JsonSchema schema) {
    Validator full = all.validator(schema);
    JsonSchema meant = ((SchemaValidatorInternal) full).schema();
    if (refers(meant, new AtomicInteger(MAX_PARTS))) {
      heavy.put(new Same(schema), full);
      return full;
    }
    Validator made = none.validator(meant, OPTIONS, false);
    light.put(schema, made);
    return made;
  }

  private static boolean refers(Object part, AtomicInteger left) {
    return left.getAndDecrement() <= 0
        || switch (part) {
          case JsonObject object ->
              object.fieldNames().stream().anyMatch(REFERENCES::contains)
                  || object.stream()
                      .anyMatch(e -> e.getValue() != null && refers(e.getValue(), left));
          case JsonArray array -> array.stream().anyMatch(e -> e != null && refers(e, left));
          default -> false;
        };
  }

  @Override
  public Validator validator(String ref) {
    return all.validator(ref);
  }

  @Override
  public Validator validator(String ref, JsonSchemaOptions options) {
    return all.validator(ref, options);
  }

  @Override
  public Validator validator(JsonSchema schema, JsonSchemaOptions options, boolean dereference) {
    return all.validator(schema, options, dereference);
  }

  @Override
  public SchemaRepository dereference(JsonSchema schema) {
    return all.dereference(schema);
  }

  @Override
  public SchemaRepository dereference(String uri, JsonSchema schema) {
    return all.dereference(uri, schema);
  }

  @Override
  public SchemaRepository preloadMetaSchema(FileSystem files) {
    return all.preloadMetaSchema(files);
  }

  @Override
  public SchemaRepository preloadMetaSchema(FileSystem files, Draft draft) {
    return all.preloadMetaSchema(files, draft);
  }

  @Override
  public JsonObject resolve(JsonObject schema) {
    return all.resolve(schema);
  }

  @Override
  public JsonSchema find(String pointer) {
    return all.find(pointer);
  }
}
