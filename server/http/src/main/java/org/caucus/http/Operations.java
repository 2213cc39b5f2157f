package org.caucus.http;

import java.util.function.BiFunction;

/**
 * Where routes say what they answer. Names are the {@code operationId}s of {@code openapi.yaml}.
 */
public interface Operations {
  /** Answers a call; may await, and may throw {@link org.caucus.kernel.Refusal}. */
  @FunctionalInterface
  interface Handling {
    /** The answer. */
    ApiResponse handle(ApiRequest call);
  }

  /** An operation in a workspace: the caller's seat there is known before it is called. */
  void on(String operationId, Handling handling);

  /** An operation of a signed-in person outside any workspace. */
  void forPerson(String operationId, Handling handling);

  /** An operation anyone may call. */
  void forAnyone(String operationId, Handling handling);

  /**
   * The same, but that each operation in a workspace is answered by what this makes of its name and
   * of what would have answered it.
   */
  default Operations around(BiFunction<String, Handling, Handling> answered) {
    Operations inner = this;
    return new Operations() {
      @Override
      public void on(String operationId, Handling handling) {
        inner.on(operationId, answered.apply(operationId, handling));
      }

      @Override
      public void forPerson(String operationId, Handling handling) {
        inner.forPerson(operationId, handling);
      }

      @Override
      public void forAnyone(String operationId, Handling handling) {
        inner.forAnyone(operationId, handling);
      }
    };
  }
}
