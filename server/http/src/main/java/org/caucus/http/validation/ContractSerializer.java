package org.caucus.http.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What {@code openapi.yaml} says, {@linkplain ServerSchemas refined} for the server. To read that
 * takes an eighth of what a start computes, so the build reads it ({@link #main}) and writes beside
 * it what it says, as JSON: eight octets that tell of which file, and the object. Where that is
 * missing or is of another file, the file is read.
 */
public final class ContractSerializer {
  private static final String YAML = "openapi.yaml";
  private static final String JSON = "openapi.json";

  private ContractSerializer() {}

  /**
   * Has the build write it: the directory of the classes. A file that is the same already stays, or
   * whatever needs it would be built again.
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    byte[] contract = written(Files.readAllBytes(classes.resolve(YAML)));
    Path file = classes.resolve(JSON);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), contract)) {
      Files.write(file, contract);
    }
  }

  /** What is written beside a file. */
  static byte[] written(byte[] yaml) {
    byte[] json = ofYaml(yaml).toBuffer().getBytes();
    return ByteBuffer.allocate(Long.BYTES + json.length).putLong(mark(yaml)).put(json).array();
  }

  /** What the file says, by what is written beside it. */
  public static JsonObject read() throws IOException {
    byte[] yaml = resource(YAML);
    if (yaml == null) {
      throw new IOException("there is no " + YAML);
    }
    return read(yaml, resource(JSON));
  }

  /** What this file says, by what may be written beside it. */
  static JsonObject read(byte[] yaml, byte @Nullable [] written) {
    if (written != null
        && written.length > Long.BYTES
        && ByteBuffer.wrap(written).getLong() == mark(yaml)) {
      return new JsonObject(Buffer.buffer(written).slice(Long.BYTES, written.length));
    }
    return ofYaml(yaml);
  }

  private static byte @Nullable [] resource(String name) throws IOException {
    try (InputStream octets = ContractSerializer.class.getResourceAsStream("/" + name)) {
      return octets == null ? null : octets.readAllBytes();
    }
  }

  private static JsonObject ofYaml(byte[] yaml) {
    Yaml reader = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, Object> all = reader.load(new String(yaml, UTF_8));
    JsonObject contract = new JsonObject(new JsonObject(all).encode());
    ServerSchemas.refine(contract);
    return contract;
  }

  /** Another one for each change that somebody makes. */
  private static long mark(byte[] yaml) {
    CRC32 sum = new CRC32();
    sum.update(yaml);
    return (long) yaml.length << 32 | sum.getValue();
  }
}
