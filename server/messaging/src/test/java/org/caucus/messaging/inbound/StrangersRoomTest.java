package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the disk anybody can fill by writing to the operator. */
class StrangersRoomTest {
  @TempDir Path directory;

  @Test
  void aLargeLetterToTheOperatorIsRefusedAndOneToAListIsNot() throws IOException {
    try (InboundPostOffice office =
        new InboundPostOffice(directory, InboundPostOffice.LOOPBACK).withCoalition()) {
      String large =
          "From: bola@press.example\nMessage-ID: <l@x>\nSubject: Large\n\n"
              + ("x".repeat(99) + "\n").repeat(11_000);
      String small = "From: eve@evil.example\nSubject: Hello\n\nTo the operator.\n";

      assertThat(office.send("eve@evil.example", List.of("postmaster@caucus.example"), large))
          .last()
          .asString()
          .startsWith("552 5.3.4");
      assertThat(office.shelf.count().await()).isZero();
      assertThat(office.send("eve@evil.example", List.of("postmaster@caucus.example"), small))
          .allMatch(a -> a.startsWith("250"));
      assertThat(office.send("bola@press.example", List.of("coalition@caucus.example"), large))
          .allMatch(a -> a.startsWith("250"));
    }
  }
}
