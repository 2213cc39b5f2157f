package org.caucus.http;

/**
 * Where routes say what they answer. Names are the {@code operationId}s of {@code openapi.yaml}.
 */
public interface Operations {
  /** Answers a call; may await, and may throw {@link org.caucus.command.Refused}. */
  @FunctionalInterface
  interface Handling {
    /** The answer. */
    Answer handle(Call call);
  }

  /** An operation in a workspace: the caller's seat there is known before it is called. */
  void on(String operationId, Handling handling);

  /** An operation of a signed-in person outside any workspace. */
  void forPerson(String operationId, Handling handling);

  /** An operation anyone may call. */
  void forAnyone(String operationId, Handling handling);
}
