package org.caucus.app.wiring;

import io.vertx.core.Future;
import java.util.Optional;
import org.caucus.messaging.inbound.OperatorMailbox;

/**
 * Whether letters to the operators lie where nobody is told of them.
 *
 * @param forwarded whether there are operators to whom they are forwarded
 */
record UnreadOperatorMail(StorageWiring storage, boolean forwarded) {
  /** What wants a look. */
  Future<Optional<String>> fault() {
    return new OperatorMailbox(storage.mongo(), storage.vault()).count().map(this::words);
  }

  private Optional<String> words(long letters) {
    return letters == 0 || forwarded
        ? Optional.empty()
        : Optional.of(
            letters
                + " letters wait in the operators' mailbox, and CAUCUS_OPERATORS names nobody who"
                + " is told. See: caucus mailbox");
  }
}
