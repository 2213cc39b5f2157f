package org.caucus.workspace;

import io.vertx.core.Future;
import java.util.function.Function;

/**
 * What it takes to come in by web besides a seat: where a workspace asks for it, that the person
 * who comes lets nothing but a passkey in.
 */
public final class PasskeyPolicy {
  private final Function<String, Future<Boolean>> passkeyAlone;

  /**
   * @param passkeyAlone whether a person lets nothing but a passkey in
   */
  public PasskeyPolicy(Function<String, Future<Boolean>> passkeyAlone) {
    this.passkeyAlone = passkeyAlone;
  }

  /** Whether a person who has a seat there comes in. */
  public Future<Boolean> lets(Workspace workspace, String person) {
    return workspace.members().passkeys() ? meets(person) : Future.succeededFuture(true);
  }

  /** Whether a person would come in wherever it is asked for. */
  public Future<Boolean> meets(String person) {
    return passkeyAlone.apply(person);
  }
}
