package org.caucus.messaging.moderation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is said in the browser with a code in it that decides about a letter that waits:
 * somebody who copies a question into a post would give the decision to all who read it.
 */
public final class ModerationCodeFilter implements Routes {
  /** What is answered. */
  public static final Message WHY = Message.of("it-carries-a-code-that-decides");

  private static final String PIECES = "uploadPiece";

  private final HoldCodes codes;
  private final Routes guarded;

  /** These routes, where nothing that is sent has such a code in it. */
  public ModerationCodeFilter(HoldCodes codes, Routes guarded) {
    this.codes = codes;
    this.guarded = guarded;
  }

  @Override
  public void mount(Operations operations) {
    // a piece of a file is no words, and its body no JSON
    guarded.mount(
        operations.around(
            (name, handling) -> name.equals(PIECES) ? handling : call -> looked(call, handling)));
  }

  private ApiResponse looked(ApiRequest call, Operations.Handling handling) {
    Optional<String> carried = carried(call.body());
    if (carried.isPresent()) {
      throw Refusal.invalid(carried.get(), WHY);
    }
    return handling.handle(call);
  }

  /** The field that carries a code, be it in a list or in an object within. */
  Optional<String> carried(JsonObject body) {
    for (Map.Entry<String, Object> field : body) {
      if (!codes.in(words(field.getValue(), new ArrayList<>())).isEmpty()) {
        return Optional.of(field.getKey());
      }
    }
    return Optional.empty();
  }

  /** All texts in a value, however deep; its depth is what the contract lets in. */
  private static List<String> words(@Nullable Object value, List<String> found) {
    switch (value) {
      case String said -> found.add(said);
      case JsonArray all -> all.forEach(one -> words(one, found));
      case JsonObject all -> all.forEach(field -> words(field.getValue(), found));
      case null, default -> {} // a number or a truth value says no code
    }
    return found;
  }
}
