package org.caucus.e2e.bench;

import java.util.List;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;

/** What operators' commands of a bench work on: an installation without rooms or sign-ins. */
public final class OperatorDesk {
  private OperatorDesk() {}

  /** Of this installation. */
  public static OperatorContext of(Installation caucus) {
    return new OperatorContext(
        caucus.directory(),
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        new Blobs(caucus.mongo(), caucus.vault()),
        List.of(),
        List.of(),
        () -> {
          throw new IllegalStateException("no command of a bench asks for rooms");
        },
        () -> {
          throw new IllegalStateException("no command of a bench asks for sign-ins");
        },
        "",
        "http://caucus.example",
        new MailQueue(caucus.mongo(), caucus.vault(), MailQueue.Senders.none()));
  }
}
