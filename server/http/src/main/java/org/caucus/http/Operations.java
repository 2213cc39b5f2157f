package org.caucus.http;

import java.util.function.BiFunction;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;

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

  /**
   * An operation in a workspace that puts one command for the caller's seat, read from the request
   * ({@link CommandReader}).
   *
   * @param status of the answer
   */
  default void submit(
      int status, String operationId, CommandBus<?> bus, Class<? extends Command> command) {
    CommandReader<? extends Command> reader = reader(operationId, command);
    on(
        operationId,
        call -> ApiResponse.accepted(status, call.submit(bus, reader.read(call)).await()));
  }

  /**
   * How a record is read from requests of an operation.
   *
   * @throws IllegalStateException it has not the fields that the contract says
   */
  <T> CommandReader<T> reader(String operationId, Class<T> type);

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
      public <T> CommandReader<T> reader(String operationId, Class<T> type) {
        return inner.reader(operationId, type);
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
