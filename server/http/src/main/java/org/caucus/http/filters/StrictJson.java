package org.caucus.http.filters;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * JSON that everybody reads alike (RFC 8259): UTF-8 without a mark before it, no comments, no name
 * twice in an object. Of two members of one name one reader takes the first and the next one the
 * last, and what was checked is then not what is done.
 */
public final class StrictJson implements Handler<RoutingContext> {
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Override
  public void handle(RoutingContext ctx) {
    Buffer body = ctx.body().buffer();
    if (body != null && isJson(ctx) && !isPlain(body.getBytes()) && isTaken(body)) {
      ctx.fail(Refusal.invalid("body", Message.of("the-body-is-not-json-that")));
    } else {
      ctx.next();
    }
  }

  /** Whether its body says that it is JSON, of whatever kind. */
  static boolean isJson(RoutingContext ctx) {
    @Nullable String type = ctx.request().getHeader("content-type");
    return type != null && type.toLowerCase(Locale.ROOT).contains("json");
  }

  /** What nobody reads is refused as such where it is read. */
  private static boolean isTaken(Buffer body) {
    try {
      Json.decodeValue(body);
      return true;
    } catch (DecodeException e) {
      return false;
    }
  }

  /** Whether these bytes are one JSON text that is read in one way. */
  static boolean isPlain(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      try (JsonParser parser = STRICT.createParser(text)) {
        parser.nextToken();
        parser.skipChildren();
        return parser.nextToken() == null; // and no second text behind the first
      }
    } catch (CharacterCodingException | JsonProcessingException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
  }
}
