package org.caucus.moderation;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;

/**
 * Refuses what is said in the browser with a code in it that decides about a letter that waits:
 * somebody who copies a question into a post would give the decision to all who read it.
 */
public final class KeptCodes implements Routes {
  /** What is answered. */
  public static final String WHY =
      "It carries a code that decides about a letter that waits. To keep it from all who read here,"
          + " nothing was posted. Take the code out and send it again.";

  private static final String PIECES = "sendPiece";

  private final HoldCodes codes;
  private final Routes guarded;

  /** These routes, where nothing that is sent has such a code in it. */
  public KeptCodes(HoldCodes codes, Routes guarded) {
    this.codes = codes;
    this.guarded = guarded;
  }

  @Override
  public void mount(Operations operations) {
    guarded.mount(new Looking(operations));
  }

  private final class Looking implements Operations {
    private final Operations operations;

    Looking(Operations operations) {
      this.operations = operations;
    }

    @Override
    public void on(String operationId, Handling handling) {
      // a piece of a file is no words, and its body no JSON
      operations.on(
          operationId, operationId.equals(PIECES) ? handling : call -> looked(call, handling));
    }

    @Override
    public void forPerson(String operationId, Handling handling) {
      operations.forPerson(operationId, handling);
    }

    @Override
    public void forAnyone(String operationId, Handling handling) {
      operations.forAnyone(operationId, handling);
    }
  }

  private Answer looked(Call call, Operations.Handling handling) {
    JsonObject body = call.body();
    for (Map.Entry<String, Object> field : body) {
      if (field.getValue() instanceof String said && !codes.in(List.of(said)).isEmpty()) {
        throw Refused.invalid(field.getKey(), WHY);
      }
    }
    return handling.handle(call);
  }
}
