package org.caucus.messaging.inbound;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a coalition's post office, which believes its neighbours. */
abstract class AtInboundPostOffice {
  @TempDir Path directory;
  InboundPostOffice office;

  @BeforeEach
  void openOffice() throws IOException {
    office = new InboundPostOffice(directory, InboundPostOffice.LOOPBACK).withCoalition();
  }

  @AfterEach
  void closeOffice() {
    office.close();
  }
}
